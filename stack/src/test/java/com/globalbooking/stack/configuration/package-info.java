/** Lets tests see which keys there are. */
@NullMarked
package com.globalbooking.stack.configuration;

import org.jspecify.annotations.NullMarked;
