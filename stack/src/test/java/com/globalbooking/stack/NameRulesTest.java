package com.globalbooking.stack;

import static org.assertj.core.api.Assertions.assertThat;

import com.globalbooking.stack.engine.Registered;
import com.globalbooking.stack.engine.StackGraph;
import com.globalbooking.stack.engine.StackRun;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Physical names, for the longest environment in the Region with the longest name. */
@Timeout(90)
class NameRulesTest {

  /** Type to the input that names it and the most characters that AWS takes. */
  private static final Map<String, Map.Entry<String, Integer>> LIMITS =
      Map.of(
          "aws:iam/role:Role", Map.entry("name", 64),
          "aws:lambda/function:Function", Map.entry("name", 64),
          "aws:sqs/queue:Queue", Map.entry("name", 80),
          "aws:s3/bucketV2:BucketV2", Map.entry("bucket", 63),
          "aws:elasticache/replicationGroup:ReplicationGroup", Map.entry("replicationGroupId", 40),
          "aws:elasticache/user:User", Map.entry("userId", 40),
          "aws:rds/cluster:Cluster", Map.entry("clusterIdentifier", 63),
          "aws:scheduler/schedule:Schedule", Map.entry("name", 64),
          "aws:sfn/stateMachine:StateMachine", Map.entry("name", 80));

  /** Whose names are told apart by what they belong to. */
  private static final Set<String> NAMED_WITHIN_ANOTHER =
      Set.of(
          "aws:iam/rolePolicy:RolePolicy", "aws:lambda/alias:Alias", "aws:route53/record:Record");

  private final StackGraph graph =
      StackRun.of("abcdefghij-ap-southeast-2")
          .with("primaryRegion", "ap-southeast-2")
          .with("regions", "[\"ap-southeast-2\"]")
          .run()
          .sound();

  @Test
  void namesAreNotLongerThanAwsTakes() {
    LIMITS.forEach(
        (type, limit) ->
            assertThat(graph.ofType(type))
                .as(type)
                .isNotEmpty()
                .allMatch(it -> it.text(limit.getKey()).length() <= limit.getValue()));
  }

  @Test
  void noTwoOfATypeHaveTheSameName() {
    Set<String> names = new HashSet<>();
    for (Registered resource : graph.resources()) {
      if (resource.isOnAws()
          && resource.inputs().has("name")
          && !NAMED_WITHIN_ANOTHER.contains(resource.type())) {
        assertThat(names.add(resource.type() + " " + resource.text("name")))
            .as(resource.urn())
            .isTrue();
      }
    }
  }
}
