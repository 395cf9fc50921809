/** AWS clients of an operator. */
@NullMarked
package com.globalbooking.operations.aws;

import org.jspecify.annotations.NullMarked;
