package com.globalbooking.local.engine;

/**
 * A resource that was made, or changed, and is not as the program wants it. The engine keeps it, so
 * that the next run goes on with it instead of making another.
 */
public final class IncompleteResourceException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient ResourceHandler.Created made;

  /**
   * @param made what there is
   * @param missing a sentence about what there is not
   */
  public IncompleteResourceException(
      ResourceHandler.Created made, String missing, Throwable cause) {
    super(missing, cause);
    this.made = made;
  }

  /** What there is. */
  public ResourceHandler.Created made() {
    return made;
  }
}
