package com.globalbooking.overbookingresolver;

import com.globalbooking.domain.AllotmentReader;
import com.globalbooking.domain.AvailabilityStore;
import com.globalbooking.domain.BookingReader;
import com.globalbooking.domain.CancellingTwin;
import com.globalbooking.domain.Escalations;
import com.globalbooking.domain.Escalations.People;
import com.globalbooking.domain.JitteredRetry;
import com.globalbooking.domain.Region;
import com.globalbooking.domain.RepairStore;
import com.globalbooking.domain.ResolvingOverbooking;
import com.globalbooking.domain.ResolvingOverbooking.Sources;
import com.globalbooking.domain.StayReader;
import com.globalbooking.eventsources.DeadLetterQueue;
import com.globalbooking.eventsources.SqsDeadLetterQueue;
import com.globalbooking.metrics.Metrics;
import com.globalbooking.overbookingresolver.aws.SnsAlarmTopic;
import com.globalbooking.store.DynamoDbAllotmentReader;
import com.globalbooking.store.DynamoDbAvailabilityStore;
import com.globalbooking.store.DynamoDbBookingReader;
import com.globalbooking.store.DynamoDbEscalations;
import com.globalbooking.store.DynamoDbRepairStore;
import com.globalbooking.store.DynamoDbStayReader;
import com.globalbooking.store.TableNames;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.SplittableRandom;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/** Joins ports and adapters. */
@Dependent
class Wiring {
  /** Nobody waits at a screen, but a message of a batch must not use up the time of the others. */
  private static final JitteredRetry.Limits LIMITS =
      new JitteredRetry.Limits(
          Duration.ofSeconds(5), Duration.ofMillis(30), Duration.ofMillis(800));

  @Produces
  @Singleton
  Clock clock() {
    return Clock.systemUTC();
  }

  @Produces
  @Singleton
  Region own(@ConfigProperty(name = "aws.region") String own) {
    return new Region(own);
  }

  @Produces
  @Singleton
  TableNames tables(BookingConfig config) {
    return new TableNames(config.inventoryTable(), config.bookingsTable(), config.outboxTable());
  }

  @Produces
  @Singleton
  AllotmentReader allotments(DynamoDbClient client, TableNames tables) {
    return new DynamoDbAllotmentReader(client, tables.inventory());
  }

  @Produces
  @Singleton
  AvailabilityStore availability(DynamoDbClient client, TableNames tables) {
    return new DynamoDbAvailabilityStore(client, tables.inventory());
  }

  @Produces
  @Singleton
  StayReader stays(DynamoDbClient client, TableNames tables, Region own) {
    return new DynamoDbStayReader(client, tables.bookings(), own);
  }

  @Produces
  @Singleton
  BookingReader bookings(DynamoDbClient client, TableNames tables) {
    return new DynamoDbBookingReader(client, tables.bookings());
  }

  @Produces
  @Singleton
  RepairStore store(DynamoDbClient client, TableNames tables) {
    return new DynamoDbRepairStore(client, tables);
  }

  @Produces
  @Singleton
  Escalations escalations(DynamoDbClient client, TableNames tables, BookingConfig config) {
    return new DynamoDbEscalations(client, tables, config.controlTable());
  }

  @Produces
  @Singleton
  People people(SnsClient client, BookingConfig config) {
    return new TellingPeople(new SnsAlarmTopic(client, config.alarmTopic())::publish);
  }

  @Produces
  @Singleton
  DeadLetterQueue deadLetters(SqsClient client, BookingConfig config) {
    return new SqsDeadLetterQueue(client, config.deadLetterQueue());
  }

  @Produces
  @Singleton
  Metrics metrics(Clock clock, BookingConfig config) {
    return new Metrics(System.out, clock, config.environment());
  }

  @Produces
  @Singleton
  JitteredRetry retry(Clock clock) {
    return new JitteredRetry(LIMITS, clock, length -> Thread.sleep(length), new SplittableRandom());
  }

  @Produces
  @Singleton
  Sources sources(
      AllotmentReader allotments,
      AvailabilityStore availability,
      StayReader stays,
      BookingReader bookings) {
    return new Sources(allotments, availability, stays, bookings);
  }

  @Produces
  @Singleton
  ResolvingOverbooking resolving(
      Region own,
      Sources sources,
      RepairStore store,
      Escalations escalations,
      People people,
      JitteredRetry retry,
      Clock clock) {
    return new ResolvingOverbooking(own, sources, store, escalations, people, retry, clock);
  }

  @Produces
  @Singleton
  CancellingTwin cancelling(
      Region own, Sources sources, RepairStore store, JitteredRetry retry, Clock clock) {
    return new CancellingTwin(own, sources.bookings(), sources.allotments(), store, retry, clock);
  }

  @Produces
  @Singleton
  Resolver resolver(ResolvingOverbooking resolving, CancellingTwin cancelling, Metrics metrics) {
    return new Resolver(resolving, cancelling, metrics);
  }
}
