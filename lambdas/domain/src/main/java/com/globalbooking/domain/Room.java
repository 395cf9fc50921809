package com.globalbooking.domain;

/** A room type of a property; what is sold is so many units of it, night by night. */
public record Room(PropertyId property, RoomId id) {}
