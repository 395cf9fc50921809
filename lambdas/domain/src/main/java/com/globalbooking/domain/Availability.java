package com.globalbooking.domain;

import java.time.LocalDate;
import java.util.List;

/** What a property has free, room by room and night by night. */
public record Availability(List<RoomAvailability> rooms) {
  public Availability {
    rooms = List.copyOf(rooms);
  }

  /** The nights of one room that are on sale, by date. */
  public record RoomAvailability(RoomId room, List<Night> nights) {
    public RoomAvailability {
      nights = List.copyOf(nights);
    }
  }

  /** One night, with what each Region has of it, by the code of the Region. */
  public record Night(LocalDate date, List<Allotment> regions) {
    public Night {
      regions = List.copyOf(regions);
    }

    /** Units free over all Regions; one booking must find its units in a single Region. */
    public int available() {
      return regions.stream().mapToInt(Allotment::free).sum();
    }
  }
}
