package com.globalbooking.stack.availability;

import com.globalbooking.contract.EnvironmentVariable;
import com.globalbooking.contract.Function;
import com.globalbooking.stack.functions.FunctionCache;
import com.globalbooking.stack.naming.Names;
import com.pulumi.aws.elasticache.User;
import com.pulumi.aws.elasticache.UserArgs;
import com.pulumi.aws.elasticache.UserGroup;
import com.pulumi.aws.elasticache.UserGroupArgs;
import com.pulumi.aws.elasticache.inputs.UserAuthenticationModeArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.ComponentResourceOptions;
import com.pulumi.resources.CustomResourceOptions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Who may log in to the cache: each function that is told a user's name, as a user of its own, with
 * a token of its role instead of a password. Redis's user {@code default} is switched off.
 */
final class CacheUsers extends ComponentResource {

  record Args(Names names) {}

  private static final String TYPE = "global-booking:availability:CacheUsers";

  private static final String ENGINE = "REDIS";

  /**
   * Reads and writes what belongs to hotels, by scripts too, and asks where a key lives; nothing
   * that looks at or empties the whole.
   */
  private static final String OVER_HOTELS =
      "on ~hotel:* -@all +@read +@write +@scripting +@connection +cluster|slots +cluster|shards"
          + " +cluster|nodes -@dangerous";

  private static final String SWITCHED_OFF = "off ~* -@all";

  final Map<Function, FunctionCache.User> byFunction;
  final Output<List<String>> groupId;

  private final String name;
  private final Names names;
  private final CustomResourceOptions child;

  CacheUsers(String name, Args args, ComponentResourceOptions options) {
    super(TYPE, name, options);
    this.name = name;
    this.names = args.names();
    this.child = CustomResourceOptions.builder().parent(this).build();

    List<Output<String>> ids = new ArrayList<>();
    ids.add(user("default", "default", SWITCHED_OFF, "no-password-required").userId());
    Map<Function, FunctionCache.User> users = new EnumMap<>(Function.class);
    for (Function function : functions()) {
      // With tokens, id and name of a user must be the same.
      User user = user(function.id(), names.cacheUser(function.id()), OVER_HOTELS, "iam");
      ids.add(user.userId());
      users.put(function, new FunctionCache.User(user.userId(), user.arn()));
    }
    var group =
        new UserGroup(
            name + "-group",
            UserGroupArgs.builder()
                .userGroupId(names.prefix())
                .engine(ENGINE)
                .userIds(Output.all(ids))
                .tags(names.tags(names.prefix()))
                .build(),
            child);

    byFunction = Map.copyOf(users);
    groupId = group.userGroupId().applyValue(List::of);
    registerOutputs(Map.of("groupId", group.userGroupId()));
  }

  private static List<Function> functions() {
    return Arrays.stream(Function.values())
        .filter(it -> it.environment().contains(EnvironmentVariable.BOOKING_CACHE_USER))
        .toList();
  }

  private User user(String part, String userName, String accessString, String authentication) {
    String physicalName = names.cacheUser(part);
    return new User(
        name + "-" + part,
        UserArgs.builder()
            .userId(physicalName)
            .userName(userName)
            .engine(ENGINE)
            .accessString(accessString)
            .authenticationMode(UserAuthenticationModeArgs.builder().type(authentication).build())
            .tags(names.tags(physicalName))
            .build(),
        // AWS gives a string back in a form of its own (aws-controllers-k8s/community#677), and
        // each update puts the cache into "modifying". Another string needs another user.
        CustomResourceOptions.builder().parent(this).ignoreChanges("accessString").build());
  }
}
