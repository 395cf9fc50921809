/** Preview, up and destroy over the Regions of an environment: order and refusals. */
@NullMarked
package com.globalbooking.operations.deploying;

import org.jspecify.annotations.NullMarked;
