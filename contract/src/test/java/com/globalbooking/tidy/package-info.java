/** House rules over the whole repository that no linter checks. Runs first, because it is quick. */
@NullMarked
package com.globalbooking.tidy;

import org.jspecify.annotations.NullMarked;
