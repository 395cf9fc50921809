package com.globalbooking.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.OptionalLong;

/**
 * Bookings, and the allotments of this Region that they take from. Everything here decides on this
 * Region's copy alone.
 */
public interface BookingStore extends BookingReader {

  /**
   * In one atomic step: takes the units of every night from this Region's own allotment, inserts
   * the booking, and records the event that tells of it. All of it happens or nothing, and it never
   * happens twice for one id in this Region.
   *
   * <p>An attempt that ends without an answer may still have happened; it is {@link
   * Attempt.Undecided}, and repeating it is safe, because then the booking is found.
   *
   * @param conditions over and above enough units and a new id
   */
  Attempt book(Booking booking, Conditions conditions);

  /**
   * What else must hold.
   *
   * @param expectedVersion of the first night's allotment
   * @param idUnusedElsewhere no other Region may have a booking with this id, as far as this one
   *     has heard; pointless for an id that was drawn just now
   */
  record Conditions(OptionalLong expectedVersion, boolean idUnusedElsewhere) {}

  /** How {@link #book} ended. */
  sealed interface Attempt {
    /** All of it happened. */
    record Booked() implements Attempt {}

    /** Nothing happened: {@code existing} has this id. */
    record AlreadyBooked(Booking existing) implements Attempt {}

    /** Nothing happened: these nights stood in the way, by date. Never empty. */
    record Refused(List<Refusal> nights) implements Attempt {
      public Refused {
        nights = List.copyOf(nights);
      }
    }

    /** Others were changing the same items, the store was throttled, or no answer came. */
    record Undecided() implements Attempt {}
  }

  /** Why a night stood in the way. */
  sealed interface Refusal {
    /** The night refused. */
    LocalDate night();

    /** This Region has no allotment for the night. */
    record NoAllotment(LocalDate night) implements Refusal {}

    /** Fewer units are left than asked for. */
    record TooFew(LocalDate night, int available) implements Refusal {}

    /** There are enough units, but the version is not the expected one. */
    record OtherVersion(LocalDate night, long actual) implements Refusal {}
  }
}
