/**
 * What becomes of each AWS resource type in a local Region: one small handler per type, which makes
 * the real thing on the Region's engines and answers the outputs that AWS would. The protocol stays
 * in {@code engine}; engines, hosts and fronts stay in their own packages and know no Pulumi.
 */
@NullMarked
package com.globalbooking.local.resources;

import org.jspecify.annotations.NullMarked;
