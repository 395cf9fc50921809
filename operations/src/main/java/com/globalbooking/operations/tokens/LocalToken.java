package com.globalbooking.operations.tokens;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.globalbooking.contract.Scope;
import com.globalbooking.operations.RefusedException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;

/** A token of the development issuer of local Regions. */
public final class LocalToken {

  private LocalToken() {}

  /**
   * Asks {@code scripts/local}, which knows the issuer.
   *
   * @throws RefusedException when it gives none
   */
  public static String ask(Path root) {
    String scopes =
        Arrays.stream(Scope.values()).map(Scope::value).collect(Collectors.joining(" "));
    try {
      Process process =
          new ProcessBuilder(
                  root.resolve("scripts").resolve("local").toString(),
                  "token",
                  "--sub",
                  "smoke",
                  "--scope",
                  scopes)
              .redirectErrorStream(true)
              .start();
      String printed = new String(process.getInputStream().readAllBytes(), UTF_8).strip();
      if (process.waitFor() != 0) {
        throw new RefusedException(printed);
      }
      return printed;
    } catch (IOException failure) {
      throw new RefusedException("scripts/local cannot be run: " + failure.getMessage(), failure);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new RefusedException("Interrupted while asking for a token.", interrupted);
    }
  }
}
