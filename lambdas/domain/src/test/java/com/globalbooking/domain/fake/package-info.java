/**
 * The ports in memory, as faithful as the port contracts ask. It exists for tests of the domain and
 * of the functions; nothing that a product runs may enter.
 */
@NullMarked
package com.globalbooking.domain.fake;

import org.jspecify.annotations.NullMarked;
