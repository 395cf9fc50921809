package com.globalbooking.store;

import com.globalbooking.domain.StoreBusyException;
import java.io.IOException;
import java.util.function.Supplier;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.ApiCallAttemptTimeoutException;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.model.TransactionInProgressException;

/**
 * Tells faults that pass (load, a lost answer) from faults that stay (a missing table or grant).
 */
final class PassingFault {
  static boolean is(SdkException fault) {
    return switch (fault) {
      case TransactionInProgressException inProgress -> true;
      case AwsServiceException answer ->
          answer.isThrottlingException() || answer.statusCode() >= 500;
      case ApiCallTimeoutException timeout -> true;
      case ApiCallAttemptTimeoutException timeout -> true;
      default -> fault.getCause() instanceof IOException;
    };
  }

  /** Runs a read; a fault that passes becomes {@link StoreBusyException}. */
  static <T> T toBusy(Supplier<T> read) {
    try {
      return read.get();
    } catch (SdkException e) {
      if (is(e)) {
        throw new StoreBusyException("DynamoDB did not answer in time", e);
      }
      throw e;
    }
  }

  private PassingFault() {}
}
