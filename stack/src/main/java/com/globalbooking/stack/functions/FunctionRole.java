package com.globalbooking.stack.functions;

import com.globalbooking.contract.Function;
import com.globalbooking.stack.access.ServiceRole;
import com.globalbooking.stack.access.Statement;
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

/** The role of one function, with one policy. */
final class FunctionRole extends ComponentResource {

  record Args(Function function, Names names, Account account, List<Statement> statements) {
    Args {
      statements = List.copyOf(statements);
    }
  }

  private static final String TYPE = "global-booking:functions:FunctionRole";

  final Output<String> roleArn;

  FunctionRole(String name, Args args, ComponentResourceOptions options) {
    super(TYPE, name, options);
    CustomResourceOptions child = CustomResourceOptions.builder().parent(this).build();

    String physicalName = args.names().role(args.function());
    var role =
        new Role(
            name,
            RoleArgs.builder()
                .name(physicalName)
                .assumeRolePolicy(
                    args.account()
                        .id()
                        .applyValue(id -> ServiceRole.mayAssume("lambda.amazonaws.com", id)))
                .tags(args.names().tags(physicalName))
                .build(),
            child);
    new RolePolicy(
        name + "-policy",
        RolePolicyArgs.builder()
            .name("use")
            .role(role.name())
            .policy(Statement.policy(args.statements()))
            .build(),
        child);

    roleArn = role.arn();
    registerOutputs(Map.of("roleArn", roleArn));
  }
}
