/**
 * Secrets: read at first use, kept for a while, read again when they are refused. It exists so that
 * no password is ever in a function's environment. What a secret is for may not enter.
 */
@NullMarked
package com.globalbooking.secrets;

import org.jspecify.annotations.NullMarked;
