/**
 * The function that says whether this Region can serve. It exists to join the HTTP API, a schedule
 * and the probes of this Region into one package for Lambda. What other functions do may not enter.
 */
@NullMarked
package com.globalbooking.regionhealth;

import org.jspecify.annotations.NullMarked;
