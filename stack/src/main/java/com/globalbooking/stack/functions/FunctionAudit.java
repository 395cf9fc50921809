package com.globalbooking.stack.functions;

import com.globalbooking.contract.Function;
import com.pulumi.core.Output;

/**
 * The audit database, for functions.
 *
 * @param writerUrl JDBC URL, without credentials
 * @param readerUrl the same of the instance that only answers
 */
public record FunctionAudit(
    Output<String> writerUrl,
    Output<String> readerUrl,
    Output<String> masterSecretArn,
    Output<String> writerSecretArn,
    Output<String> readerSecretArn) {

  /** The URL for a function: checks do not take the writer's time. */
  Output<String> url(Function function) {
    return function == Function.RECONCILIATION_CHECKER ? readerUrl : writerUrl;
  }
}
