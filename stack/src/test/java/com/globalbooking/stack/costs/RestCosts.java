package com.globalbooking.stack.costs;

import com.globalbooking.stack.engine.Registered;
import com.globalbooking.stack.engine.StackGraph;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The arithmetic of costs at rest: what a graph declares, times a price.
 *
 * <p>Prices are list prices of us-east-1 as remembered when this was written, in US dollars; other
 * Regions cost up to a quarter more.
 */
final class RestCosts {

  private static final double HOURS_OF_A_MONTH = 730;

  /** Dollars an hour. */
  private static final Map<String, Double> CACHE_NODES =
      Map.of("cache.r7g.large", 0.219, "cache.t4g.micro", 0.016);

  /** Dollars an hour. */
  private static final Map<String, Double> DATABASE_INSTANCES =
      Map.of("db.r7g.large", 0.276, "db.serverless", 0.06);

  /**
   * A line of the table.
   *
   * @param each dollars a month for one
   * @param price how the price comes about
   * @param count how many a graph declares
   */
  private record Item(String what, double each, String price, ToDoubleFunction<StackGraph> count) {}

  private static final List<Item> ITEMS =
      List.of(
          hourly("NAT gateway", 0.045, ofType("aws:ec2/natGateway:NatGateway")),
          hourly("public IPv4 address of a NAT gateway", 0.005, ofType("aws:ec2/eip:Eip")),
          hourly("interface endpoint, in one zone", 0.01, RestCosts::endpointInterfaces),
          cacheNode("cache.r7g.large"),
          cacheNode("cache.t4g.micro"),
          instance("db.r7g.large", ""),
          instance("db.serverless", " at its least, 0.5 ACU"),
          monthly("database storage, 10 GB", 1.00, ofType("aws:rds/cluster:Cluster")),
          monthly("metric of an alarm", 0.10, RestCosts::alarmMetrics),
          monthly("composite alarm", 0.50, ofType("aws:cloudwatch/compositeAlarm:CompositeAlarm")),
          monthly("dashboard", 3.00, ofType("aws:cloudwatch/dashboard:Dashboard")),
          monthly("health check by HTTPS", 1.50, healthChecks("HTTPS")),
          monthly(
              "other health check",
              0.50,
              graph ->
                  healthChecks("CLOUDWATCH_METRIC").applyAsDouble(graph)
                      + healthChecks("CALCULATED").applyAsDouble(graph)),
          monthly("encryption key", 1.00, ofType("aws:kms/key:Key")),
          // RDS makes one more for each cluster, and the program none for it.
          monthly(
              "secret",
              0.40,
              graph ->
                  ofType("aws:secretsmanager/secret:Secret").applyAsDouble(graph)
                      + ofType("aws:rds/cluster:Cluster").applyAsDouble(graph)),
          monthly(
              "what a Region does by itself (estimate)",
              15.00,
              ofType("aws:apigatewayv2/api:Api")));

  private RestCosts() {}

  /** The table for documents, of production and of development. */
  static String table(List<StackGraph> production, List<StackGraph> development) {
    return """
        | what | $ a month for one | prod: number | prod: $ | dev: number | dev: $ |
        | --- | --- | --: | --: | --: | --: |
        %s
        | **all** | | | **%s** | | **%s** |
        """
        .formatted(
            ITEMS.stream()
                .map(item -> row(item, production, development))
                .collect(Collectors.joining("\n")),
            dollars(total(production)),
            dollars(total(development)));
  }

  /** Dollars a month of an environment. */
  static double total(List<StackGraph> graphs) {
    return ITEMS.stream().mapToDouble(item -> item.each() * number(item, graphs)).sum();
  }

  /** Sizes that a graph declares and no price is known of. */
  static List<String> withoutPrice(StackGraph graph) {
    List<String> nodes =
        inputs(graph, "aws:elasticache/replicationGroup:ReplicationGroup", "nodeType");
    List<String> instances =
        inputs(graph, "aws:rds/clusterInstance:ClusterInstance", "instanceClass");
    nodes = nodes.stream().filter(size -> !CACHE_NODES.containsKey(size)).toList();
    instances = instances.stream().filter(size -> !DATABASE_INSTANCES.containsKey(size)).toList();
    return Stream.concat(nodes.stream(), instances.stream()).toList();
  }

  private static String row(Item item, List<StackGraph> production, List<StackGraph> development) {
    double inProduction = number(item, production);
    double inDevelopment = number(item, development);
    return "| %s | %s | %.0f | %s | %.0f | %s |"
        .formatted(
            item.what(),
            item.price(),
            inProduction,
            dollars(inProduction * item.each()),
            inDevelopment,
            dollars(inDevelopment * item.each()));
  }

  private static double number(Item item, List<StackGraph> graphs) {
    return graphs.stream().mapToDouble(item.count()).sum();
  }

  private static Item hourly(String what, double hour, ToDoubleFunction<StackGraph> count) {
    double month = hour * HOURS_OF_A_MONTH;
    String price = String.format(Locale.ROOT, "%.3f × 730 h = %.2f", hour, month);
    return new Item(what, month, price, count);
  }

  private static Item cacheNode(String size) {
    return hourly(
        "cache node `" + size + "`",
        Objects.requireNonNull(CACHE_NODES.get(size)),
        cacheNodes(size));
  }

  private static Item instance(String size, String note) {
    return hourly(
        "database instance `" + size + "`" + note,
        Objects.requireNonNull(DATABASE_INSTANCES.get(size)),
        instances(size));
  }

  private static Item monthly(String what, double month, ToDoubleFunction<StackGraph> count) {
    return new Item(what, month, String.format(Locale.ROOT, "%.2f", month), count);
  }

  private static ToDoubleFunction<StackGraph> ofType(String type) {
    return graph -> graph.ofType(type).size();
  }

  private static double endpointInterfaces(StackGraph graph) {
    return graph.ofType("aws:ec2/vpcEndpoint:VpcEndpoint").stream()
        .filter(endpoint -> endpoint.text("vpcEndpointType").equals("Interface"))
        .mapToInt(endpoint -> endpoint.texts("subnetIds").size())
        .sum();
  }

  private static ToDoubleFunction<StackGraph> cacheNodes(String size) {
    return graph ->
        graph.ofType("aws:elasticache/replicationGroup:ReplicationGroup").stream()
            .filter(cache -> cache.text("nodeType").equals(size))
            .mapToInt(
                cache ->
                    cache.input("numNodeGroups").getAsInt()
                        * (1 + cache.input("replicasPerNodeGroup").getAsInt()))
            .sum();
  }

  private static ToDoubleFunction<StackGraph> instances(String size) {
    return graph ->
        inputs(graph, "aws:rds/clusterInstance:ClusterInstance", "instanceClass").stream()
            .filter(size::equals)
            .count();
  }

  private static ToDoubleFunction<StackGraph> healthChecks(String type) {
    return graph ->
        inputs(graph, "aws:route53/healthCheck:HealthCheck", "type").stream()
            .filter(type::equals)
            .count();
  }

  /** An alarm on an expression costs as many as it reads. */
  private static double alarmMetrics(StackGraph graph) {
    return graph.ofType("aws:cloudwatch/metricAlarm:MetricAlarm").stream()
        .mapToLong(
            alarm ->
                alarm.inputs().has("metricQueries")
                    ? alarm.objects("metricQueries").stream()
                        .filter(query -> query.has("metric"))
                        .count()
                    : 1)
        .sum();
  }

  private static List<String> inputs(StackGraph graph, String type, String input) {
    return graph.ofType(type).stream().map((Registered it) -> it.text(input)).toList();
  }

  private static String dollars(double amount) {
    return String.format(Locale.ROOT, "%,.0f", amount);
  }
}
