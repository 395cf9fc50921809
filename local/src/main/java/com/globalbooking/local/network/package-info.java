/**
 * The network between local Regions: one symmetric link per pair, which can be slow or cut. Whoever
 * carries something from Region to Region (replication, cross-Region invocations) asks here first,
 * so that one fault reaches all of them. It moves no bytes itself and knows no service.
 */
@NullMarked
package com.globalbooking.local.network;

import org.jspecify.annotations.NullMarked;
