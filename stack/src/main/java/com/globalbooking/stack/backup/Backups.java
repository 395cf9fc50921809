package com.globalbooking.stack.backup;

import com.globalbooking.stack.access.ServiceRole;
import com.globalbooking.stack.naming.Account;
import com.globalbooking.stack.naming.Names;
import com.globalbooking.stack.naming.Region;
import com.pulumi.aws.backup.Plan;
import com.pulumi.aws.backup.PlanArgs;
import com.pulumi.aws.backup.Selection;
import com.pulumi.aws.backup.SelectionArgs;
import com.pulumi.aws.backup.Vault;
import com.pulumi.aws.backup.VaultArgs;
import com.pulumi.aws.backup.VaultLockConfiguration;
import com.pulumi.aws.backup.VaultLockConfigurationArgs;
import com.pulumi.aws.backup.inputs.PlanRuleArgs;
import com.pulumi.aws.backup.inputs.PlanRuleCopyActionArgs;
import com.pulumi.aws.backup.inputs.PlanRuleCopyActionLifecycleArgs;
import com.pulumi.aws.backup.inputs.PlanRuleLifecycleArgs;
import com.pulumi.aws.iam.Role;
import com.pulumi.aws.iam.RoleArgs;
import com.pulumi.aws.iam.RolePolicyAttachment;
import com.pulumi.aws.iam.RolePolicyAttachmentArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.ComponentResourceOptions;
import com.pulumi.resources.CustomResourceOptions;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Daily copies of what this stack owns, in a vault of this Region and in that of the next one, so
 * that neither a mistake nor the loss of a Region takes all of them. Point-in-time recovery is
 * finer, but goes with the table and with its Region.
 */
public final class Backups extends ComponentResource {

  /**
   * @param next the Region that gets a copy; empty where there is one Region only
   * @param keyArn key that the vault is encrypted under
   * @param resourceArns what is copied: tables and databases that no other stack copies
   */
  public record Args(
      Names names,
      Account account,
      Optional<Region> next,
      BackupSettings settings,
      Output<String> keyArn,
      List<Output<String>> resourceArns) {
    public Args {
      resourceArns = List.copyOf(resourceArns);
    }
  }

  private static final String TYPE = "global-booking:backup:Backups";

  private static final int KEPT_DAYS = 35;

  /** Shorter would let somebody write a plan that deletes soon, longer would make ours fail. */
  private static final int KEPT_DAYS_MIN = 7;

  private static final int KEPT_DAYS_MAX = 365;

  /** The least that AWS takes: time to think better of it. */
  private static final int DAYS_TO_CHANGE_ONES_MIND = 3;

  private static final List<String> POLICIES =
      List.of(
          "arn:aws:iam::aws:policy/service-role/AWSBackupServiceRolePolicyForBackup",
          "arn:aws:iam::aws:policy/service-role/AWSBackupServiceRolePolicyForRestores");

  private final String name;
  private final Args args;
  private final CustomResourceOptions child;

  /** Registers vault and plan. */
  public Backups(String name, Args args, ComponentResourceOptions options) {
    super(TYPE, name, options);
    this.name = name;
    this.args = args;
    this.child = CustomResourceOptions.builder().parent(this).build();

    Vault vault = vault();
    Names names = args.names();
    var plan =
        new Plan(
            name + "-plan",
            PlanArgs.builder()
                .name(names.of("daily"))
                .rules(rule(vault))
                .tags(names.tags(names.of("daily")))
                .build(),
            child);
    new Selection(
        name + "-selection",
        SelectionArgs.builder()
            .name(names.of("daily"))
            .planId(plan.id())
            .iamRoleArn(role())
            .resources(Output.all(args.resourceArns()))
            .build(),
        child);
    registerOutputs(Map.of("vaultName", vault.name()));
  }

  private Vault vault() {
    Names names = args.names();
    boolean production = names.environment().isProduction();
    var vault =
        new Vault(
            name + "-vault",
            VaultArgs.builder()
                .name(names.of("backups"))
                .kmsKeyArn(args.keyArn())
                .forceDestroy(!production)
                .tags(names.tags(names.of("backups")))
                .build(),
            CustomResourceOptions.builder().parent(this).protect(production).build());
    if (args.settings().lock() != VaultLock.NONE) {
      VaultLockConfigurationArgs.Builder lock =
          VaultLockConfigurationArgs.builder()
              .backupVaultName(vault.name())
              .minRetentionDays(KEPT_DAYS_MIN)
              .maxRetentionDays(KEPT_DAYS_MAX);
      if (args.settings().lock() == VaultLock.COMPLIANCE) {
        lock.changeableForDays(DAYS_TO_CHANGE_ONES_MIND);
      }
      new VaultLockConfiguration(name + "-lock", lock.build(), child);
    }
    return vault;
  }

  private PlanRuleArgs rule(Vault vault) {
    PlanRuleArgs.Builder rule =
        PlanRuleArgs.builder()
            .ruleName("daily")
            .targetVaultName(vault.name())
            .schedule("cron(0 2 * * ? *)")
            .startWindow(60)
            .completionWindow(360)
            .lifecycle(PlanRuleLifecycleArgs.builder().deleteAfter(KEPT_DAYS).build());
    args.next()
        .ifPresent(
            region ->
                rule.copyActions(
                    PlanRuleCopyActionArgs.builder()
                        .destinationVaultArn(
                            args.account().backupVaultArn(region, args.names().of("backups")))
                        .lifecycle(
                            PlanRuleCopyActionLifecycleArgs.builder()
                                .deleteAfter(KEPT_DAYS)
                                .build())
                        .build()));
    return rule.build();
  }

  /** By which AWS Backup reads what it copies, and writes what it restores. */
  private Output<String> role() {
    String physicalName = args.names().role("backup");
    var role =
        new Role(
            name + "-role",
            RoleArgs.builder()
                .name(physicalName)
                .assumeRolePolicy(
                    args.account()
                        .id()
                        .applyValue(id -> ServiceRole.mayAssume("backup.amazonaws.com", id)))
                .tags(args.names().tags(physicalName))
                .build(),
            child);
    Output<String> arn = role.arn();
    for (String policy : POLICIES) {
      var attachment =
          new RolePolicyAttachment(
              name + "-" + policy.replaceAll(".*PolicyFor", "may-").toLowerCase(Locale.ROOT),
              RolePolicyAttachmentArgs.builder().role(role.name()).policyArn(policy).build(),
              child);
      arn = Output.tuple(arn, attachment.id()).applyValue(both -> both.t1);
    }
    return arn;
  }
}
