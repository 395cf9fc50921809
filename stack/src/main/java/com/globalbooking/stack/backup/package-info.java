/**
 * Copies of the data that no mistake in this Region deletes: vaults, plans, and when AWS may work
 * on databases. What is copied belongs to the components that own it.
 */
@NullMarked
package com.globalbooking.stack.backup;

import org.jspecify.annotations.NullMarked;
