/**
 * The global name of the API: Route 53's latency routing with health checks, as a proxy on one
 * machine. Requests pass through unread; nothing that looks into them may enter.
 */
@NullMarked
package com.globalbooking.local.routing;

import org.jspecify.annotations.NullMarked;
