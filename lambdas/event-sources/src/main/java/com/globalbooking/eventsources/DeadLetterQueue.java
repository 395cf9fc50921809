package com.globalbooking.eventsources;

import java.util.Optional;

/** Where a function puts what it cannot read, for people to look at; each has an alarm. */
public interface DeadLetterQueue {
  /**
   * Puts a letter there durably; the same letter may arrive twice.
   *
   * @return whether it is there; if not, the delivery must come again
   */
  boolean put(DeadLetter letter);

  /**
   * What is put aside.
   *
   * @param sourceArn stream or queue
   * @param id position in it: sequence number or message id
   * @param reason what is wrong with it, without any of its values
   * @param body of a message, as it came; absent for a stream, whose record is found by its
   *     position for a day
   */
  record DeadLetter(String sourceArn, String id, String reason, Optional<String> body) {}
}
