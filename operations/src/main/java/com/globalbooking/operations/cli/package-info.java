/** The command line: parsing and printing only. */
@NullMarked
package com.globalbooking.operations.cli;

import org.jspecify.annotations.NullMarked;
