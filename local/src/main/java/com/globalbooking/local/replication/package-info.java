/**
 * Replication of one global table between local Regions, with the guarantees of DynamoDB's MREC
 * mode and no others: asynchronous, item by item, last writer wins. Transactions do not cross as a
 * whole and conditions are never checked elsewhere; making that convenient here would hide real
 * faults.
 */
@NullMarked
package com.globalbooking.local.replication;

import org.jspecify.annotations.NullMarked;
