package com.globalbooking.stack.inventory;

import com.pulumi.core.Output;
import java.util.List;

/**
 * This Region's copy of a table, whoever created it.
 *
 * @param indexes names of its global secondary indexes
 */
public record TableHandle(
    Output<String> name, Output<String> arn, Output<String> streamArn, List<String> indexes) {
  public TableHandle {
    indexes = List.copyOf(indexes);
  }
}
