package com.globalbooking.stack.functions;

import com.globalbooking.contract.Function;
import com.globalbooking.stack.inventory.TableHandle;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;

/** The tables of this Region that functions work on. */
public record FunctionTables(
    TableHandle inventory,
    TableHandle bookings,
    TableHandle regions,
    TableHandle outbox,
    TableHandle control) {

  /** Those that every Region has a replica of, by what their names end in. */
  public Map<String, TableHandle> global() {
    return new TreeMap<>(Map.of("inventory", inventory, "bookings", bookings, "regions", regions));
  }

  /** All, by what their names end in. */
  public Map<String, TableHandle> byId() {
    Map<String, TableHandle> all = new TreeMap<>(global());
    all.put("outbox", outbox);
    all.put("control", control);
    return all;
  }

  /** The one function that reads each stream: AWS advises no more on a global table. */
  public Map<Function, TableHandle> byStreamReader() {
    Map<Function, TableHandle> tables = new EnumMap<>(Function.class);
    tables.put(Function.EVENT_PUBLISHER, outbox);
    tables.put(Function.CACHE_UPDATER, inventory);
    tables.put(Function.HOT_BOOKING_CHECKER, bookings);
    return tables;
  }
}
