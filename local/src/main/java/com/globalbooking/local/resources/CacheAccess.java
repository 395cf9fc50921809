package com.globalbooking.local.resources;

import com.globalbooking.local.redis.CacheUser;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The cache users of one Region and the groups they are in, until a replication group takes one.
 */
final class CacheAccess {
  private final Map<String, CacheUser> users = new ConcurrentHashMap<>();
  private final Map<String, List<String>> groups = new ConcurrentHashMap<>();

  /** The groups that the cache lets in; empty while there is no cache. */
  private Optional<List<String>> opened = Optional.empty();

  void user(String userId, CacheUser user) {
    users.put(userId, user);
  }

  void group(String groupId, List<String> userIds) {
    userIds.forEach(this::user);
    groups.put(groupId, List.copyOf(userIds));
  }

  void removeUser(String userId) {
    users.remove(userId);
  }

  void removeGroup(String groupId) {
    groups.remove(groupId);
  }

  /** Has the cache let in the users of these groups, now and after each change of them. */
  synchronized void open(Stores stores, List<String> groupIds) {
    List<CacheUser> letIn =
        groupIds.stream().flatMap(group -> usersOf(group).stream()).distinct().toList();
    stores.cache().get().setUsers(letIn);
    opened = Optional.of(List.copyOf(groupIds));
  }

  /** Users or groups are not what they were. */
  synchronized void changed(Stores stores) {
    opened.ifPresent(groups -> open(stores, groups));
  }

  /** Has the cache let in nobody any more. */
  synchronized void close(Stores stores) {
    stores.cache().get().setUsers(List.of());
    opened = Optional.empty();
  }

  /**
   * The users of a group.
   *
   * @throws IllegalArgumentException when there is no such group
   */
  List<CacheUser> usersOf(String groupId) {
    List<String> userIds = groups.get(groupId);
    if (userIds == null) {
      throw new IllegalArgumentException("UserGroupNotFound: there is no group " + groupId);
    }
    return userIds.stream().map(this::user).toList();
  }

  private CacheUser user(String userId) {
    CacheUser user = users.get(userId);
    if (user == null) {
      throw new IllegalArgumentException("UserNotFound: there is no cache user " + userId);
    }
    return user;
  }
}
