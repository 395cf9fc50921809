package com.globalbooking.local.routing;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.globalbooking.local.aws.AwsFault;
import com.globalbooking.local.aws.AwsRequest;
import com.globalbooking.local.aws.AwsService;
import com.globalbooking.local.aws.Permission;
import com.globalbooking.local.loopback.Answer;
import com.globalbooking.local.routing.HealthCheck.Kind;
import com.globalbooking.local.routing.HealthChecks.Status;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The operations of Route 53 by which people look at health checks and take Regions out: {@code
 * GetHealthCheck}, {@code GetHealthCheckStatus}, {@code ListHealthChecks} and {@code
 * UpdateHealthCheck}. Global: the Region of the signature does not matter.
 */
public final class Route53Service implements AwsService {
  static final String NAMESPACE = "https://route53.amazonaws.com/doc/2013-04-01/";

  private static final Pattern PATH =
      Pattern.compile("/2013-04-01/healthcheck(?:/([A-Za-z0-9-]{1,64})(/status)?)?/?");

  private final HealthChecks checks;
  private final Clock clock;

  /**
   * @param clock dates observations
   */
  public Route53Service(HealthChecks checks, Clock clock) {
    this.checks = checks;
    this.clock = clock;
  }

  private enum Operation {
    GetHealthCheck,
    GetHealthCheckStatus,
    ListHealthChecks,
    UpdateHealthCheck
  }

  /** An operation, and the check that it is about; empty for all. */
  private record Asked(Operation operation, String id) {}

  @Override
  public String signingName() {
    return "route53";
  }

  @Override
  public List<Permission> permissions(AwsRequest request) throws AwsFault {
    Asked asked = asked(request);
    return List.of(
        new Permission(
            "route53:" + asked.operation().name(),
            asked.id().isEmpty() ? "*" : "arn:aws:route53:::healthcheck/" + asked.id()));
  }

  @Override
  public Answer answer(AwsRequest request) throws AwsFault {
    Asked asked = asked(request);
    return switch (asked.operation()) {
      case GetHealthCheck -> answer("GetHealthCheckResponse", xml(required(asked.id())));
      case GetHealthCheckStatus -> answer("GetHealthCheckStatusResponse", seen(asked.id()));
      case UpdateHealthCheck ->
          answer("UpdateHealthCheckResponse", xml(update(asked.id(), request.body())));
      case ListHealthChecks -> answer("ListHealthChecksResponse", all());
    };
  }

  @Override
  public Answer shape(AwsFault fault) {
    String code = fault.code().equals("AccessDeniedException") ? "AccessDenied" : fault.code();
    return answer(
        fault.status(),
        "<ErrorResponse xmlns=\"%s\"><Error><Type>%s</Type><Code>%s</Code><Message>%s</Message>"
                .formatted(
                    NAMESPACE,
                    fault.status() < 500 ? "Sender" : "Receiver",
                    escaped(code),
                    escaped(fault.sentence()))
            + "</Error><RequestId>%s</RequestId></ErrorResponse>".formatted(UUID.randomUUID()));
  }

  private static Asked asked(AwsRequest request) throws AwsFault {
    Matcher path = PATH.matcher(request.target().getPath());
    boolean get = request.method().equals("GET");
    if (path.matches()) {
      String id = path.group(1);
      if (id == null && get) {
        return new Asked(Operation.ListHealthChecks, "");
      }
      if (id != null && path.group(2) != null && get) {
        return new Asked(Operation.GetHealthCheckStatus, id);
      }
      if (id != null && path.group(2) == null && get) {
        return new Asked(Operation.GetHealthCheck, id);
      }
      if (id != null && path.group(2) == null && request.method().equals("POST")) {
        return new Asked(Operation.UpdateHealthCheck, id);
      }
    }
    throw new AwsFault(
        400,
        "InvalidInput",
        "Local Regions have no Route 53 operation %s %s."
            .formatted(request.method(), request.target().getPath()));
  }

  private Status required(String id) throws AwsFault {
    return checks
        .status(id)
        .orElseThrow(
            () ->
                new AwsFault(
                    404,
                    "NoSuchHealthCheck",
                    "A health check with id %s does not exist.".formatted(id)));
  }

  private Status update(String id, byte[] body) throws AwsFault {
    Status before = required(id);
    UpdateHealthCheck asked = UpdateHealthCheck.parse(body);
    if (asked.version().isPresent() && asked.version().get() != before.version()) {
      throw new AwsFault(
          409,
          "HealthCheckVersionMismatch",
          "The health check %s is at version %d.".formatted(id, before.version()));
    }
    try {
      return checks.update(id, asked::changed);
    } catch (IllegalArgumentException refused) {
      throw new AwsFault(400, "InvalidInput", String.valueOf(refused.getMessage()));
    }
  }

  /** One checker's observation. */
  private String seen(String id) throws AwsFault {
    Status status = required(id);
    return "<HealthCheckObservations><HealthCheckObservation><Region>us-east-1</Region>"
        + "<IPAddress>127.0.0.1</IPAddress><StatusReport><Status>%s</Status>"
            .formatted(status.healthy() ? "Success: local check" : "Failure: local check")
        + "<CheckedTime>%s</CheckedTime></StatusReport>".formatted(clock.instant())
        + "</HealthCheckObservation></HealthCheckObservations>";
  }

  private String all() {
    var all = new StringBuilder("<HealthChecks>");
    checks.all().forEach(status -> all.append(xml(status)));
    return all
        + "</HealthChecks><Marker></Marker><IsTruncated>false</IsTruncated><MaxItems>1000</MaxItems>";
  }

  private static String xml(Status status) {
    HealthCheck check = status.check();
    return "<HealthCheck><Id>%1$s</Id><CallerReference>%1$s</CallerReference><HealthCheckConfig>"
            .formatted(status.id())
        + "<Type>%s</Type>%s<Inverted>%s</Inverted><Disabled>%s</Disabled></HealthCheckConfig>"
            .formatted(check.kind().type(), xml(check.kind()), check.inverted(), check.disabled())
        + "<HealthCheckVersion>%d</HealthCheckVersion></HealthCheck>".formatted(status.version());
  }

  private static String xml(Kind kind) {
    return switch (kind) {
      case Kind.Endpoint endpoint ->
          "<Port>%d</Port><ResourcePath>%s</ResourcePath>"
                  .formatted(endpoint.port(), escaped(endpoint.path()))
              + "<FullyQualifiedDomainName>%s</FullyQualifiedDomainName>"
                  .formatted(escaped(endpoint.domainName()))
              + "<RequestInterval>%d</RequestInterval><FailureThreshold>%d</FailureThreshold>"
                  .formatted(endpoint.interval().toSeconds(), endpoint.failureThreshold());
      case Kind.Metric metric ->
          "<AlarmIdentifier><Region>%s</Region><Name>%s</Name></AlarmIdentifier>"
                  .formatted(metric.region(), escaped(metric.alarmName()))
              + "<InsufficientDataHealthStatus>%s</InsufficientDataHealthStatus>"
                  .formatted(metric.withoutData().value());
      case Kind.Calculated(List<String> children, int threshold) -> {
        var list = new StringBuilder();
        children.forEach(
            id -> list.append("<ChildHealthCheck>%s</ChildHealthCheck>".formatted(id)));
        yield "<HealthThreshold>%d</HealthThreshold><ChildHealthChecks>%s</ChildHealthChecks>"
            .formatted(threshold, list);
      }
    };
  }

  private static Answer answer(String element, String content) {
    return answer(
        200,
        "<?xml version=\"1.0\"?><%1$s xmlns=\"%2$s\">%3$s</%1$s>"
            .formatted(element, NAMESPACE, content));
  }

  private static Answer answer(int status, String xml) {
    return new Answer(status, Map.of("Content-Type", List.of("text/xml")), xml.getBytes(UTF_8));
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
