package com.globalbooking.stack;

import static org.assertj.core.api.Assertions.assertThat;

import com.globalbooking.contract.EnvironmentVariable;
import com.globalbooking.contract.Function;
import com.globalbooking.stack.engine.Registered;
import com.globalbooking.stack.engine.StackGraph;
import com.globalbooking.stack.engine.StackRun;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Timeout(90)
class CacheRulesTest {

  private static final String USER = "aws:elasticache/user:User";

  private static StackGraph graph = new StackGraph(List.of(), Map.of(), "not run yet");
  private static Registered cache = Registered.nothing();

  @BeforeAll
  static void deployPrimaryOfProduction() {
    graph = StackRun.of("prod-us-west-2").run().sound();
    cache = graph.resource("aws:elasticache/replicationGroup:ReplicationGroup", "cache");
  }

  @Test
  void theCacheIsAClusterThatSurvivesTheLossOfAZone() {
    assertThat(cache.input("numNodeGroups").getAsInt()).isEqualTo(3);
    assertThat(cache.input("replicasPerNodeGroup").getAsInt()).isPositive();
    assertThat(cache.input("multiAzEnabled").getAsBoolean()).isTrue();
    assertThat(cache.input("automaticFailoverEnabled").getAsBoolean()).isTrue();
    assertThat(parameter("cluster-enabled")).isEqualTo("yes");
  }

  @Test
  void theCacheIsEncryptedOnTheWayAndAtRest() {
    assertThat(cache.text("transitEncryptionMode")).isEqualTo("required");
    assertThat(cache.input("transitEncryptionEnabled").getAsBoolean()).isTrue();
    assertThat(cache.input("atRestEncryptionEnabled").getAsBoolean()).isTrue();
  }

  @Test
  void nothingIsEvictedSoThatAPropertyIsWholeOrKnownToBeMissing() {
    assertThat(parameter("maxmemory-policy")).isEqualTo("noeviction");
  }

  @Test
  void nobodyLogsInWithoutATokenOfHisRole() {
    Registered nobody = graph.resource(USER, "cache-users-default");

    assertThat(nobody.text("userName")).isEqualTo("default");
    assertThat(nobody.text("accessString")).startsWith("off ");
    assertThat(cache.inputs().has("authToken")).isFalse();
    assertThat(graph.ofType(USER).stream().filter(user -> !user.equals(nobody)))
        .hasSize(3)
        .allMatch(user -> user.text("authenticationMode.type").equals("iam"))
        .allMatch(user -> user.text("userId").equals(user.text("userName")))
        .allMatch(user -> user.text("accessString").startsWith("on ~hotel:* -@all "))
        .allMatch(user -> user.text("accessString").endsWith(" -@dangerous"));
  }

  @ParameterizedTest
  @MethodSource("functionsOfTheCache")
  void aFunctionMayConnectAsTheUserThatItIsToldAndAsNoOther(Function function) {
    String user = graph.deployed(function).text("environment.variables.BOOKING_CACHE_USER");

    assertThat(user).isEqualTo("prod-" + function.id());
    assertThat(graph.allows(function, "elasticache:Connect", arn("user:" + user))).isTrue();
    assertThat(
            graph.allows(
                function, "elasticache:Connect", arn("replicationgroup:global-booking-prod")))
        .isTrue();
    for (Function other : functionsOfTheCache()) {
      assertThat(graph.allows(function, "elasticache:Connect", arn("user:prod-" + other.id())))
          .isEqualTo(other == function);
    }
    assertThat(
            graph
                .resource("aws:elasticache/userGroup:UserGroup", "cache-users-group")
                .texts("userIds"))
        .contains(user);
  }

  @Test
  void functionsAreToldTheAddressOfTheClusterUnderTls() {
    assertThat(
            graph
                .deployed(Function.CACHE_UPDATER)
                .text("environment.variables.BOOKING_CACHE_ENDPOINT"))
        .isEqualTo("rediss://clustercfg.global-booking-prod.example:6379");
  }

  static List<Function> functionsOfTheCache() {
    return Arrays.stream(Function.values())
        .filter(it -> it.environment().contains(EnvironmentVariable.BOOKING_CACHE_USER))
        .toList();
  }

  private static String parameter(String name) {
    return graph
        .resource("aws:elasticache/parameterGroup:ParameterGroup", "cache-parameters")
        .objects("parameters")
        .stream()
        .filter(parameter -> parameter.get("name").getAsString().equals(name))
        .map(parameter -> parameter.get("value").getAsString())
        .findFirst()
        .orElse("not set");
  }

  private static String arn(String resource) {
    return "arn:aws:elasticache:us-west-2:111122223333:" + resource;
  }
}
