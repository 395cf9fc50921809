/** Tests of the engine protocol, with a small program of their own instead of the project's. */
@NullMarked
package com.globalbooking.local.engine;

import org.jspecify.annotations.NullMarked;
