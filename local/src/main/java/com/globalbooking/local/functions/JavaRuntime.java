package com.globalbooking.local.functions;

import java.nio.file.Path;
import java.util.List;

/**
 * What Lambda's managed Java runtime puts beside a package: AWS's own runtime interface client.
 *
 * @param libDirectory its jars; its native libraries are in {@code jni} beside it
 */
public record JavaRuntime(Path libDirectory) {
  /** Polls the Runtime API; takes the handler as its argument. */
  public static final String MAIN = "com.amazonaws.services.lambda.runtime.api.client.AWSLambda";

  private static final String NATIVE_LIBRARY =
      "com.amazonaws.services.lambda.runtime.api.client.runtimeapi.NativeClient.JNI";

  /**
   * Options of the JVM. Names the native library: left alone, each start copies it over one file in
   * {@code /tmp}, and instances that have it mapped die of a bus error. On Lambda each instance has
   * a {@code /tmp} of its own; here they share one.
   */
  public List<String> options() {
    return List.of(
        "--add-opens=java.base/java.lang=ALL-UNNAMED",
        "--enable-native-access=ALL-UNNAMED",
        "-D" + NATIVE_LIBRARY + "=" + nativeLibrary());
  }

  private Path nativeLibrary() {
    String processor = System.getProperty("os.arch").equals("aarch64") ? "aarch_64" : "x86_64";
    return libDirectory
        .toAbsolutePath()
        .resolveSibling("jni")
        .resolve("libaws-lambda-jni.linux-" + processor + ".so");
  }
}
