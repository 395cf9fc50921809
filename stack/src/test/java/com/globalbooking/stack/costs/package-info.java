/** What an environment costs while nobody uses it, counted from the graphs of its Regions. */
@NullMarked
package com.globalbooking.stack.costs;

import org.jspecify.annotations.NullMarked;
