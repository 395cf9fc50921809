/** Leading guests away from a Region and back. */
@NullMarked
package com.globalbooking.operations.traffic;

import org.jspecify.annotations.NullMarked;
