package com.globalbooking.stack.engine;

import com.google.protobuf.ListValue;
import com.google.protobuf.Struct;
import com.google.protobuf.Value;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** What AWS adds to a resource when it creates it: ids, ARNs, versions, addresses. */
final class FakeAws {

  static final String ACCOUNT = "111122223333";

  private FakeAws() {}

  /** The inputs with what AWS would add. */
  static Struct create(String region, String type, String name, Struct inputs) {
    Struct.Builder state = inputs.toBuilder();
    String called = text(inputs, "name", name);
    switch (type) {
      case "aws:dynamodb/table:Table" -> {
        put(state, "arn", arn("dynamodb", region, "table/" + called));
        put(state, "streamArn", stream(region, called));
      }
      case "aws:dynamodb/tableReplica:TableReplica" ->
          put(
              state,
              "arn",
              text(inputs, "globalTableArn", "")
                  .replaceFirst(":dynamodb:[^:]*:", ":dynamodb:" + region + ":"));
      case "aws:lambda/function:Function" -> {
        String arn = arn("lambda", region, "function:" + called);
        put(state, "arn", arn);
        put(state, "invokeArn", "arn:aws:apigateway:" + region + ":lambda:path/" + arn);
        put(state, "version", "7");
      }
      case "aws:lambda/alias:Alias" -> {
        String arn =
            arn("lambda", region, "function:" + text(inputs, "functionName", "") + ":" + called);
        put(state, "arn", arn);
        put(state, "invokeArn", "arn:aws:apigateway:" + region + ":lambda:path/" + arn);
      }
      case "aws:lambda/invocation:Invocation" ->
          put(state, "result", smoked(text(inputs, "input", "")));
      case "aws:cloudwatch/metricAlarm:MetricAlarm" ->
          put(state, "arn", arn("cloudwatch", region, "alarm:" + called));
      case "aws:cloudwatch/compositeAlarm:CompositeAlarm" ->
          put(state, "arn", arn("cloudwatch", region, "alarm:" + text(inputs, "alarmName", "")));
      case "aws:ec2/eip:Eip" ->
          put(state, "publicIp", "203.0.113." + name.replaceAll("[^0-9]", ""));
      case "aws:backup/vault:Vault" ->
          put(state, "arn", arn("backup", region, "backup-vault:" + called));
      case "aws:acm/certificate:Certificate" -> {
        put(state, "arn", arn("acm", region, "certificate/" + name));
        state.putFields("domainValidationOptions", validation(text(inputs, "domainName", "")));
      }
      case "aws:route53/record:Record" -> put(state, "fqdn", called);
      case "aws:apigatewayv2/domainName:DomainName" -> {
        Struct.Builder configuration =
            inputs.getFieldsOrThrow("domainNameConfiguration").getStructValue().toBuilder();
        put(configuration, "targetDomainName", "d-" + name + ".execute-api." + region + ".example");
        put(configuration, "hostedZoneId", "ZAPI" + region.toUpperCase(Locale.ROOT));
        state.putFields(
            "domainNameConfiguration", Value.newBuilder().setStructValue(configuration).build());
      }
      case "aws:cognito/userPoolClient:UserPoolClient" -> put(state, "clientSecret", "a-secret");
      case "aws:iam/role:Role" -> put(state, "arn", arn("iam", "", "role/" + called));
      case "aws:kms/key:Key" -> put(state, "arn", arn("kms", region, "key/" + name));
      case "aws:secretsmanager/secret:Secret" ->
          put(state, "arn", arn("secretsmanager", region, "secret:" + called + "-AbCdEf"));
      case "aws:sns/topic:Topic" -> put(state, "arn", arn("sns", region, called));
      case "aws:cloudwatch/eventBus:EventBus" ->
          put(state, "arn", arn("events", region, "event-bus/" + called));
      case "aws:sqs/queue:Queue" -> {
        put(state, "arn", arn("sqs", region, called));
        put(state, "url", "https://sqs." + region + ".example/" + ACCOUNT + "/" + called);
      }
      case "aws:sfn/stateMachine:StateMachine" ->
          put(state, "arn", arn("states", region, "stateMachine:" + called));
      case "aws:ec2/vpcEndpoint:VpcEndpoint" -> put(state, "prefixListId", "pl-" + name);
      case "aws:elasticache/user:User" ->
          put(state, "arn", arn("elasticache", region, "user:" + text(inputs, "userId", name)));
      case "aws:elasticache/replicationGroup:ReplicationGroup" -> {
        String id = text(inputs, "replicationGroupId", name);
        put(state, "arn", arn("elasticache", region, "replicationgroup:" + id));
        put(state, "configurationEndpointAddress", "clustercfg." + id + ".example");
        state.putFields("memberClusters", nodes(id, inputs));
      }
      case "aws:rds/cluster:Cluster" -> {
        String id = text(inputs, "clusterIdentifier", name);
        put(state, "arn", arn("rds", region, "cluster:" + id));
        put(state, "endpoint", id + ".cluster.example");
        put(state, "readerEndpoint", id + ".cluster-ro.example");
        state.putFields("masterUserSecrets", masterSecret(region));
      }
      case "aws:cloudwatch/logGroup:LogGroup" ->
          put(state, "arn", arn("logs", region, "log-group:" + called));
      case "aws:s3/bucketV2:BucketV2" ->
          put(state, "arn", "arn:aws:s3:::" + text(inputs, "bucket", name));
      case "aws:s3/bucketObjectv2:BucketObjectv2" -> put(state, "versionId", "version-of-" + name);
      case "aws:apigatewayv2/api:Api" -> {
        put(state, "apiEndpoint", "https://" + name + ".execute-api." + region + ".example");
        put(state, "executionArn", arn("execute-api", region, name));
      }
      default -> {
        // Nothing that another resource asks for.
      }
    }
    return state.build();
  }

  /** What a function answers that starts: see the contract's SmokeEvent. */
  private static String smoked(String input) {
    if (input.contains("routeKey")) {
      return "{\"statusCode\":200,\"headers\":{},\"body\":\"{}\",\"isBase64Encoded\":false}";
    }
    return input.contains("Records") ? "{\"batchItemFailures\":[]}" : "{\"started\":true}";
  }

  private static Value validation(String domainName) {
    Struct.Builder option = Struct.newBuilder();
    put(option, "domainName", domainName);
    put(option, "resourceRecordName", "_validation." + domainName);
    put(option, "resourceRecordType", "CNAME");
    put(option, "resourceRecordValue", "_of." + domainName + ".acm-validations.example");
    ListValue one =
        ListValue.newBuilder().addValues(Value.newBuilder().setStructValue(option)).build();
    return Value.newBuilder().setListValue(one).build();
  }

  static Struct table(String region, Struct arguments) {
    String name = text(arguments, "name", "");
    return answer(
        Map.of(
            "name",
            name,
            "arn",
            arn("dynamodb", region, "table/" + name),
            "streamArn",
            stream(region, name)));
  }

  static Struct parameter(Struct arguments, String text) {
    String name = text(arguments, "name", "");
    return answer(Map.of("name", name, "value", text, "insecureValue", text, "type", "String"));
  }

  static Struct quota(double value) {
    return Struct.newBuilder()
        .putFields("value", Value.newBuilder().setNumberValue(value).build())
        .putFields("quotaCode", value("L-B99A9384"))
        .putFields("serviceCode", value("lambda"))
        .build();
  }

  static Struct zone(String name, Struct arguments) {
    return answer(Map.of("name", name, "zoneId", text(arguments, "zoneId", "")));
  }

  private static Struct answer(Map<String, String> texts) {
    Struct.Builder answer = Struct.newBuilder();
    texts.forEach((key, text) -> put(answer, key, text));
    put(answer, "id", "an-id");
    return answer.build();
  }

  static Struct callerIdentity() {
    return Struct.newBuilder()
        .putAllFields(
            Map.of(
                "accountId", value(ACCOUNT),
                "arn", value("arn:aws:iam::" + ACCOUNT + ":user/test"),
                "id", value(ACCOUNT),
                "userId", value("test")))
        .build();
  }

  static Struct zones(String region) {
    ListValue.Builder names = ListValue.newBuilder();
    // In no order, as AWS promises none.
    Stream.of("d", "b", "a", "c").forEach(zone -> names.addValues(value(region + zone)));
    return Struct.newBuilder()
        .putFields("names", Value.newBuilder().setListValue(names).build())
        .putFields("id", value(region))
        .build();
  }

  private static Value nodes(String id, Struct inputs) {
    ListValue.Builder nodes = ListValue.newBuilder();
    int shards = number(inputs, "numNodeGroups");
    int inEach = 1 + number(inputs, "replicasPerNodeGroup");
    for (int node = shards * inEach; node > 0; node--) {
      nodes.addValues(
          value("%s-%04d-%03d".formatted(id, (node - 1) / inEach + 1, (node - 1) % inEach + 1)));
    }
    return Value.newBuilder().setListValue(nodes).build();
  }

  private static Value masterSecret(String region) {
    Struct.Builder secret = Struct.newBuilder();
    put(secret, "secretArn", arn("secretsmanager", region, "secret:rds!cluster-AbCdEf"));
    ListValue one =
        ListValue.newBuilder().addValues(Value.newBuilder().setStructValue(secret)).build();
    return Value.newBuilder().setListValue(one).build();
  }

  private static int number(Struct struct, String key) {
    return (int) struct.getFieldsOrThrow(key).getNumberValue();
  }

  static Value value(String text) {
    return Value.newBuilder().setStringValue(text).build();
  }

  private static String stream(String region, String table) {
    return arn("dynamodb", region, "table/" + table + "/stream/1");
  }

  private static String arn(String service, String region, String resource) {
    return "arn:aws:%s:%s:%s:%s".formatted(service, region, ACCOUNT, resource);
  }

  private static String text(Struct struct, String key, String otherwise) {
    return struct.getFieldsOrDefault(key, value(otherwise)).getStringValue();
  }

  private static void put(Struct.Builder struct, String key, String text) {
    struct.putFields(key, value(text));
  }
}
