package com.globalbooking.domain;

import java.time.LocalDate;

/** A room for the night that begins on {@code date}: the unit in which inventory is counted. */
public record RoomNight(Room room, LocalDate date) {}
