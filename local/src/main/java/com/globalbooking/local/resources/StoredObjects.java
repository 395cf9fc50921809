package com.globalbooking.local.resources;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The objects in the buckets of one Region: each stands for a file of the working tree. */
public final class StoredObjects {
  private final Map<Location, Path> files = new ConcurrentHashMap<>();

  /** Where an object is. */
  record Location(String bucket, String key) {
    @Override
    public String toString() {
      return "s3://" + bucket + "/" + key;
    }
  }

  void put(Location location, Path file) {
    files.put(location, file);
  }

  /** Takes an object away; that there is none is no failure. */
  void remove(Location location) {
    files.remove(location);
  }

  boolean exists(Location location) {
    return files.containsKey(location);
  }

  /** The keys of the objects in a bucket. */
  List<String> keys(String bucket) {
    return files.keySet().stream()
        .filter(it -> it.bucket().equals(bucket))
        .map(Location::key)
        .sorted()
        .toList();
  }

  /**
   * The file behind an object.
   *
   * @throws IllegalArgumentException when there is none
   */
  Path file(Location location) {
    Path file = files.get(location);
    if (file == null) {
      throw new IllegalArgumentException("NoSuchKey: there is no object " + location);
    }
    return file;
  }
}
