/**
 * What a Region knows of itself and of the others: whether its own reads and writes succeed, and
 * how old the newest heartbeat of each other Region is. It exists so that these rules can be tested
 * with stores that fail, hang and are written by two at once; no table, no HTTP and no metric may
 * enter.
 */
@NullMarked
package com.globalbooking.domain.health;

import org.jspecify.annotations.NullMarked;
