package com.globalbooking.stack.alarms;

import java.util.List;
import java.util.Optional;

/**
 * What the configuration decides about alarms.
 *
 * @param emails recipients of every alarm
 * @param monthlyBudget US dollars that the whole environment may cost in a month
 */
public record AlarmSettings(List<String> emails, Optional<Integer> monthlyBudget) {

  /**
   * @throws IllegalArgumentException when nobody would hear that the budget is spent
   */
  public AlarmSettings {
    emails = List.copyOf(emails);
    if (monthlyBudget.isPresent() && emails.isEmpty()) {
      throw new IllegalArgumentException("needs alarmEmails: somebody must hear of it");
    }
  }
}
