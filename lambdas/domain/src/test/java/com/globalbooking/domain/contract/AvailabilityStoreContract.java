package com.globalbooking.domain.contract;

import static com.globalbooking.domain.contract.Sample.FIRST;
import static com.globalbooking.domain.contract.Sample.HERE;
import static com.globalbooking.domain.contract.Sample.ROOM;
import static com.globalbooking.domain.contract.Sample.THERE;
import static com.globalbooking.domain.contract.Sample.allotment;
import static org.assertj.core.api.Assertions.assertThat;

import com.globalbooking.domain.Allotment;
import com.globalbooking.domain.AvailabilityStore;
import com.globalbooking.domain.DateRange;
import com.globalbooking.domain.PropertyId;
import com.globalbooking.domain.Room;
import com.globalbooking.domain.RoomId;
import com.globalbooking.domain.RoomNight;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What {@link AvailabilityStore} promises. Each test starts with empty tables. */
public abstract class AvailabilityStoreContract {
  private static final RoomId SUITE = new RoomId("suite");
  private static final Allotment IN_SUITE =
      new Allotment(
          new RoomNight(new Room(ROOM.property(), SUITE), FIRST.plusDays(1)), HERE, 9, 9, 1);

  /** The store of {@link Sample#HERE}. */
  protected abstract AvailabilityStore store();

  /** Puts an allotment as a load or replication would. */
  protected abstract void put(Allotment allotment);

  @Test
  void findsEveryRegionsAllotmentsOfTheRange() {
    for (int day = 0; day < 4; day++) {
      put(allotment(day, day));
    }
    put(allotment(1, THERE, 4));
    put(IN_SUITE);

    assertThat(store().find(ROOM.property(), range(1, 2), Optional.empty()))
        .containsExactlyInAnyOrder(
            allotment(1, 1), allotment(1, THERE, 4), allotment(2, 2), IN_SUITE);
  }

  @Test
  void findsOneRoomWhenAsked() {
    put(allotment(1, 1));
    put(IN_SUITE);

    assertThat(store().find(ROOM.property(), range(0, 9), Optional.of(SUITE)))
        .containsExactly(IN_SUITE);
  }

  @Test
  void knowsAPropertyWithAnythingOnSale() {
    put(allotment(0, 0));

    assertThat(store().knows(ROOM.property())).isTrue();
    assertThat(store().knows(new PropertyId("lisbon-02"))).isFalse();
    assertThat(store().find(new PropertyId("lisbon-02"), range(0, 9), Optional.empty())).isEmpty();
  }

  private static DateRange range(int firstDay, int lastDay) {
    return new DateRange(FIRST.plusDays(firstDay), FIRST.plusDays(lastDay));
  }
}
