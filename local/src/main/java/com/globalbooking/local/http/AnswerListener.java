package com.globalbooking.local.http;

/** Is told of each answer of an API, before it is sent; must be short and must not throw. */
@FunctionalInterface
public interface AnswerListener {

  /** An API answered on this stage. */
  void answered(String apiId, String stage, int status);
}
