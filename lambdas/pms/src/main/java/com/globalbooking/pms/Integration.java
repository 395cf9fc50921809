package com.globalbooking.pms;

import com.globalbooking.contract.DomainEvent.OfBooking;
import com.globalbooking.contract.PmsConnection;
import com.globalbooking.domain.pms.PmsClient.Answer;
import com.globalbooking.domain.pms.PmsClient.Answer.TryAgain;

/** A way of talking to a PMS. */
interface Integration {
  /** No answer needs more. */
  int MOST_BYTES = 64 * 1024;

  int CONFLICT = 409;

  /** Tells the PMS of the event. */
  Answer push(PmsConnection to, OfBooking event);

  /** What an answer means that is neither success, nor conflict, nor a refusal. */
  static Answer unusable(Reply reply) {
    return switch (reply) {
      case Reply.NoAnswer(String reason) -> new TryAgain(reason);
      case Reply.Answered answered ->
          new TryAgain(
              answered.status() == 401
                  ? "status 401: the signing key is not accepted"
                  : "status " + answered.status());
    };
  }

  /** What an answer means that says nothing that can be understood. */
  static Answer garbage(Reply.Answered answered) {
    return new TryAgain("garbage with status " + answered.status());
  }
}
