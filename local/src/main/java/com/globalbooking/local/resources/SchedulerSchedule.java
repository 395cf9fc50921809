package com.globalbooking.local.resources;

import com.globalbooking.local.engine.Inputs;
import com.globalbooking.local.engine.PropertyValue;
import com.globalbooking.local.engine.PropertyValue.Fields;
import com.globalbooking.local.engine.Resource;
import com.globalbooking.local.engine.ResourceHandler;
import com.globalbooking.local.schedules.FunctionTarget;
import com.globalbooking.local.schedules.Schedule;
import com.globalbooking.local.schedules.Schedule.RetryPolicy;
import com.globalbooking.local.schedules.ScheduleExpression;
import com.globalbooking.local.schedules.ScheduleTarget;
import com.globalbooking.local.schedules.StateMachineTarget;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.Set;

/** {@code aws:scheduler/schedule:Schedule}: a state machine or a function as its target. */
final class SchedulerSchedule implements ResourceHandler {
  static final String TYPE = "aws:scheduler/schedule:Schedule";

  private static final String FUNCTION = ":function:";

  private final RegionContext context;

  SchedulerSchedule(RegionContext context) {
    this.context = context;
  }

  @Override
  public Created create(Resource resource) {
    Inputs inputs = resource.inputs();
    requireNoWindow(inputs);
    String name = ResourceNames.nameOf(resource);
    String group = inputs.optionalString("groupName").orElse("default");
    String arn = context.arn("scheduler", "schedule/%s/%s".formatted(group, name));
    Inputs target =
        inputs
            .object("target")
            .orElseThrow(() -> new IllegalArgumentException("a schedule needs a 'target'"));
    var zone = ZoneId.of(inputs.optionalString("scheduleExpressionTimezone").orElse("UTC"));
    context
        .operations()
        .schedules()
        .deploy(
            new Schedule(
                arn,
                name,
                ScheduleExpression.parse(inputs.string("scheduleExpression"), zone),
                inputs.optionalString("startDate").map(Instant::parse),
                inputs.optionalString("endDate").map(Instant::parse),
                !inputs.optionalString("state").orElse("ENABLED").equals("DISABLED"),
                target.string("roleArn"),
                target(target.string("arn")),
                target.optionalString("input").orElse("{}"),
                target.object("retryPolicy").map(this::retries).orElse(RetryPolicy.DEFAULT)));
    return new Created(
        group + "/" + name,
        PropertyValue.fields(Map.of("name", name, "arn", arn, "groupName", group)));
  }

  @Override
  public Map<String, String> generated(Resource resource) {
    return ResourceNames.generated(resource);
  }

  @Override
  public Set<String> replacedBy() {
    return Set.of("name", "groupName");
  }

  @Override
  public Fields update(Existing existing, Resource wanted) {
    return create(wanted).computed(); // one of the same name is replaced
  }

  @Override
  public void delete(Existing existing) {
    context.operations().schedules().remove(existing.outputs().string("name"));
  }

  private static void requireNoWindow(Inputs inputs) {
    String mode =
        inputs.object("flexibleTimeWindow").map(it -> it.string("mode")).orElse("missing");
    if (!mode.equals("OFF")) {
      throw new IllegalArgumentException(
          "'flexibleTimeWindow' must have the mode OFF in local Regions, not " + mode);
    }
  }

  private ScheduleTarget target(String arn) {
    if (arn.startsWith("arn:aws:states:")) {
      return new StateMachineTarget(arn, context.operations().stateMachines());
    }
    if (arn.startsWith("arn:aws:lambda:") && arn.contains(FUNCTION)) {
      return new FunctionTarget(arn, context.functions());
    }
    throw new IllegalArgumentException(
        "Local schedules invoke state machines and functions, not " + arn);
  }

  private RetryPolicy retries(Inputs policy) {
    return new RetryPolicy(
        policy
            .optionalWhole("maximumRetryAttempts")
            .map(Math::toIntExact)
            .orElse(RetryPolicy.DEFAULT.attempts()),
        policy
            .optionalWhole("maximumEventAgeInSeconds")
            .map(Duration::ofSeconds)
            .orElse(RetryPolicy.DEFAULT.longest()));
  }
}
