package com.globalbooking.local.system;

import static com.globalbooking.local.system.Aftermath.eventually;
import static com.globalbooking.local.system.RunningLocalRegions.IRELAND;
import static com.globalbooking.local.system.RunningLocalRegions.OREGON;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import com.globalbooking.contract.BookingsTable;
import com.globalbooking.contract.Function;
import com.globalbooking.contract.InventoryTable;
import com.globalbooking.contract.OutboxTable;
import com.globalbooking.contract.StackOutput;
import com.globalbooking.local.LocalRegions;
import com.globalbooking.local.metrics.AlarmState;
import com.globalbooking.local.metrics.AlarmStatus;
import com.globalbooking.local.pms.PmsMode;
import com.globalbooking.local.pms.PmsSystems;
import com.globalbooking.local.system.Guests.Answer;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * GrantedIsUsed: what the roles allow is what the functions do, no more, no fewer. On the way it
 * shows that what cannot be read is put aside, each in the dead-letter queue of its function.
 */
@ExtendWith(RunningLocalRegions.class)
class ObservedCallsE2E {
  /** Made by Lambda itself or by the engines' own protocols: not to be seen here. */
  private static final Set<String> NOT_TO_BE_SEEN =
      Set.of(
          "logs:CreateLogStream",
          "logs:PutLogEvents",
          "xray:PutTraceSegments",
          "xray:PutTelemetryRecords",
          "ec2:AssignPrivateIpAddresses",
          "ec2:CreateNetworkInterface",
          "ec2:DeleteNetworkInterface",
          "ec2:DescribeNetworkInterfaces",
          "ec2:DescribeSubnets",
          "ec2:UnassignPrivateIpAddresses",
          "elasticache:Connect",
          "kms:Decrypt",
          "kms:GenerateDataKey");

  /** Needed only where this test would have to wait for rare circumstances. */
  private static final Map<Function, Set<String>> RARE =
      Map.of(
          // A look that ends before its segment remembers where; one that goes on forgets it.
          Function.RECONCILIATION_CHECKER,
          Set.of("dynamodb:PutItem", "dynamodb:DeleteItem"),
          // An overbooking that people were told of is over.
          Function.OVERBOOKING_RESOLVER,
          Set.of("dynamodb:DeleteItem"),
          // The audit database is down: messages are put off.
          Function.AUDIT_WRITER,
          Set.of("sqs:ChangeMessageVisibility", "sqs:GetQueueUrl"));

  @Test
  void everyGrantedActionIsUsedAndEveryUsedActionIsGranted(Guests guests, LocalRegions local)
      throws Exception {
    book(guests, local);
    overbook(guests, local);
    poison(local);
    audit(local);

    eventually(
        () -> {
          for (Function function : Function.values()) {
            assertThat(observed(local, function))
                .as(function.id())
                .isEqualTo(granted(local, function));
          }
          assertThat(new Aftermath(local).deadLetters(OREGON).keySet())
              .as("dead-letter queues that hold what could not be read")
              .containsExactlyInAnyOrder(
                  "event-publisher",
                  "cache-updater",
                  "hot-booking-checker",
                  "audit",
                  "pms-json.fifo",
                  "pms-opentravel.fifo", // the two PMS queues share one
                  "overbooking.fifo");
        });
    eventually(
        Duration.ofMinutes(4), // whole minutes are looked at, and two of them
        () ->
            assertThat(deadLetterAlarms(local))
                .as("alarms of dead-letter queues")
                .hasSize(6)
                .allSatisfy((alarm, state) -> assertThat(state).isEqualTo(AlarmState.ALARM)));
  }

  private static Map<String, AlarmState> deadLetterAlarms(LocalRegions local) {
    return local.region(OREGON).operations().monitoring().alarms().status().stream()
        .filter(alarm -> alarm.name().endsWith("-not-empty"))
        // Only SNS puts anything there, and only what it cannot deliver to a queue for weeks.
        .filter(alarm -> !alarm.name().contains("inventory-updates"))
        .collect(toMap(AlarmStatus::name, AlarmStatus::state));
  }

  private static Set<String> observed(LocalRegions local, Function function) {
    var observed =
        new TreeSet<>(
            local
                .accessControl()
                .observed()
                .getOrDefault("global-booking-local-" + function.id(), Set.of()));
    observed.removeAll(NOT_TO_BE_SEEN);
    observed.removeAll(RARE.getOrDefault(function, Set.of()));
    return observed;
  }

  private static Set<String> granted(LocalRegions local, Function function) {
    var granted = new TreeSet<>(local.accessControl().granted(role(function)));
    granted.removeAll(NOT_TO_BE_SEEN);
    granted.removeAll(RARE.getOrDefault(function, Set.of()));
    return granted;
  }

  private static void book(Guests guests, LocalRegions local) throws Exception {
    String alice = guests.guestToken("alice");
    local.connect("observed", PmsSystems.HARBOUR);
    guests.allot(guests.api(OREGON), "observed", 3, OREGON);
    guests.allot(guests.api(OREGON), "observed-far", 3, IRELAND);
    guests.nights(guests.api(OREGON), "observed");
    assertThat(local.awaitReplicated(Duration.ofSeconds(30))).isTrue();
    // A PMS that is down at first makes the worker put the event off.
    local.pms().named(PmsSystems.HARBOUR).become(PmsMode.DOWN);
    long calls = local.pms().named(PmsSystems.HARBOUR).report().calls();
    Answer booked =
        guests.book(
            guests.api(OREGON), alice, guests.stay("observed", 3), "Idempotency-Key", "observed");
    assertThat(booked.status()).isEqualTo(200);
    guests.get(guests.api(OREGON), alice, "/bookings/" + booked.body().path("bookingId").asText());
    assertThat(guests.book(guests.api(OREGON), alice, guests.stay("observed-far", 1)).status())
        .isEqualTo(200);
    eventually(
        () ->
            assertThat(local.pms().named(PmsSystems.HARBOUR).report().calls())
                .isGreaterThan(calls));
    local.pms().named(PmsSystems.HARBOUR).become(PmsMode.OK);
  }

  /** One guest who can be moved, and one who cannot. */
  private static void overbook(Guests guests, LocalRegions local) {
    URI api = guests.api(OREGON);
    for (String property : List.of("observed-moved", "observed-full")) {
      guests.allot(api, property, 1, OREGON);
      if (property.equals("observed-moved")) {
        guests.allot(api, property, "suite", guests.allotment(1, OREGON).put("roomRank", 60));
      }
      assertThat(guests.book(api, guests.guestToken("bob"), guests.stay(property, 1)).status())
          .isEqualTo(200);
      guests.allot(
          api, property, "double", guests.allotment(0, OREGON).put("acceptOverbooking", true));
    }
    eventually(
        () ->
            assertThat(new Aftermath(local).alarmMessages(OREGON))
                .anyMatch(body -> body.contains("observed-full")));
  }

  /** What nobody can read, in every table with a stream and in every queue. */
  private static void poison(LocalRegions local) {
    var aftermath = new Aftermath(local);
    aftermath.put(
        OREGON,
        StackOutput.OUTBOX_TABLE_NAME,
        Map.of(OutboxTable.PROPERTY_ID, "poison", OutboxTable.OUTBOX_ID, "poison"));
    aftermath.put(
        OREGON,
        StackOutput.INVENTORY_TABLE_NAME,
        Map.of(InventoryTable.BOOKING_KEY, "poison", InventoryTable.OWNER_REGION, OREGON.value()));
    aftermath.put(
        OREGON,
        StackOutput.BOOKINGS_TABLE_NAME,
        Map.of(BookingsTable.BOOKING_ID, "poison", BookingsTable.DECIDING_REGION, OREGON.value()));
    aftermath.send(OREGON, "audit", "poison");
    aftermath.send(OREGON, "pms-json.fifo", "poison");
    aftermath.send(OREGON, "overbooking.fifo", "poison");
  }

  private static void audit(LocalRegions local) throws Exception {
    assertThat(new Aftermath(local).audit(OREGON).stopped()).isPresent();
  }

  private static String role(Function function) {
    return "arn:aws:iam::000000000000:role/global-booking-local-%s-%s"
        .formatted(function.id(), OREGON);
  }
}
