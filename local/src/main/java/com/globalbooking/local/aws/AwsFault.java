package com.globalbooking.local.aws;

/** A request that is refused, with AWS's name for the reason. */
public final class AwsFault extends Exception {
  private static final long serialVersionUID = 1L;

  private final int status;
  private final String code;

  /**
   * @param status of the HTTP answer, where the service's protocol leaves the choice
   * @param code for example {@code AccessDeniedException}
   * @param message one sentence for the caller
   */
  public AwsFault(int status, String code, String message) {
    super(message);
    this.status = status;
    this.code = code;
  }

  public int status() {
    return status;
  }

  public String code() {
    return code;
  }

  /** The sentence for the caller. */
  public String sentence() {
    return String.valueOf(getMessage());
  }
}
