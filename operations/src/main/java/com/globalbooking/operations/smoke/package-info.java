/** Whether guests can book, found out from outside by stack outputs only. */
@NullMarked
package com.globalbooking.operations.smoke;

import org.jspecify.annotations.NullMarked;
