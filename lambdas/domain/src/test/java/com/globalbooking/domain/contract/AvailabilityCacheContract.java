package com.globalbooking.domain.contract;

import static com.globalbooking.domain.contract.Sample.HERE;
import static com.globalbooking.domain.contract.Sample.ROOM;
import static com.globalbooking.domain.contract.Sample.THERE;
import static org.assertj.core.api.Assertions.assertThat;

import com.globalbooking.domain.Allotment;
import com.globalbooking.domain.AvailabilityCache;
import com.globalbooking.domain.AvailabilityCache.Cached;
import com.globalbooking.domain.AvailabilityCache.Removal;
import com.globalbooking.domain.DateRange;
import com.globalbooking.domain.PropertyId;
import com.globalbooking.domain.Region;
import com.globalbooking.domain.Room;
import com.globalbooking.domain.RoomId;
import com.globalbooking.domain.RoomNight;
import com.globalbooking.domain.RoomRank;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What {@link AvailabilityCache} promises. Each test starts with an empty cache. */
public abstract class AvailabilityCacheContract {
  private static final PropertyId HOTEL = ROOM.property();
  private static final Room SUITE = new Room(HOTEL, new RoomId("suite:date:x"));

  protected abstract AvailabilityCache cache();

  /** A night to come. */
  protected abstract LocalDate firstNight();

  /** Makes the cache lose all that it holds. */
  protected abstract void loseEverything();

  @Test
  void findsWhatWasPutInTheRangeOfTheProperty() {
    Allotment overbooked = new Allotment(night(2), HERE, 3, -2, new RoomRank(7), 4);
    Allotment inSuite =
        new Allotment(new RoomNight(SUITE, firstNight().plusDays(1)), THERE, 9, 9, 1);
    Room otherHotel = new Room(new PropertyId("lisbon-02"), ROOM.id());
    Allotment elsewhere =
        new Allotment(new RoomNight(otherHotel, firstNight().plusDays(1)), HERE, 9, 9, 1);
    put(at(0, 1), at(1, 1), at(1, THERE, 1), inSuite, overbooked, at(3, 1), elsewhere);

    assertThat(find(1, 2).allotments())
        .containsExactlyInAnyOrder(at(1, 1), at(1, THERE, 1), inSuite, overbooked);
    assertThat(cache().find(otherHotel.property(), range(0, 9)).allotments())
        .containsExactly(elsewhere);
  }

  @Test
  void aNewerVersionReplacesAnOlderOne() {
    put(at(0, 7));
    put(at(0, 8));

    assertThat(find(0, 0).allotments()).containsExactly(at(0, 8));
  }

  @Test
  void anOlderVersionNeverReplacesANewerOne() {
    put(at(0, 10));
    put(at(0, 9));

    assertThat(find(0, 0).allotments()).containsExactly(at(0, 10));
  }

  @Test
  void theNewestVersionStaysWhateverTheOrderAndHoweverOftenItIsTold() {
    List<Allotment> changes = new ArrayList<>();
    for (int version = 1; version <= 12; version++) {
      changes.add(at(0, version));
      changes.add(at(0, version));
    }
    Collections.shuffle(changes, new Random(42));

    cache().put(changes.subList(0, 12));
    changes.subList(12, changes.size()).forEach(this::put);

    assertThat(find(0, 0).allotments()).containsExactly(at(0, 12));
  }

  @Test
  void theSameVersionToldAgainChangesNothing() {
    Allotment first = new Allotment(night(0), HERE, 20, 7, 5);
    put(first);
    put(new Allotment(night(0), HERE, 20, 9, 5));

    assertThat(find(0, 0).allotments()).containsExactly(first);
  }

  @Test
  void whatWasRemovedIsGone() {
    put(at(0, 7), at(1, 7));
    remove(0, HERE, 7);

    assertThat(find(0, 9).allotments()).containsExactly(at(1, 7));
  }

  @Test
  void removesOneRegionsAllotmentAndLeavesTheOthers() {
    put(at(0, 7), at(0, THERE, 3));
    remove(0, HERE, 7);

    assertThat(find(0, 0).allotments()).containsExactly(at(0, THERE, 3));
  }

  @Test
  void aLateChangeDoesNotBringBackWhatWasRemoved() {
    put(at(0, 6));
    remove(0, HERE, 8);
    put(at(0, 7));
    put(at(0, 8));

    assertThat(find(0, 0).allotments()).isEmpty();
  }

  @Test
  void aRemovalThatComesBeforeTheChangesHoldsToo() {
    remove(0, HERE, 8);
    put(at(0, 7));

    assertThat(find(0, 0).allotments()).isEmpty();
  }

  @Test
  void aLateRemovalDoesNotTakeWhatIsNewer() {
    put(at(0, 9));
    remove(0, HERE, 8);

    assertThat(find(0, 0).allotments()).containsExactly(at(0, 9));
  }

  @Test
  void whatIsPutAnewAfterItsRemovalIsFound() {
    put(at(0, 7));
    remove(0, HERE, 7);
    put(at(0, 8));

    assertThat(find(0, 0).allotments()).containsExactly(at(0, 8));
  }

  @Test
  void isNotWholeUntilItIsSaid() {
    put(at(0, 1), at(1, 1));

    assertThat(find(0, 1).whole()).isFalse();
  }

  @Test
  void isWholeForTheNightsOfWhichItWasSaidAndNoOthers() {
    put(at(1, 1), at(2, 1));
    cache().markWhole(HOTEL, range(1, 2));

    assertThat(find(1, 2).whole()).isTrue();
    assertThat(find(2, 2).whole()).isTrue();
    assertThat(find(0, 2).whole()).isFalse();
    assertThat(find(1, 3).whole()).isFalse();
    assertThat(cache().find(new PropertyId("lisbon-02"), range(1, 2)).whole()).isFalse();
  }

  @Test
  void aNightWithoutAllotmentsCanBeWhole() {
    put(at(0, 1));
    cache().markWhole(HOTEL, range(0, 3));

    assertThat(find(1, 3)).isEqualTo(new Cached(List.of(), true));
  }

  @Test
  void staysWholeWhenAllotmentsAreAddedChangedAndRemoved() {
    put(at(0, 1), at(1, 1));
    cache().markWhole(HOTEL, range(0, 2));
    put(at(0, 2), at(0, THERE, 1), at(2, 1));
    remove(1, HERE, 1);

    Cached found = find(0, 2);
    assertThat(found.whole()).isTrue();
    assertThat(found.allotments()).containsExactlyInAnyOrder(at(0, 2), at(0, THERE, 1), at(2, 1));
  }

  @Test
  void isNotWholeAfterALossOfData() {
    put(at(0, 1), at(1, 1));
    cache().markWhole(HOTEL, range(0, 1));
    loseEverything();
    put(at(0, 2));

    Cached found = find(0, 1);
    assertThat(found.whole()).isFalse();
    assertThat(found.allotments()).containsExactly(at(0, 2));
  }

  @Test
  void takesManyPropertiesAtOnce() {
    List<Allotment> many = new ArrayList<>();
    for (int hotel = 0; hotel < 40; hotel++) {
      Room room = new Room(new PropertyId("hotel-" + hotel), ROOM.id());
      for (int day = 0; day < 300; day++) {
        many.add(
            new Allotment(new RoomNight(room, firstNight().plusDays(day)), HERE, 9, hotel % 9, 1));
      }
    }
    cache().put(many);

    for (int hotel = 0; hotel < 40; hotel++) {
      Cached found = cache().find(new PropertyId("hotel-" + hotel), range(0, 299));
      assertThat(found.allotments()).hasSize(300);
      assertThat(found.allotments().getFirst().available()).isEqualTo(hotel % 9);
    }
  }

  @Test
  void doesNothingWhenToldNothing() {
    cache().put(List.of());
    cache().remove(List.of());

    assertThat(find(0, 9)).isEqualTo(new Cached(List.of(), false));
  }

  protected final Allotment at(int day, long version) {
    return at(day, HERE, version);
  }

  private Allotment at(int day, Region owner, long version) {
    return new Allotment(night(day), owner, 20, 7, version);
  }

  protected final RoomNight night(int day) {
    return new RoomNight(ROOM, firstNight().plusDays(day));
  }

  protected final DateRange range(int firstDay, int lastDay) {
    return new DateRange(firstNight().plusDays(firstDay), firstNight().plusDays(lastDay));
  }

  protected final Cached find(int firstDay, int lastDay) {
    return cache().find(HOTEL, range(firstDay, lastDay));
  }

  protected final void put(Allotment... allotments) {
    cache().put(List.of(allotments));
  }

  private void remove(int day, Region owner, long version) {
    cache().remove(List.of(new Removal(night(day), owner, version)));
  }
}
