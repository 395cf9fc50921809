/** Taking functions back to the version that served before. */
@NullMarked
package com.globalbooking.operations.releases;

import org.jspecify.annotations.NullMarked;
