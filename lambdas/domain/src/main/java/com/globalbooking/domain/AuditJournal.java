package com.globalbooking.domain;

import com.globalbooking.contract.DomainEvent;
import java.util.List;

/** Where what happened is written down for good: nothing there is ever changed or taken away. */
public interface AuditJournal {

  /**
   * Appends those of {@code events} that the journal does not have; an event that it has changes
   * nothing.
   *
   * @return those that can never be appended; the others are there
   * @throws AuditUnavailableException when the database does not answer in time; then some may be
   *     there, and all may be appended again
   */
  List<Refused> append(List<DomainEvent> events);

  /** An event that the database refuses for what it is. */
  record Refused(DomainEvent event, String reason) {}
}
