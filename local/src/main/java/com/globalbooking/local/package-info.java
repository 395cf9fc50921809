/**
 * Local Regions: the project's own Pulumi program and function packages, run on one machine on real
 * embedded engines. Only glue lives here; state lives in the engines, the topology in {@code
 * stack/}.
 */
@NullMarked
package com.globalbooking.local;

import org.jspecify.annotations.NullMarked;
