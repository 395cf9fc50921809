package com.globalbooking.domain;

import static com.globalbooking.domain.contract.Sample.FIRST;
import static com.globalbooking.domain.contract.Sample.HERE;
import static com.globalbooking.domain.contract.Sample.NOW;
import static com.globalbooking.domain.contract.Sample.ONE_NIGHT;
import static com.globalbooking.domain.contract.Sample.REGIONS;
import static com.globalbooking.domain.contract.Sample.ROOM;
import static com.globalbooking.domain.contract.Sample.THERE;
import static com.globalbooking.domain.contract.Sample.allotment;
import static com.globalbooking.domain.contract.Sample.booking;
import static com.globalbooking.domain.contract.Sample.night;
import static org.assertj.core.api.Assertions.assertThat;

import com.globalbooking.domain.BookingStore.Attempt;
import com.globalbooking.domain.BookingStore.Conditions;
import com.globalbooking.domain.LoadingInventory.Wish;
import com.globalbooking.domain.LoadingOutcome.BelowSold;
import com.globalbooking.domain.LoadingOutcome.Busy;
import com.globalbooking.domain.LoadingOutcome.Loaded;
import com.globalbooking.domain.LoadingOutcome.OwnedBy;
import com.globalbooking.domain.LoadingOutcome.UnknownRegion;
import com.globalbooking.domain.fake.InMemoryRegion;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class LoadingInventoryTest {
  private static final AllottedUnits TWENTY = new AllottedUnits(20);

  private final VirtualTime time = new VirtualTime(NOW);
  private final InMemoryRegion region = new InMemoryRegion(REGIONS);

  @Test
  void setsALongRangeInPiecesAndChangesNothingWhenRepeated() {
    DateRange range = nights(400);

    assertThat(load(region, range, TWENTY, Optional.empty()))
        .isEqualTo(new Loaded(HERE, 400, 0, List.of()));
    assertThat(load(region, range, TWENTY, Optional.of(HERE)))
        .isEqualTo(new Loaded(HERE, 0, 400, List.of()));
    assertThat(region.read(List.of(night(0)), List.of(HERE)))
        .containsExactly(new Allotment(night(0), HERE, 20, 20, 1));
  }

  @Test
  void changesNothingWhenANightIsSoldBeyondIt() {
    region.receive(new InMemoryRegion.Item.OfAllotment(allotment(1, 5)));

    assertThat(load(region, nights(3), new AllottedUnits(14), Optional.empty()))
        .isEqualTo(
            new BelowSold(
                List.of(new BelowSold.Night(FIRST.plusDays(1), 15, new AllottedUnits(14))), 0));
    assertThat(region.read(List.of(night(0), night(2)), List.of(HERE))).isEmpty();
  }

  @Test
  void leavesAnotherRegionsAllotmentToThatRegionAndRefusesOneThatSellsNothing() {
    Region unknown = new Region("ap-south-1");

    assertThat(load(region, nights(1), TWENTY, Optional.of(THERE))).isEqualTo(new OwnedBy(THERE));
    assertThat(load(region, nights(1), TWENTY, Optional.of(unknown)))
        .isEqualTo(new UnknownRegion(unknown));
  }

  @Test
  void readsAgainWhenASaleCameBetween() {
    region.receive(new InMemoryRegion.Item.OfAllotment(allotment(0, 1)));
    var store = new Interfering(1);

    assertThat(load(store, nights(1), new AllottedUnits(19), Optional.empty()))
        .isEqualTo(
            new BelowSold(List.of(new BelowSold.Night(FIRST, 20, new AllottedUnits(19))), 0));
  }

  @Test
  void takesAwaySoldUnitsInPiecesThatATransactionTakesAndSaysByHowMany() {
    for (int day = 0; day < 180; day++) {
      region.receive(new InMemoryRegion.Item.OfAllotment(allotment(day, day % 3 == 0 ? 10 : 0)));
    }
    var pieces = new ArrayList<Integer>();
    var store = new Weighing(pieces);

    LoadingOutcome outcome = load(store, cut(180, 15));

    assertThat(outcome)
        .isInstanceOfSatisfying(
            Loaded.class,
            loaded -> {
              assertThat(loaded.nightsChanged()).isEqualTo(180);
              assertThat(loaded.overbooked()).hasSize(120);
              assertThat(loaded.overbooked().getFirst())
                  .isEqualTo(new Loaded.Overbooked(FIRST.plusDays(1), 5));
            });
    assertThat(pieces).allMatch(weight -> weight <= InventoryStore.MAX_WEIGHT);
    assertThat(region.overbookings()).hasSize(120);
    assertThat(load(store, cut(180, 15))).isEqualTo(new Loaded(HERE, 0, 180, List.of()));
    assertThat(region.overbookings()).hasSize(120);
  }

  @Test
  void setsTheRankOfNightsWhoseUnitsStay() {
    assertThat(load(region, nights(2), TWENTY, Optional.empty())).isInstanceOf(Loaded.class);
    var ranked =
        new Wish(ROOM, nights(2), TWENTY, Optional.of(new RoomRank(70)), Optional.empty(), false);

    assertThat(load(region, ranked)).isEqualTo(new Loaded(HERE, 2, 0, List.of()));
    assertThat(load(region, ranked)).isEqualTo(new Loaded(HERE, 0, 2, List.of()));
  }

  @Test
  void isBusyWhenOthersNeverStop() {
    assertThat(load(new Interfering(Integer.MAX_VALUE), nights(1), TWENTY, Optional.empty()))
        .isInstanceOf(Busy.class);
  }

  private LoadingOutcome load(
      InventoryStore store, DateRange range, AllottedUnits units, Optional<Region> owner) {
    return load(store, new Wish(ROOM, range, units, Optional.empty(), owner, false));
  }

  private LoadingOutcome load(InventoryStore store, Wish wish) {
    var limits =
        new JitteredRetry.Limits(
            Duration.ofSeconds(2), Duration.ofMillis(10), Duration.ofMillis(200));
    var retry = new JitteredRetry(limits, time, time::pass, new SplittableRandom(1));
    return new LoadingInventory(REGIONS, HERE, store, retry).load(wish);
  }

  private static DateRange nights(int count) {
    return new DateRange(FIRST, FIRST.plusDays(count - 1L));
  }

  private static Wish cut(int nights, int units) {
    return new Wish(
        ROOM, nights(nights), new AllottedUnits(units), Optional.empty(), Optional.empty(), true);
  }

  /** Notes what each write counts. */
  private final class Weighing implements InventoryStore {
    private final List<Integer> weights;

    Weighing(List<Integer> weights) {
      this.weights = weights;
    }

    @Override
    public List<Allotment> read(Collection<RoomNight> nights, Collection<Region> owners) {
      return region.read(nights, owners);
    }

    @Override
    public Written write(List<Change> changes) {
      weights.add(changes.stream().mapToInt(Change::weight).sum());
      return region.write(changes);
    }
  }

  /** Sells a unit, or only gets in the way, between reading and writing. */
  private final class Interfering implements InventoryStore {
    private final int times;
    private int interfered;

    Interfering(int times) {
      this.times = times;
    }

    @Override
    public List<Allotment> read(Collection<RoomNight> nights, Collection<Region> owners) {
      return region.read(nights, owners);
    }

    @Override
    public Written write(List<Change> changes) {
      if (interfered++ < times) {
        Attempt _ =
            region.book(
                booking("bk-" + interfered, ONE_NIGHT, 1),
                new Conditions(OptionalLong.empty(), false));
        return times == 1 ? region.write(changes) : Written.UNDECIDED;
      }
      return region.write(changes);
    }
  }
}
