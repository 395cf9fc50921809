/**
 * Measures a function package the way Lambda runs it: a process that polls the Runtime API, whose
 * first answer is a real booking on DynamoDB Local. Only measuring and reporting belong here; it
 * starts packages by itself, so that the function host costs it nothing.
 */
@NullMarked
package com.globalbooking.local.bench;

import org.jspecify.annotations.NullMarked;
