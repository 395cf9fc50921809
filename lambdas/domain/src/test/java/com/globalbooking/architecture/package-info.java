/**
 * Rules of layering that modules cannot express, for each function to check on its own class path.
 * No test of behaviour may enter.
 */
@NullMarked
package com.globalbooking.architecture;

import org.jspecify.annotations.NullMarked;
