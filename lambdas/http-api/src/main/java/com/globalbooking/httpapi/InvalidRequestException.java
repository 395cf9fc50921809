package com.globalbooking.httpapi;

/** A request that no state of the world could grant: the client has to change {@link #field()}. */
public final class InvalidRequestException extends Exception {
  private static final long serialVersionUID = 1L;

  private final String field;

  /**
   * @param field as the client knows it, for example {@code guestInfo.email}
   * @param problem the rest of the sentence that begins with the field; never the value
   */
  public InvalidRequestException(String field, String problem) {
    super(field + " " + problem);
    this.field = field;
  }

  /** The part of the request that is wrong. */
  public String field() {
    return field;
  }
}
