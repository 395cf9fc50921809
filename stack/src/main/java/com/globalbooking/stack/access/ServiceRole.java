package com.globalbooking.stack.access;

import com.globalbooking.stack.naming.Account;
import com.globalbooking.stack.naming.Names;
import com.pulumi.aws.iam.Role;
import com.pulumi.aws.iam.RoleArgs;
import com.pulumi.aws.iam.RolePolicy;
import com.pulumi.aws.iam.RolePolicyArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.ComponentResourceOptions;
import com.pulumi.resources.CustomResourceOptions;
import java.util.List;
import java.util.Map;

/** The role that an AWS service takes to act for one thing of ours, with one policy. */
public final class ServiceRole extends ComponentResource {

  /**
   * @param purpose what the role is for, part of its name
   * @param service who takes it, for example {@code states.amazonaws.com}
   */
  public record Args(
      Names names, Account account, String purpose, String service, List<Statement> statements) {
    public Args {
      statements = List.copyOf(statements);
    }
  }

  private static final String TYPE = "global-booking:access:ServiceRole";

  /** The role, once it has its policy. */
  public final Output<String> roleArn;

  /** Registers the role. */
  public ServiceRole(String name, Args args, ComponentResourceOptions options) {
    super(TYPE, name, options);
    CustomResourceOptions child = CustomResourceOptions.builder().parent(this).build();

    String physicalName = args.names().role(args.purpose());
    var role =
        new Role(
            name,
            RoleArgs.builder()
                .name(physicalName)
                .assumeRolePolicy(
                    args.account().id().applyValue(id -> mayAssume(args.service(), id)))
                .tags(args.names().tags(physicalName))
                .build(),
            child);
    var policy =
        new RolePolicy(
            name + "-policy",
            RolePolicyArgs.builder()
                .name("use")
                .role(role.name())
                .policy(Statement.policy(args.statements()))
                .build(),
            child);

    // Taken with the policy: Step Functions refuses a role that may not yet write to the log group.
    roleArn = Output.tuple(role.arn(), policy.id()).applyValue(both -> both.t1);
    registerOutputs(Map.of("roleArn", roleArn));
  }

  /** For things of this account only: else the service could be made to act for somebody else. */
  public static String mayAssume(String service, String account) {
    return """
    {"Version":"2012-10-17","Statement":[{"Effect":"Allow",\
    "Principal":{"Service":"%s"},"Action":"sts:AssumeRole",\
    "Condition":{"StringEquals":{"aws:SourceAccount":"%s"}}}]}\
    """
        .formatted(service, account);
  }
}
