package com.globalbooking.domain.pms;

/** Where notices go that are given up: people are told. */
@FunctionalInterface
public interface AbandonedNotices {
  /**
   * Hands the notice to people, durably.
   *
   * @return whether it is there; if not, it is not given up yet
   */
  boolean put(PmsNotice notice, String reason);
}
