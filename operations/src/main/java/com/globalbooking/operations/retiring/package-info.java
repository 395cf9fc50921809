/** Taking a Region out of service for good. */
@NullMarked
package com.globalbooking.operations.retiring;

import org.jspecify.annotations.NullMarked;
