package com.globalbooking.local.metrics;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.cbor.databind.CBORMapper;
import com.globalbooking.local.RegionName;
import com.globalbooking.local.aws.AwsFault;
import com.globalbooking.local.aws.AwsRequest;
import com.globalbooking.local.aws.AwsService;
import com.globalbooking.local.aws.Permission;
import com.globalbooking.local.loopback.Answer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * {@code DescribeAlarms} of CloudWatch, in the protocol of its present clients: Smithy RPC v2 with
 * CBOR. Metrics come by log lines, so that nothing else is asked for.
 *
 * @see <a href="https://smithy.io/2.0/additional-specs/protocols/smithy-rpc-v2.html">the
 *     protocol</a>
 */
public final class CloudWatchService implements AwsService {
  private static final String DESCRIBE_ALARMS =
      "/service/GraniteServiceVersion20100801/operation/DescribeAlarms";
  private static final String METRIC_ALARM = "MetricAlarm";
  private static final String COMPOSITE_ALARM = "CompositeAlarm";
  private static final int RECORDS_MAX = 100;

  private static final CBORMapper CBOR = CBORMapper.builder().build();

  private final Function<RegionName, Optional<List<DescribedAlarm>>> alarms;

  /**
   * @param alarms of a Region, by name; empty where there is no such Region
   */
  public CloudWatchService(Function<RegionName, Optional<List<DescribedAlarm>>> alarms) {
    this.alarms = alarms;
  }

  @Override
  public String signingName() {
    return "monitoring";
  }

  @Override
  public List<Permission> permissions(AwsRequest request) throws AwsFault {
    requireOperation(request);
    // Whoever may not ask for all gets no composite alarms; local Regions refuse him altogether.
    return List.of(
        new Permission(
            "cloudwatch:DescribeAlarms",
            "arn:aws:cloudwatch:%s:%s:alarm:*".formatted(request.region(), request.accountId())));
  }

  @Override
  public Answer answer(AwsRequest request) throws AwsFault {
    requireOperation(request);
    JsonNode asked = parse(request.body());
    List<DescribedAlarm> here =
        alarms
            .apply(request.region())
            .orElseThrow(
                () ->
                    new AwsFault(
                        503,
                        "ServiceUnavailable",
                        "There is no local Region " + request.region() + "."));
    List<DescribedAlarm> found =
        here.stream()
            .filter(alarm -> types(asked).contains(typeOf(alarm)))
            .filter(alarm -> isAskedFor(alarm, asked))
            .toList();
    int from = asked.path("NextToken").asInt(0);
    int to = Math.min(found.size(), from + asked.path("MaxRecords").asInt(RECORDS_MAX));
    if (from > to) {
      throw new AwsFault(400, "InvalidNextToken", "The token is not one of this operation.");
    }
    Optional<String> next = to < found.size() ? Optional.of("" + to) : Optional.empty();
    return cbor(200, AlarmsInCbor.write(found.subList(from, to), next));
  }

  @Override
  public Answer shape(AwsFault fault) {
    try {
      return cbor(
          fault.status(),
          CBOR.writeValueAsBytes(
              Map.of(
                  "__type",
                  "com.amazonaws.cloudwatch#" + fault.code(),
                  "message",
                  fault.sentence())));
    } catch (IOException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static void requireOperation(AwsRequest request) throws AwsFault {
    String path = request.target().getPath();
    if (!path.equals(DESCRIBE_ALARMS)) {
      throw new AwsFault(
          400, "UnknownOperationException", "Local Regions have no CloudWatch operation " + path);
    }
  }

  private static JsonNode parse(byte[] body) throws AwsFault {
    try {
      return CBOR.readTree(body);
    } catch (IOException e) {
      throw new AwsFault(400, "SerializationException", "The body of the request is not CBOR.");
    }
  }

  /** Without types only metric alarms are looked for. */
  private static Set<String> types(JsonNode asked) {
    List<String> types = texts(asked.path("AlarmTypes"));
    return types.isEmpty() ? Set.of(METRIC_ALARM) : new HashSet<>(types);
  }

  private static String typeOf(DescribedAlarm alarm) {
    return alarm.isComposite() ? COMPOSITE_ALARM : METRIC_ALARM;
  }

  private static boolean isAskedFor(DescribedAlarm alarm, JsonNode asked) {
    List<String> names = texts(asked.path("AlarmNames"));
    String state = asked.path("StateValue").asText("");
    return (names.isEmpty() || names.contains(alarm.status().name()))
        && alarm.status().name().startsWith(asked.path("AlarmNamePrefix").asText(""))
        && (state.isEmpty() || state.equals(alarm.status().state().name()));
  }

  private static List<String> texts(JsonNode list) {
    List<String> texts = new ArrayList<>();
    Stream.of(list).flatMap(JsonNode::valueStream).forEach(item -> texts.add(item.asText()));
    return texts;
  }

  private static Answer cbor(int status, byte[] body) {
    return new Answer(
        status,
        Map.of(
            "Content-Type", List.of("application/cbor"),
            "smithy-protocol", List.of("rpc-v2-cbor")),
        body);
  }
}
