/**
 * The certificate authority of the local Regions, made anew at each start: TLS to local engines is
 * real and verified. Nothing that listens or connects may enter.
 */
@NullMarked
package com.globalbooking.local.certificates;

import org.jspecify.annotations.NullMarked;
