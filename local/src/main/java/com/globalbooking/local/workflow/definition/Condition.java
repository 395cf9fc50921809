package com.globalbooking.local.workflow.definition;

import com.fasterxml.jackson.databind.JsonNode;
import com.globalbooking.local.workflow.data.DataPath;
import com.globalbooking.local.workflow.data.Scope;
import com.globalbooking.local.workflow.data.StateFailure;
import java.util.List;
import java.util.Optional;

/** A condition of a Choice. */
public sealed interface Condition {

  /**
   * Whether it holds.
   *
   * @throws StateFailure {@code States.Runtime} when a path in it matches nothing: a Choice on what
   *     is not there fails the execution
   */
  boolean holds(Scope scope) throws StateFailure;

  /** All of them hold. */
  record And(List<Condition> conditions) implements Condition {
    public And {
      conditions = List.copyOf(conditions);
    }

    @Override
    public boolean holds(Scope scope) throws StateFailure {
      for (Condition condition : conditions) {
        if (!condition.holds(scope)) {
          return false;
        }
      }
      return true;
    }
  }

  /** At least one of them holds. */
  record Or(List<Condition> conditions) implements Condition {
    public Or {
      conditions = List.copyOf(conditions);
    }

    @Override
    public boolean holds(Scope scope) throws StateFailure {
      for (Condition condition : conditions) {
        if (condition.holds(scope)) {
          return true;
        }
      }
      return false;
    }
  }

  /** It does not hold. */
  record Not(Condition condition) implements Condition {
    @Override
    public boolean holds(Scope scope) throws StateFailure {
      return !condition.holds(scope);
    }
  }

  /** Whether something is there at all; the one test that a missing path does not fail. */
  record Present(DataPath variable, boolean wanted) implements Condition {
    @Override
    public boolean holds(Scope scope) {
      return variable.find(scope).isPresent() == wanted;
    }
  }

  /** What kind of value there is. */
  record OfKind(DataPath variable, Kind kind, boolean wanted) implements Condition {
    @Override
    public boolean holds(Scope scope) throws StateFailure {
      return kind.includes(required(variable, scope)) == wanted;
    }
  }

  /** A comparison with a value of the definition. */
  record Compared(DataPath variable, Comparison comparison, JsonNode with) implements Condition {
    @Override
    public boolean holds(Scope scope) throws StateFailure {
      return comparison.holds(required(variable, scope), with);
    }
  }

  /** A comparison with a value of the data. */
  record ComparedInData(DataPath variable, Comparison comparison, DataPath with)
      implements Condition {
    @Override
    public boolean holds(Scope scope) throws StateFailure {
      return comparison.holds(required(variable, scope), required(with, scope));
    }
  }

  private static JsonNode required(DataPath path, Scope scope) throws StateFailure {
    Optional<JsonNode> found = path.find(scope);
    if (found.isEmpty()) {
      throw StateFailure.runtime(
          "Invalid path '%s': The choice state's condition path references an invalid value."
              .formatted(path));
    }
    return found.get();
  }
}
