/**
 * The one way in which local Regions open an HTTP port (on 127.0.0.1, on virtual threads, without
 * Nagle's delay) and pass requests on. Nothing that knows a service, a Region or a resource may
 * enter.
 */
@NullMarked
package com.globalbooking.local.loopback;

import org.jspecify.annotations.NullMarked;
