package com.globalbooking.pms.control;

import com.globalbooking.contract.ControlTable;
import com.globalbooking.domain.StoreBusyException;
import java.util.Map;
import java.util.function.Supplier;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/** Writes and reads what items of the control table have. */
final class ControlItems {
  /** The key of a record by its kind and what it is about. */
  static Map<String, AttributeValue> key(String kind, String of) {
    return Map.of(ControlTable.NAME, text(kind + of));
  }

  static AttributeValue text(String value) {
    return AttributeValue.fromS(value);
  }

  static AttributeValue number(long value) {
    return AttributeValue.fromN(Long.toString(value));
  }

  static String text(Map<String, AttributeValue> item, String name) {
    return present(item, name).s();
  }

  static int count(Map<String, AttributeValue> item, String name) {
    return Integer.parseInt(present(item, name).n());
  }

  static long number(Map<String, AttributeValue> item, String name) {
    return Long.parseLong(present(item, name).n());
  }

  private static AttributeValue present(Map<String, AttributeValue> item, String name) {
    AttributeValue value = item.get(name);
    if (value == null) {
      throw new IllegalStateException("an item without " + name + "; it has " + item.keySet());
    }
    return value;
  }

  /**
   * Runs a call. All faults are alike to those who tell PMSs: the event comes again. A failed
   * condition is no fault.
   */
  static <T> T toBusy(Supplier<T> call) {
    try {
      return call.get();
    } catch (ConditionalCheckFailedException e) {
      throw e;
    } catch (SdkException e) {
      throw new StoreBusyException("the control table did not answer as it should", e);
    }
  }

  private ControlItems() {}
}
