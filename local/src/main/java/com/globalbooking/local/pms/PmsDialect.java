package com.globalbooking.local.pms;

import com.globalbooking.local.loopback.Answer;
import java.util.Optional;

/** What is said in one integration, and how it is answered. */
interface PmsDialect {

  /** The path, below the connection's URL, that messages are posted to. */
  String path();

  /**
   * The event that a message is about, as far as it can be told without trusting the message.
   *
   * @param idempotencyKey the header, empty when there is none
   */
  Optional<String> eventId(Optional<String> idempotencyKey, byte[] body);

  /**
   * Reads a message.
   *
   * @param idempotencyKey the header, empty when there is none
   * @return the change; empty when the message is understood and changes no reservation
   * @throws MalformedMessageException when it is not understood
   */
  Optional<ReservationChange> read(Optional<String> idempotencyKey, byte[] body)
      throws MalformedMessageException;

  /** Tells what became of a change. */
  Answer answer(String eventId, ReservationBook.Outcome outcome);

  /** Tells that a message which changes no reservation was understood. */
  Answer noted(byte[] body);

  /** Tells that a message is not understood, for good. */
  Answer refused(byte[] body, String reason);

  /** Tells that the signature is missing, wrong or too old. */
  Answer unsigned();

  /** A message that makes no sense; the reason is for its sender. */
  final class MalformedMessageException extends Exception {
    private static final long serialVersionUID = 1L;

    MalformedMessageException(String reason) {
      super(reason);
    }

    String reason() {
      return String.valueOf(getMessage());
    }
  }
}
