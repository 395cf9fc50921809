/**
 * The HTTP API as API Gateway hands it over (payload format 2.0): events to checked values of the
 * domain, outcomes to answers. It exists so that bad input ends here, always as a 400 that names
 * the field. Trees of JSON only, no data binding: nothing here needs reflection. No store, no
 * decision of the trade, no Quarkus may enter.
 */
@NullMarked
package com.globalbooking.httpapi;

import org.jspecify.annotations.NullMarked;
