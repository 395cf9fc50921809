package com.globalbooking.cache;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.globalbooking.domain.PropertyId;
import com.globalbooking.domain.Room;
import com.globalbooking.domain.RoomId;
import com.globalbooking.domain.RoomNight;
import java.time.LocalDate;

/**
 * The keys of a property. The braces make the property what Redis shards by, so that all keys of
 * one are in one place and a script may touch them together.
 *
 * <ul>
 *   <li>{@code hotel:{P}:room:R:date:D}, a hash: what each Region has of a room-night, see {@link
 *       EntryValue}
 *   <li>{@code hotel:{P}:index}, a sorted set by day: the room-nights that have an allotment
 *   <li>{@code hotel:{P}:nights}, a sorted set by day: the nights of which the cache holds all
 * </ul>
 */
final class CacheKeys {
  private static final int SLOTS = 16384;
  private static final int POLYNOMIAL = 0x1021;

  /** An entry is kept until so many days after the day on which its night begins. */
  private static final int DAYS_KEPT = 3;

  static String entry(RoomNight night) {
    return prefix(night.room().property())
        + "room:"
        + night.room().id().value()
        + ":date:"
        + night.date();
  }

  static String index(PropertyId property) {
    return prefix(property) + "index";
  }

  static String nights(PropertyId property) {
    return prefix(property) + "nights";
  }

  /** A room-night in the index: an id cannot hold a {@code #}. */
  static String member(RoomNight night) {
    return night.room().id().value() + '#' + night.date();
  }

  static RoomNight night(PropertyId property, String member) {
    int end = member.lastIndexOf('#');
    return new RoomNight(
        new Room(property, new RoomId(member.substring(0, end))),
        LocalDate.parse(member.substring(end + 1)));
  }

  /** The first day whose night is still kept on {@code today}. */
  static LocalDate firstKept(LocalDate today) {
    return today.minusDays(DAYS_KEPT - 1);
  }

  static int daysKept() {
    return DAYS_KEPT;
  }

  /** Where in the cluster the property's keys are: CRC16 (XMODEM) of what is in the braces. */
  static int slot(PropertyId property) {
    int crc = 0;
    for (byte b : property.value().getBytes(UTF_8)) {
      crc ^= (b & 0xff) << 8;
      for (int bit = 0; bit < 8; bit++) {
        crc = (crc & 0x8000) == 0 ? crc << 1 : crc << 1 ^ POLYNOMIAL;
      }
    }
    return (crc & 0xffff) % SLOTS;
  }

  private static String prefix(PropertyId property) {
    return "hotel:{" + property.value() + "}:";
  }

  private CacheKeys() {}
}
