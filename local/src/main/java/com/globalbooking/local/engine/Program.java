package com.globalbooking.local.engine;

import java.nio.file.Path;
import java.util.List;

/**
 * A Pulumi program in Java and how to start it.
 *
 * @param classPath entries of its class path; a last element {@code *} takes a folder's jars
 * @param mainClass the class with its {@code main}
 * @param workingDirectory where it runs; the paths in its assets are relative to it
 */
public record Program(List<String> classPath, String mainClass, Path workingDirectory) {
  public Program {
    classPath = List.copyOf(classPath);
  }
}
