package com.globalbooking.local.cli;

import com.globalbooking.local.LocalRegions;
import com.globalbooking.local.RegionName;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;

/** What a person sees when the Regions are ready: endpoints, and lines to copy and paste. */
final class Greeting {
  private static final int NIGHTS_AHEAD = 10;

  private Greeting() {}

  static void print(LocalRegions local, List<RegionName> regions, Clock clock, PrintWriter out) {
    out.printf("%nReady.%n  global     %s%n", local.globalEndpoint());
    regions.forEach(region -> out.printf("  %-10s %s%n", region, local.apiEndpoint(region)));
    String night = LocalDate.now(clock).plusDays(NIGHTS_AHEAD).toString();
    out.printf(
        """

        Try:
          TOKEN=$(scripts/local token --sub alice)
          curl -s %1$s/book -H "Authorization: Bearer $TOKEN" -H 'Idempotency-Key: demo-1' \\
            -d '{"propertyId":"harbour-seattle","roomId":"double","date":"%3$s","units":1,"guestInfo":{"name":"Alice Example","email":"alice@example.com"}}'
          curl -s %2$s/bookings/<bookingId> -H "Authorization: Bearer $TOKEN"
          curl -s '%1$s/properties/grand-reykjavik/availability?from=%3$s&to=%3$s' -H "Authorization: Bearer $TOKEN"
        Stop: scripts/local down%n\
        """,
        local.globalEndpoint(), local.apiEndpoint(regions.getLast()), night);
  }
}
