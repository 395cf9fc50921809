package com.globalbooking.stack.alarms;

import com.globalbooking.contract.Route;
import com.globalbooking.stack.booking.BookingApi;
import com.globalbooking.stack.naming.Names;
import com.pulumi.core.Output;
import java.util.List;
import java.util.Map;

/** Alarms of what guests see: whether they are answered, how fast, and whether they are refused. */
final class ApiAlarms {

  static final String NAMESPACE = "AWS/ApiGateway";

  private static final int ANSWER_MILLIS_MAX = 400;
  private static final double PAGED_PERCENT = 1;
  private static final double CANNOT_BOOK_PERCENT = 20;
  private static final int REQUESTS_MIN = 20;
  private static final int REFUSED_PER_MINUTE_MAX = 60;

  private ApiAlarms() {}

  static List<Alarm> of(Names names, Output<String> apiId) {
    return List.of(
        Alarm.above(
                "api-5xx",
                "More than one request in a hundred is answered with a fault: read the logs of the"
                    + " API and the functions.",
                faults(apiId),
                PAGED_PERCENT)
            .often(3, 5),
        Alarm.above(
                "api-down",
                "A fifth of all requests is answered with a fault: guests cannot book here, and"
                    + " Route 53 leads them to other Regions.",
                faults(apiId),
                CANNOT_BOOK_PERCENT)
            .lasting(3),
        Alarm.above(
                "booking-latency",
                "One booking in twenty takes longer than 400 ms: look at booking-handler's duration,"
                    + " cold starts and calls to other Regions.",
                new Alarm.Metric(
                    NAMESPACE,
                    "Latency",
                    "p95",
                    Map.of(
                        "ApiId", apiId,
                        "Stage", Output.of("$default"),
                        "Method", Output.of(method(Route.BOOK)),
                        "Resource", Output.of(path(Route.BOOK)))),
                ANSWER_MILLIS_MAX)
            .often(3, 5),
        Alarm.above(
                "api-throttled",
                "Requests are refused with 429: raise throttlingRateLimit if they are guests', find"
                    + " the client if they are not.",
                new Alarm.Metric(
                    BookingApi.metricNamespace(names),
                    BookingApi.THROTTLED_METRIC,
                    "Sum",
                    Map.of()),
                REFUSED_PER_MINUTE_MAX)
            .lasting(3));
  }

  /** HTTP APIs publish {@code 5xx}; {@code 5XXError} is what REST APIs publish. */
  private static Alarm.Share faults(Output<String> apiId) {
    return new Alarm.Share(
        new Alarm.Metric(NAMESPACE, "5xx", "Sum", Map.of("ApiId", apiId)),
        new Alarm.Metric(NAMESPACE, "Count", "Sum", Map.of("ApiId", apiId)),
        REQUESTS_MIN);
  }

  private static String method(Route route) {
    return route.key().substring(0, route.key().indexOf(' '));
  }

  private static String path(Route route) {
    return route.key().substring(route.key().indexOf(' ') + 1);
  }
}
