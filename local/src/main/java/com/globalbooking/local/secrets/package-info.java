/**
 * Secrets Manager of the local Regions: versions and their stages in memory. What a secret is for,
 * and who made it, stays out.
 */
@NullMarked
package com.globalbooking.local.secrets;

import org.jspecify.annotations.NullMarked;
