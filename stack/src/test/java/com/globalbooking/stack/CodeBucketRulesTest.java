package com.globalbooking.stack;

import static org.assertj.core.api.Assertions.assertThat;

import com.globalbooking.stack.engine.Policy;
import com.globalbooking.stack.engine.Registered;
import com.globalbooking.stack.engine.StackGraph;
import com.globalbooking.stack.engine.StackRun;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Rules for every bucket, each found by the name that its settings refer to. */
@Timeout(90)
class CodeBucketRulesTest {

  private static StackGraph graph = new StackGraph(List.of(), Map.of(), "not run yet");

  @BeforeAll
  static void deployPrimaryOfProduction() {
    graph = StackRun.of("prod-us-west-2").run().sound();
    assertThat(buckets()).isNotEmpty();
  }

  @Test
  void everyBucketIsClosedToThePublic() {
    for (Registered bucket : buckets()) {
      assertThat(settings("aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock", bucket))
          .allMatch(block -> block.input("blockPublicAcls").getAsBoolean())
          .allMatch(block -> block.input("blockPublicPolicy").getAsBoolean())
          .allMatch(block -> block.input("ignorePublicAcls").getAsBoolean())
          .allMatch(block -> block.input("restrictPublicBuckets").getAsBoolean())
          .hasSize(1);
    }
  }

  @Test
  void everyBucketIsEncrypted() {
    for (Registered bucket : buckets()) {
      assertThat(
              settings(
                  "aws:s3/bucketServerSideEncryptionConfigurationV2:BucketServerSideEncryptionConfigurationV2",
                  bucket))
          .hasSize(1);
    }
  }

  @Test
  void everyBucketIsVersioned() {
    for (Registered bucket : buckets()) {
      assertThat(settings("aws:s3/bucketVersioningV2:BucketVersioningV2", bucket))
          .allMatch(
              versioning -> versioning.text("versioningConfiguration.status").equals("Enabled"))
          .hasSize(1);
    }
  }

  @Test
  void everyBucketRefusesWhatDoesNotTravelOverTls() {
    for (Registered bucket : buckets()) {
      assertThat(settings("aws:s3/bucketPolicy:BucketPolicy", bucket))
          .flatExtracting(policy -> Policy.statements(policy.text("policy")))
          .anyMatch(
              statement ->
                  statement.get("Effect").getAsString().equals("Deny")
                      && statement.get("Condition").toString().contains("aws:SecureTransport"));
    }
  }

  private static List<Registered> buckets() {
    return graph.ofType("aws:s3/bucketV2:BucketV2");
  }

  private static List<Registered> settings(String type, Registered bucket) {
    return graph.ofType(type).stream()
        .filter(setting -> setting.text("bucket").equals(bucket.text("bucket")))
        .toList();
  }
}
