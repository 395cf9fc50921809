package com.globalbooking.local.metrics;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * CloudWatch Logs' metric filters on the access logs of APIs: those that count answers of one
 * status. Thread-safe.
 */
public final class LogFilters implements MetricSource {
  private static final Pattern STATUS = Pattern.compile("\\{ \\$\\.status = (\\d{3}) }");

  private final Map<String, Filter> filters = new ConcurrentHashMap<>();

  private record Filter(int status, MetricId metric) {}

  /**
   * Takes a filter; one of the same name is replaced.
   *
   * @throws IllegalArgumentException for a pattern that is not evaluated here
   */
  public void deploy(String name, String pattern, MetricId metric) {
    Matcher status = STATUS.matcher(pattern);
    if (!status.matches()) {
      throw new IllegalArgumentException(
          "local Regions evaluate filters of the form { $.status = 429 }, not " + pattern);
    }
    filters.put(name, new Filter(Integer.parseInt(status.group(1)), metric));
  }

  /** Takes a filter away; that there is none is no failure. */
  public void remove(String name) {
    var _ = filters.remove(name);
  }

  /** Counts an answer of an API. */
  public void answered(int status, MetricSink sink) {
    Collection<Filter> all = filters.values();
    all.forEach(filter -> sink.put(filter.metric(), filter.status() == status ? 1 : 0));
  }

  @Override
  public Set<MetricId> canEmit() {
    return filters.values().stream().map(Filter::metric).collect(Collectors.toSet());
  }
}
