/**
 * The function that makes the cache follow the inventory table. It exists to join the table's
 * stream and the cache into one package for Lambda: a thin handler, what a record means, what is
 * done when the cache does not answer. No key of the cache and no Redis may enter.
 */
@NullMarked
package com.globalbooking.cacheupdater;

import org.jspecify.annotations.NullMarked;
