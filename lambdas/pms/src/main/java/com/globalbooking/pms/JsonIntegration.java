package com.globalbooking.pms;

import com.globalbooking.contract.DomainEvent.OfBooking;
import com.globalbooking.contract.PmsConnection;
import com.globalbooking.domain.pms.PmsClient.Answer;
import com.globalbooking.domain.pms.PmsClient.Answer.AlreadyTaken;
import com.globalbooking.domain.pms.PmsClient.Answer.RefusedForGood;
import com.globalbooking.domain.pms.PmsClient.Answer.Taken;
import com.globalbooking.events.EventJson;
import com.globalbooking.pms.Reply.Answered;

/**
 * Our JSON: the event as it is, posted to {@code /reservations}. A status counts only together with
 * a body that is none or an object: what stands in front of a PMS also answers.
 */
final class JsonIntegration implements Integration {
  private final SignedHttp http;

  JsonIntegration(SignedHttp http) {
    this.http = http;
  }

  @Override
  public Answer push(PmsConnection to, OfBooking event) {
    var message =
        new SignedHttp.Message(
            "/reservations", "application/json", EventJson.write(event), event.eventId());
    Reply reply = http.post(to, message, MOST_BYTES);
    if (!(reply instanceof Answered answered) || !(answered.isSuccess() || answered.isRefusal())) {
      return Integration.unusable(reply);
    }
    if (!answered.body().isEmpty() && HostileJson.object(answered).isEmpty()) {
      return Integration.garbage(answered);
    }
    if (answered.status() == CONFLICT) {
      return new AlreadyTaken();
    }
    return answered.isSuccess() ? new Taken() : new RefusedForGood("status " + answered.status());
  }
}
