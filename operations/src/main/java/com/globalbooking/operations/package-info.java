/**
 * Operators' commands over deployed environments: what {@code scripts/up}, {@code scripts/drain}
 * and the like do. They drive the Pulumi CLI and AWS; they never say what is deployed, which is the
 * business of {@code stack/}.
 */
@NullMarked
package com.globalbooking.operations;

import org.jspecify.annotations.NullMarked;
