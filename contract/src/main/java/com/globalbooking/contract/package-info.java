/**
 * What infrastructure ({@code stack/}) and functions ({@code lambdas/}) must agree on: names of
 * environment variables, tables, keys, attributes, routes, scopes, outputs, and the event records.
 * Plain Java only; no framework, no logic beyond naming may enter.
 */
@NullMarked
package com.globalbooking.contract;

import org.jspecify.annotations.NullMarked;
