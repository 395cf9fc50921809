package com.globalbooking.stack.functions;

import static com.globalbooking.contract.Function.OVERBOOKING_RESOLVER;
import static com.globalbooking.contract.Function.RECONCILIATION_CHECKER;

import com.globalbooking.stack.access.Statement;
import com.pulumi.core.Output;
import java.util.ArrayList;
import java.util.List;

/** What functions may do that check and repair, and that set up what is checked against. */
final class RepairPolicies {

  private final FunctionSurroundings surroundings;
  private final FunctionTables tables;
  private final Grants grants;
  private final List<Output<String>> inventoryReplicas;

  RepairPolicies(FunctionSurroundings surroundings, List<Output<String>> inventoryReplicas) {
    this.surroundings = surroundings;
    this.tables = surroundings.tables();
    this.grants = new Grants(surroundings);
    this.inventoryReplicas = List.copyOf(inventoryReplicas);
  }

  List<Statement> auditMigrator() {
    FunctionAudit audit = surroundings.audit();
    return List.of(
        new Statement(
            "LogInAsMaster",
            List.of("secretsmanager:GetSecretValue"),
            List.of(audit.masterSecretArn())),
        new Statement(
            "HandOverPasswords",
            List.of("secretsmanager:PutSecretValue"),
            List.of(audit.writerSecretArn(), audit.readerSecretArn())));
  }

  List<Statement> reconciliationChecker() {
    List<Output<String>> copies = new ArrayList<>(List.of(tables.inventory().arn()));
    copies.addAll(inventoryReplicas);
    return List.of(
        new Statement(
            "WalkNights",
            List.of("dynamodb:Query", "dynamodb:Scan"),
            List.of(grants.inventoryByProperty())),
        new Statement("CompareCopies", List.of("dynamodb:BatchGetItem"), copies),
        new Statement(
            "ReadStays",
            List.of("dynamodb:Query"),
            List.of(tables.bookings().arn(), grants.bookingsByProperty())),
        new Statement(
            "KeepCursors",
            List.of("dynamodb:DeleteItem", "dynamodb:GetItem", "dynamodb:PutItem"),
            List.of(tables.control().arn())),
        grants.connectToCache(RECONCILIATION_CHECKER),
        new Statement(
            "ReadDatabaseAndSigningKeys",
            List.of("secretsmanager:GetSecretValue"),
            List.of(surroundings.audit().readerSecretArn(), surroundings.pmsSecretArn())));
  }

  List<Statement> overbookingResolver() {
    return List.of(
        new Statement(
            "FindRoomsAndStays",
            List.of("dynamodb:Query"),
            List.of(
                grants.inventoryByProperty(),
                grants.bookingsByProperty(),
                tables.bookings().arn())),
        new Statement(
            "ReadNights",
            List.of("dynamodb:BatchGetItem", "dynamodb:ConditionCheckItem"),
            List.of(tables.inventory().arn())),
        new Statement(
            "MoveGuests",
            List.of("dynamodb:UpdateItem"),
            List.of(tables.inventory().arn(), tables.bookings().arn())),
        new Statement("RecordEvents", List.of("dynamodb:PutItem"), List.of(tables.outbox().arn())),
        new Statement(
            "RememberEscalations",
            List.of("dynamodb:DeleteItem", "dynamodb:PutItem", "dynamodb:UpdateItem"),
            List.of(tables.control().arn())),
        new Statement(
            "TellPeople",
            List.of("sns:Publish"),
            List.of(surroundings.messaging().alarmTopicArn())),
        grants.receive(OVERBOOKING_RESOLVER),
        grants.sendDeadLetters(OVERBOOKING_RESOLVER));
  }
}
