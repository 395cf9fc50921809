package com.globalbooking.domain.reconciliation;

import static com.globalbooking.domain.contract.Sample.FIRST;
import static com.globalbooking.domain.contract.Sample.HERE;
import static com.globalbooking.domain.contract.Sample.ROOM;
import static com.globalbooking.domain.contract.Sample.allotment;
import static com.globalbooking.domain.contract.Sample.night;
import static org.assertj.core.api.Assertions.assertThat;

import com.globalbooking.domain.Allotment;
import com.globalbooking.domain.PropertyId;
import com.globalbooking.domain.Room;
import com.globalbooking.domain.RoomNight;
import com.globalbooking.domain.fake.InMemoryInventoryPass;
import com.globalbooking.domain.fake.InMemoryRegion.Item;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a look covers, and where the next one goes on. */
class CoverageTest extends ComparedRegion {
  @Test
  void whatDoesNotAnswerIsNotCoveredAndNeitherDriftNorNone() {
    cache.lose();
    audit.lose("bk-1~us-west-2~1");
    List<Drift> suspects = reconciling(Duration.ofMinutes(1)).firstLook(ALL).suspects();
    cache.setUp(false);
    audit.setUp(false);
    pms.setUp(false);
    replicaIsUp = false;

    Findings first = reconciling(Duration.ofMinutes(1)).firstLook(ALL);
    assertThat(first.suspects()).isEmpty();
    assertThat(first.coverage().unavailable())
        .containsExactly("audit", "cache", "pms", "replica:eu-west-1");
    Findings second = reconciling(Duration.ZERO).secondLook(suspects);
    assertThat(second.driftDetected()).isFalse();
    assertThat(second.coverage().unavailable()).containsExactly("audit", "cache");
  }

  @Test
  void goesOnWhereItStoppedComparesAllInTheEndAndBeginsAnew() {
    InMemoryInventoryPass pass = new InMemoryInventoryPass(here::allotments);
    for (int hotel = 0; hotel < 4; hotel++) {
      var room = new Room(new PropertyId("hotel-" + hotel), ROOM.id());
      for (int day = 0; day < 4; day++) {
        everywhere(new Allotment(new RoomNight(room, FIRST.plusDays(day)), HERE, 9, 9, 1));
      }
    }
    var nights = new ArrayList<Integer>();
    Findings.Coverage coverage;
    do {
      coverage = reconciling(pass, Duration.ZERO).firstLook(ALL).coverage();
      nights.add(coverage.roomNights());
    } while (!coverage.segmentFinished());

    assertThat(nights).containsExactly(4, 4, 4, 4, 6);
    assertThat(reconciling(pass, Duration.ofMinutes(1)).firstLook(ALL).coverage().roomNights())
        .isEqualTo(22);
  }

  @Test
  void aPropertySpreadOverSegmentsIsComparedWholeAndOnce() {
    Allotment first = allotment(0, 18);
    InventoryPass withFirst =
        new InMemoryInventoryPass(
            () -> here.allotments().stream().filter(a -> onFirst(a, first)).toList());
    InventoryPass others =
        new InMemoryInventoryPass(
            () -> here.allotments().stream().filter(a -> !onFirst(a, first)).toList());

    assertThat(reconciling(withFirst, Duration.ofMinutes(1)).firstLook(ALL).coverage().roomNights())
        .isEqualTo(6);
    assertThat(reconciling(others, Duration.ofMinutes(1)).firstLook(ALL).coverage().roomNights())
        .isZero();
  }

  private static boolean onFirst(Allotment allotment, Allotment first) {
    return allotment.night().equals(first.night());
  }

  @Test
  void nightsThatAreOverAreLeftOut() {
    var past = new RoomNight(ROOM, LocalDate.of(2026, 11, 18));
    here.receive(new Item.OfAllotment(new Allotment(past, HERE, 9, 4, 1)));

    assertThat(reconciling(Duration.ofMinutes(1)).firstLook(ALL).suspects()).isEmpty();
  }

  @Test
  void aLookCarriesNoMoreSuspectsThanTheStateMachineCan() {
    for (int day = 3; day < 150; day++) {
      everywhere(new Allotment(night(day), HERE, 20, 19, 1));
    }

    Findings findings = reconciling(Duration.ofMinutes(1)).firstLook(ALL);

    assertThat(findings.suspects()).hasSize(FirstLook.MOST_SUSPECTS);
  }
}
