package com.globalbooking.stack.audit;

import com.globalbooking.stack.functions.FunctionHandle;
import com.globalbooking.stack.network.Network;
import com.pulumi.aws.lambda.Invocation;
import com.pulumi.aws.lambda.InvocationArgs;
import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.ComponentResourceOptions;
import com.pulumi.resources.CustomResourceOptions;
import java.util.Map;

/**
 * A run of {@code audit-migrator}, which brings tables and users of the database up to date; again
 * whenever its package or the database is another. When it fails, so does the deployment.
 */
public final class AuditMigration extends ComponentResource {

  /**
   * @param network must be complete: the function reads secrets through an endpoint
   */
  public record Args(FunctionHandle migrator, AuditDatabase database, Network network) {}

  private static final String TYPE = "global-booking:audit:AuditMigration";

  /** Registers the run. */
  public AuditMigration(String name, Args args, ComponentResourceOptions options) {
    super(TYPE, name, options);

    new Invocation(
        name + "-run",
        InvocationArgs.builder()
            .functionName(args.migrator().name())
            .qualifier(args.migrator().alias())
            .input("{}")
            .triggers(
                args.database()
                    .access
                    .writerUrl()
                    .applyValue(
                        url -> Map.of("package", args.migrator().packageDigest(), "database", url)))
            .build(),
        CustomResourceOptions.builder()
            .parent(this)
            .dependsOn(args.database(), args.network())
            .build());

    registerOutputs(Map.of());
  }
}
