package com.globalbooking.stack.alarms;

import com.globalbooking.stack.naming.Names;
import com.pulumi.aws.budgets.BudgetArgs;
import com.pulumi.aws.budgets.inputs.BudgetCostFilterArgs;
import com.pulumi.aws.budgets.inputs.BudgetNotificationArgs;
import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.ComponentResourceOptions;
import com.pulumi.resources.CustomResourceOptions;
import java.util.List;
import java.util.Map;

/**
 * What the environment may cost in a month, over all its Regions. Budgets belong to the account, so
 * one stack keeps it. AWS counts by the tag only after somebody has activated it for billing.
 */
public final class Budget extends ComponentResource {

  /**
   * @param monthlyDollars US dollars
   * @param emails who is told; at least one
   */
  public record Args(Names names, int monthlyDollars, List<String> emails) {
    public Args {
      emails = List.copyOf(emails);
    }
  }

  private static final String TYPE = "global-booking:alarms:Budget";

  /** Registers the budget. */
  public Budget(String name, Args args, ComponentResourceOptions options) {
    super(TYPE, name, options);

    new com.pulumi.aws.budgets.Budget(
        name + "-monthly",
        BudgetArgs.builder()
            .name(args.names().prefix())
            .budgetType("COST")
            .limitAmount(String.valueOf(args.monthlyDollars()))
            .limitUnit("USD")
            .timeUnit("MONTHLY")
            .costFilters(
                BudgetCostFilterArgs.builder()
                    .name("TagKeyValue")
                    .values("user:Environment$" + args.names().environment())
                    .build())
            .notifications(notification("ACTUAL", 80, args), notification("FORECASTED", 100, args))
            .build(),
        CustomResourceOptions.builder().parent(this).build());

    registerOutputs(Map.of());
  }

  private static BudgetNotificationArgs notification(String kind, double percent, Args args) {
    return BudgetNotificationArgs.builder()
        .comparisonOperator("GREATER_THAN")
        .notificationType(kind)
        .threshold(percent)
        .thresholdType("PERCENTAGE")
        .subscriberEmailAddresses(args.emails())
        .build();
  }
}
