/**
 * The Pulumi program of one Region: entry point and topology. What a resource looks like belongs to
 * the component packages below; here stands only what exists, in which order, and what is exported.
 */
@NullMarked
package com.globalbooking.stack;

import org.jspecify.annotations.NullMarked;
