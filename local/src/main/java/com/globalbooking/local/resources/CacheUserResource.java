package com.globalbooking.local.resources;

import com.globalbooking.local.engine.Inputs;
import com.globalbooking.local.engine.PropertyValue;
import com.globalbooking.local.engine.PropertyValue.Fields;
import com.globalbooking.local.engine.Resource;
import com.globalbooking.local.engine.ResourceHandler;
import com.globalbooking.local.redis.CacheUser;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * {@code aws:elasticache/user:User}: who may use the cache and how. Redis cannot verify an IAM
 * token, so a user with IAM authentication takes any password locally; the access string counts.
 */
final class CacheUserResource implements ResourceHandler {
  static final String TYPE = "aws:elasticache/user:User";

  private final RegionContext context;
  private final CacheAccess access;

  CacheUserResource(RegionContext context, CacheAccess access) {
    this.context = context;
    this.access = access;
  }

  @Override
  public Created create(Resource resource) {
    Inputs inputs = resource.inputs();
    String userId = inputs.string("userId");
    String userName = inputs.string("userName");
    String type =
        inputs.object("authenticationMode").map(mode -> mode.string("type")).orElse("none");
    if (type.equals("iam") && !userId.equals(userName)) {
      throw new IllegalArgumentException(
          "a user with IAM authentication has the same 'userId' and 'userName'");
    }
    access.user(
        userId,
        new CacheUser(userName, rules(inputs.string("accessString")) + password(inputs, type)));
    return new Created(
        userId, PropertyValue.fields(Map.of("arn", context.arn("elasticache", "user:" + userId))));
  }

  @Override
  public Set<String> replacedBy() {
    return Set.of("userId", "userName", "engine");
  }

  @Override
  public Fields update(Existing existing, Resource wanted) {
    Fields computed = create(wanted).computed();
    access.changed(context.stores());
    return computed;
  }

  @Override
  public void delete(Existing existing) {
    access.removeUser(existing.id());
  }

  /**
   * Subcommands last: to Redis 7 {@code cluster|slots} is not dangerous, to the 6.2 here all of
   * {@code cluster} is, so that a {@code -@dangerous} behind it would take it away.
   */
  private static String rules(String accessString) {
    return Arrays.stream(accessString.strip().split("\\s+"))
        .sorted(Comparator.comparing((String rule) -> rule.startsWith("+") && rule.contains("|")))
        .collect(Collectors.joining(" "));
  }

  private static String password(Inputs inputs, String type) {
    boolean free = type.equals("iam") || type.equals("no-password-required");
    if (free || inputs.flag("noPasswordRequired")) {
      return " nopass";
    }
    var rules = new StringBuilder();
    Optional<Inputs> mode = inputs.object("authenticationMode");
    mode.map(it -> it.strings("passwords"))
        .orElseGet(() -> inputs.strings("passwords"))
        .forEach(password -> rules.append(" >").append(password));
    return rules.toString();
  }
}
