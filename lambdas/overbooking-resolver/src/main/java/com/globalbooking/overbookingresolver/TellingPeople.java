package com.globalbooking.overbookingresolver;

import static java.util.stream.Collectors.joining;

import com.globalbooking.domain.BookingId;
import com.globalbooking.domain.Escalations.Escalation;
import com.globalbooking.domain.Escalations.People;
import com.globalbooking.domain.Overbooking;
import java.util.List;

/** Says what a person must do, without a word about who the guests are. */
final class TellingPeople implements People {
  /** More help nobody, and a message has a limit. */
  private static final int MOST_BOOKINGS = 100;

  private final Publisher publisher;

  /** Where it goes. */
  @FunctionalInterface
  interface Publisher {
    /** Whether it is durably on its way. */
    boolean publish(String subject, String text);
  }

  TellingPeople(Publisher publisher) {
    this.publisher = publisher;
  }

  @Override
  public boolean tell(Escalation escalation, List<BookingId> bookings) {
    Overbooking shortage = escalation.shortage();
    return publisher.publish(
        "Overbooked: %s, night of %s"
            .formatted(shortened(shortage.property().value()), shortage.night().date()),
        text(shortage, bookings));
  }

  private static String text(Overbooking shortage, List<BookingId> bookings) {
    String ids =
        bookings.stream().limit(MOST_BOOKINGS).map(BookingId::value).collect(joining(", "));
    String more =
        bookings.size() > MOST_BOOKINGS
            ? " and %d more".formatted(bookings.size() - MOST_BOOKINGS)
            : "";
    return """
        Hotel %1$s has %4$d unit(s) of room %2$s too few for the night of %3$s (Region %5$s), and no room of \
        the same or a higher rank is free for any guest who may be moved.

        What to do: find room for %4$d unit(s). Either agree with the hotel on more units and set the \
        allotment of %2$s higher, or open units of another room of at least its rank, or agree with a \
        guest and rebook elsewhere. As soon as there is room, guests are moved by themselves at the next \
        audit, and the alarm ends.

        Bookings that hold the night: %6$s%7$s
        """
        .formatted(
            shortage.property(),
            shortage.night().room().id(),
            shortage.night().date(),
            shortage.shortUnits(),
            shortage.owner(),
            ids,
            more);
  }

  private static String shortened(String property) {
    return property.length() <= 60 ? property : property.substring(0, 59) + "~";
  }
}
