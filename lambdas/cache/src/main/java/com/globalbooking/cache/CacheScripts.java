package com.globalbooking.cache;

/**
 * What changes the cache. Each script takes {@code KEYS} index, nights and then, for put and
 * remove, the entry of each item.
 *
 * <p>The cache may lose single keys, when it is full. A night is trusted only while nothing of it
 * was lost: so a script that finds an entry gone that the index still names, or no index, takes the
 * trust away.
 */
record CacheScripts(CacheScript put, CacheScript remove, CacheScript markWhole) {
  /** The version guard of a put: whether the value told is newer than the one known. */
  static final String NEWER = "version(ARGV[at + 1]) > version(known)";

  /** The version guard of a removal: whether no newer value than the removed one is known. */
  static final String NOT_OLDER = "version(ARGV[at + 1]) >= version(known)";

  private static final String VERSION =
      """
      local function version(value) return tonumber(string.match(value, '^%d+')) end
      """;

  /**
   * {@code ARGV}: first day kept; then of each item Region, value, member of the index, day.
   *
   * <p>This is the path of bulk loads. The index is read and written once for all items. Redis
   * keeps a sorted set of up to 128 short members as a list, and each insertion walks it; a set
   * that will be larger is told so at once, by a long member that goes again.
   */
  private static final String PUT =
      VERSION
          + """
          local index, nights = KEYS[1], KEYS[2]
          local new = redis.call('EXISTS', index) == 0
          if new then redis.call('DEL', nights) end
          redis.call('ZREMRANGEBYSCORE', index, '-inf', '(' .. ARGV[1])
          redis.call('ZREMRANGEBYSCORE', nights, '-inf', '(' .. ARGV[1])
          local members, ends, fresh, adding, lost = {}, {}, {}, {}, {}
          for i = 3, #KEYS do members[i - 2] = ARGV[2 + (i - 3) * 4 + 2] end
          local indexed = redis.call('ZMSCORE', index, unpack(members))
          for i = 3, #KEYS do
            local n, at = i - 2, 2 + (i - 3) * 4
            local entry, region, day = KEYS[i], ARGV[at], ARGV[at + 3]
            local known = false
            if indexed[n] or redis.call('HSETNX', entry, region, ARGV[at + 1]) == 0 then
              known = redis.call('HGET', entry, region)
              if not known or NEWER then
                redis.call('HSET', entry, region, ARGV[at + 1])
              elseif indexed[n] or string.sub(known, -2) == ':-' then
                day = nil
              end
            end
            if day and not known then
              ends[day] = ends[day] or string.format('%d', (day + DAYS_KEPT) * 86400)
              redis.call('EXPIREAT', entry, ends[day])
              if indexed[n] then
                fresh[entry] = (fresh[entry] or 0) + 1
                lost[entry] = members[n]
              end
            end
            if day and not indexed[n] then
              adding[#adding + 1] = day
              adding[#adding + 1] = members[n]
            end
          end
          for entry, member in pairs(lost) do
            if redis.call('HLEN', entry) == fresh[entry] then
              redis.call('ZREM', nights, string.sub(member, -10))
            end
          end
          if #adding > 0 then
            local wide = new and #adding > 256 and string.rep('#', 65)
            if wide then redis.call('ZADD', index, 0, wide) end
            redis.call('ZADD', index, unpack(adding))
            if wide then redis.call('ZREM', index, wide) end
          end
          local last = redis.call('ZREVRANGE', index, 0, 0, 'WITHSCORES')
          if last[2] then redis.call('EXPIREAT', index, (last[2] + DAYS_KEPT) * 86400) end
          return 1
          """;

  /** {@code ARGV}: of each item Region, value, member of the index, day. */
  private static final String REMOVE =
      VERSION
          + """
          local index, nights = KEYS[1], KEYS[2]
          for i = 3, #KEYS do
            local at = 1 + (i - 3) * 4
            local entry, region, member, day = KEYS[i], ARGV[at], ARGV[at + 2], ARGV[at + 3]
            local known = redis.call('HGET', entry, region)
            if not known or NOT_OLDER then
              if not known and redis.call('EXISTS', entry) == 0
                  and redis.call('ZSCORE', index, member) then
                redis.call('ZREM', nights, string.sub(member, -10))
              end
              redis.call('HSET', entry, region, ARGV[at + 1])
              if not known then redis.call('EXPIREAT', entry, (day + DAYS_KEPT) * 86400) end
              local live = false
              for _, value in ipairs(redis.call('HVALS', entry)) do
                if string.sub(value, -2) ~= ':-' then live = true end
              end
              if not live then redis.call('ZREM', index, member) end
            end
          end
          return 1
          """;

  /** {@code ARGV}: of each night its day and its date. */
  private static final String MARK_WHOLE =
      """
      local index, nights = KEYS[1], KEYS[2]
      if redis.call('EXISTS', index) == 0 then return 0 end
      for i = 1, #ARGV, 2 do redis.call('ZADD', nights, ARGV[i], ARGV[i + 1]) end
      local last = redis.call('ZREVRANGE', nights, 0, 0, 'WITHSCORES')
      redis.call('EXPIREAT', nights, (last[2] + DAYS_KEPT) * 86400)
      return 1
      """;

  /** With the version guard. */
  static CacheScripts guarded() {
    return guardedBy(NEWER, NOT_OLDER);
  }

  /**
   * @param newer in a put, whether the value told replaces the one known
   * @param notOlder in a removal, the same
   */
  static CacheScripts guardedBy(String newer, String notOlder) {
    return new CacheScripts(
        script(PUT.replace("NEWER", newer)),
        script(REMOVE.replace("NOT_OLDER", notOlder)),
        script(MARK_WHOLE));
  }

  private static CacheScript script(String text) {
    return CacheScript.of(text.replace("DAYS_KEPT", Integer.toString(CacheKeys.daysKept())));
  }
}
