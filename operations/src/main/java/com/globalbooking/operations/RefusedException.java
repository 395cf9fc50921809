package com.globalbooking.operations;

/** Why a command does not do what it was asked: one sentence for the operator, with what to do. */
public final class RefusedException extends RuntimeException {

  public RefusedException(String sentence) {
    super(sentence);
  }

  public RefusedException(String sentence, Throwable cause) {
    super(sentence, cause);
  }
}
