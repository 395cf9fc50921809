package com.globalbooking.domain.fake;

import static java.util.Comparator.comparing;

import com.globalbooking.domain.Allotment;
import com.globalbooking.domain.reconciliation.InventoryPass;
import com.globalbooking.domain.reconciliation.Segment;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Goes over whatever allotments there are by now, a few at a time; all are in segment zero. */
public final class InMemoryInventoryPass implements InventoryPass {
  private static final int PAGE = 3;
  private static final Comparator<Position> ORDER =
      comparing((Position p) -> p.night().room().property().value())
          .thenComparing(p -> p.night().date())
          .thenComparing(p -> p.night().room().id().value())
          .thenComparing(p -> p.owner().code());

  private final Supplier<List<Allotment>> allotments;
  private final Map<Segment, Position> bookmarks = new HashMap<>();

  public InMemoryInventoryPass(Supplier<List<Allotment>> allotments) {
    this.allotments = allotments;
  }

  @Override
  public Page next(Segment segment, Optional<Position> after) {
    List<Allotment> left =
        segment.number() > 0
            ? List.of()
            : allotments.get().stream()
                .filter(a -> after.isEmpty() || ORDER.compare(position(a), after.get()) > 0)
                .sorted(comparing(InMemoryInventoryPass::position, ORDER))
                .toList();
    List<Allotment> page = left.stream().limit(PAGE).toList();
    return new Page(
        page, left.size() > PAGE ? Optional.of(position(page.getLast())) : Optional.empty());
  }

  private static Position position(Allotment allotment) {
    return new Position(allotment.night(), allotment.owner());
  }

  @Override
  public Optional<Position> bookmark(Segment segment) {
    return Optional.ofNullable(bookmarks.get(segment));
  }

  @Override
  public void setBookmark(Segment segment, Optional<Position> after) {
    after.ifPresentOrElse(
        position -> bookmarks.put(segment, position), () -> bookmarks.remove(segment));
  }
}
