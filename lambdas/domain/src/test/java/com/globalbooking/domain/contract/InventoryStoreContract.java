package com.globalbooking.domain.contract;

import static com.globalbooking.domain.contract.Sample.HERE;
import static com.globalbooking.domain.contract.Sample.THERE;
import static com.globalbooking.domain.contract.Sample.allotment;
import static com.globalbooking.domain.contract.Sample.night;
import static org.assertj.core.api.Assertions.assertThat;

import com.globalbooking.domain.Allotment;
import com.globalbooking.domain.AllottedUnits;
import com.globalbooking.domain.InventoryStore;
import com.globalbooking.domain.InventoryStore.Change;
import com.globalbooking.domain.InventoryStore.Written;
import com.globalbooking.domain.Overbooking;
import com.globalbooking.domain.RoomRank;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What {@link InventoryStore} promises. Each test starts with empty tables. */
public abstract class InventoryStoreContract {

  /** The store of {@link Sample#HERE}, of the Regions in {@link Sample#REGIONS}. */
  protected abstract InventoryStore store();

  /** The overbookings that the store wrote an event for. */
  protected abstract List<Overbooking> overbookings();

  /** Puts an allotment as a load, a sale or replication would. */
  protected abstract void put(Allotment allotment);

  @Test
  void setsANewNight() {
    assertThat(store().write(List.of(create(0, 5)))).isEqualTo(Written.DONE);

    assertThat(here(0)).contains(new Allotment(night(0), HERE, 5, 5, 1));
  }

  @Test
  void raisesAndLowersWhatIsAvailableByTheSameDifference() {
    put(allotment(0, 6));
    put(allotment(1, 6));

    assertThat(store().write(List.of(change(allotment(0, 6), 25), change(allotment(1, 6), 14))))
        .isEqualTo(Written.DONE);

    assertThat(here(0)).contains(new Allotment(night(0), HERE, 25, 11, 8));
    assertThat(here(1)).contains(new Allotment(night(1), HERE, 14, 0, 8));
  }

  @Test
  void keepsASaleMadeSinceTheNightWasRead() {
    Allotment read = allotment(0, 6);
    put(new Allotment(night(0), HERE, 20, 4, 9));

    assertThat(store().write(List.of(change(read, 21)))).isEqualTo(Written.DONE);

    assertThat(here(0)).contains(new Allotment(night(0), HERE, 21, 5, 10));
  }

  @Test
  void changesNothingWhenOneNightWouldFallBelowWhatIsSold() {
    put(allotment(0, 6));
    put(allotment(1, 5));

    assertThat(store().write(List.of(change(allotment(0, 6), 14), change(allotment(1, 6), 14))))
        .isEqualTo(Written.OUTDATED);

    assertThat(here(0)).contains(allotment(0, 6));
    assertThat(here(1)).contains(allotment(1, 5));
  }

  @Test
  void changesNothingWhenANightIsNotAllottedWhatWasSeen() {
    put(new Allotment(night(0), HERE, 21, 6, 8));

    assertThat(store().write(List.of(change(allotment(0, 6), 30)))).isEqualTo(Written.OUTDATED);
    assertThat(store().write(List.of(create(0, 30)))).isEqualTo(Written.OUTDATED);
    assertThat(store().write(List.of(change(allotment(1, 6), 30)))).isEqualTo(Written.OUTDATED);
    assertThat(here(0)).contains(new Allotment(night(0), HERE, 21, 6, 8));
    assertThat(here(1)).isEmpty();
  }

  @Test
  void takesAwaySoldUnitsWhenAskedAndTellsOfEachShortNight() {
    put(allotment(0, 6));
    put(allotment(1, 1));
    put(allotment(2, 0));

    assertThat(store().write(List.of(cut(0, 6, 14), cut(1, 1, 14), cut(2, 0, 14))))
        .isEqualTo(Written.DONE);

    var secondNight = new Allotment(night(1), HERE, 14, -5, 8);
    var thirdNight = new Allotment(night(2), HERE, 14, -6, 8);
    assertThat(here(0)).contains(new Allotment(night(0), HERE, 14, 0, 8));
    assertThat(here(1)).contains(secondNight);
    assertThat(here(2)).contains(thirdNight);
    assertThat(overbookings())
        .containsExactlyInAnyOrder(
            Overbooking.of(secondNight).orElseThrow(), Overbooking.of(thirdNight).orElseThrow());
  }

  @Test
  void takesNothingAwayAndTellsNothingWhenASaleOrAReturnCameBetween() {
    put(new Allotment(night(0), HERE, 20, 1, 9));
    put(new Allotment(night(1), HERE, 20, 5, 9));

    assertThat(store().write(List.of(cut(0, 2, 14)))).isEqualTo(Written.OUTDATED);
    assertThat(store().write(List.of(cut(0, 6, 14)))).isEqualTo(Written.OUTDATED);
    assertThat(store().write(List.of(cut(1, 4, 14)))).isEqualTo(Written.OUTDATED);
    assertThat(here(0)).contains(new Allotment(night(0), HERE, 20, 1, 9));
    assertThat(overbookings()).isEmpty();
  }

  @Test
  void raisesAnOverbookedNight() {
    put(allotment(0, -5));

    assertThat(store().write(List.of(change(allotment(0, -5), 30)))).isEqualTo(Written.DONE);

    assertThat(here(0)).contains(new Allotment(night(0), HERE, 30, 5, 8));
    assertThat(overbookings()).isEmpty();
  }

  @Test
  void setsTheRankOfARoomAndKeepsItUntilAskedAgain() {
    var suite = Optional.of(new RoomRank(80));
    var created = new Change(night(0), Optional.empty(), new AllottedUnits(5), suite, false);
    assertThat(store().write(List.of(created))).isEqualTo(Written.DONE);
    Allotment first = here(0).orElseThrow();
    assertThat(store().write(List.of(change(first, 7)))).isEqualTo(Written.DONE);
    assertThat(here(0)).contains(new Allotment(night(0), HERE, 7, 7, new RoomRank(80), 2));
  }

  @Test
  void writesAsManyShortNightsAsItMay() {
    List<Change> cuts =
        IntStream.range(0, InventoryStore.MAX_WEIGHT / 2)
            .peek(day -> put(allotment(day, 0)))
            .mapToObj(day -> cut(day, 0, 1))
            .toList();
    assertThat(cuts.stream().mapToInt(Change::weight).sum()).isEqualTo(InventoryStore.MAX_WEIGHT);

    assertThat(store().write(cuts)).isEqualTo(Written.DONE);
    assertThat(overbookings()).hasSize(cuts.size());
  }

  @Test
  void writesAndReadsAsManyNightsAsItMay() {
    List<Change> changes =
        IntStream.range(0, InventoryStore.MAX_WEIGHT).mapToObj(day -> create(day, 9)).toList();

    assertThat(store().write(changes)).isEqualTo(Written.DONE);

    assertThat(store().read(changes.stream().map(Change::night).toList(), List.of(HERE, THERE)))
        .hasSize(InventoryStore.MAX_WEIGHT);
  }

  @Test
  void readsOnlyTheNightsAndOwnersAskedFor() {
    put(allotment(0, 1));
    put(allotment(0, THERE, 2));
    put(allotment(1, 3));

    assertThat(store().read(List.of(night(0)), List.of(THERE)))
        .containsExactly(allotment(0, THERE, 2));
    assertThat(store().read(List.of(night(0)), List.of(HERE, THERE)))
        .containsExactlyInAnyOrder(allotment(0, 1), allotment(0, THERE, 2));
  }

  private static Change create(int daysLater, int units) {
    return new Change(night(daysLater), Optional.empty(), new AllottedUnits(units));
  }

  private static Change change(Allotment seen, int units) {
    return new Change(seen.night(), Optional.of(seen), new AllottedUnits(units));
  }

  private static Change cut(int daysLater, int availableSeen, int units) {
    return new Change(
        night(daysLater),
        Optional.of(allotment(daysLater, availableSeen)),
        new AllottedUnits(units),
        Optional.empty(),
        true);
  }

  private Optional<Allotment> here(int daysLater) {
    return store().read(List.of(night(daysLater)), List.of(HERE)).stream().findFirst();
  }
}
