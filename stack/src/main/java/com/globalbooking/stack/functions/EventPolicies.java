package com.globalbooking.stack.functions;

import static com.globalbooking.contract.Function.AUDIT_WRITER;
import static com.globalbooking.contract.Function.CACHE_UPDATER;
import static com.globalbooking.contract.Function.EVENT_PUBLISHER;
import static com.globalbooking.contract.Function.HOT_BOOKING_CHECKER;
import static com.globalbooking.contract.Function.PMS_SYNC_WORKER;

import com.globalbooking.contract.Function;
import com.globalbooking.stack.access.Statement;
import com.pulumi.core.Output;
import java.util.ArrayList;
import java.util.List;

/** What functions may do that are told of changes and events. */
final class EventPolicies {

  private final FunctionSurroundings surroundings;
  private final FunctionTables tables;
  private final Grants grants;

  EventPolicies(FunctionSurroundings surroundings) {
    this.surroundings = surroundings;
    this.tables = surroundings.tables();
    this.grants = new Grants(surroundings);
  }

  List<Statement> eventPublisher() {
    return ofStream(
        EVENT_PUBLISHER,
        tables.outbox().streamArn(),
        // A batch is published under the same action.
        new Statement(
            "PublishEvents", List.of("sns:Publish"), List.of(surroundings.messaging().topicArn())),
        new Statement(
            "PutEventsOnBus",
            List.of("events:PutEvents"),
            List.of(surroundings.messaging().busArn())),
        new Statement(
            "FindPmsOfProperties",
            List.of("dynamodb:BatchGetItem"),
            List.of(tables.control().arn())));
  }

  List<Statement> cacheUpdater() {
    return ofStream(
        CACHE_UPDATER, tables.inventory().streamArn(), grants.connectToCache(CACHE_UPDATER));
  }

  List<Statement> hotBookingChecker() {
    return ofStream(
        HOT_BOOKING_CHECKER,
        tables.bookings().streamArn(),
        new Statement("FindTwins", List.of("dynamodb:Query"), List.of(tables.bookings().arn())),
        new Statement(
            "ReadNights", List.of("dynamodb:BatchGetItem"), List.of(tables.inventory().arn())),
        Grants.send("HandToResolver", surroundings.messaging().resolver()));
  }

  List<Statement> pmsSyncWorker() {
    return ofQueues(
        PMS_SYNC_WORKER,
        new Statement(
            "PutOff",
            List.of("sqs:ChangeMessageVisibility", "sqs:GetQueueUrl"),
            grants.sources(PMS_SYNC_WORKER)),
        new Statement(
            "KeepCircuitsAndStatus",
            List.of("dynamodb:GetItem", "dynamodb:PutItem"),
            List.of(tables.control().arn())),
        new Statement(
            "ReadSigningKeys",
            List.of("secretsmanager:GetSecretValue"),
            List.of(surroundings.pmsSecretArn())));
  }

  List<Statement> auditWriter() {
    return ofQueues(
        AUDIT_WRITER,
        new Statement(
            "PutOff",
            List.of("sqs:ChangeMessageVisibility", "sqs:GetQueueUrl"),
            grants.sources(AUDIT_WRITER)),
        new Statement(
            "LogInToDatabase",
            List.of("secretsmanager:GetSecretValue"),
            List.of(surroundings.audit().writerSecretArn())));
  }

  private List<Statement> ofStream(Function function, Output<String> streamArn, Statement... work) {
    List<Statement> statements = new ArrayList<>(List.of(work));
    statements.addAll(grants.readStream(streamArn));
    statements.add(grants.sendDeadLetters(function));
    return statements;
  }

  private List<Statement> ofQueues(Function function, Statement... work) {
    List<Statement> statements = new ArrayList<>(List.of(work));
    statements.add(grants.receive(function));
    statements.add(grants.sendDeadLetters(function));
    return statements;
  }
}
