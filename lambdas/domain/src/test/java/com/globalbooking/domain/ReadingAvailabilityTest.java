package com.globalbooking.domain;

import static com.globalbooking.domain.contract.Sample.FIRST;
import static com.globalbooking.domain.contract.Sample.ROOM;
import static com.globalbooking.domain.contract.Sample.THERE;
import static com.globalbooking.domain.contract.Sample.allotment;
import static org.assertj.core.api.Assertions.assertThat;

import com.globalbooking.domain.ReadingAvailability.Answer;
import com.globalbooking.domain.ReadingAvailability.Source;
import com.globalbooking.domain.contract.Sample;
import com.globalbooking.domain.fake.InMemoryAvailabilityCache;
import com.globalbooking.domain.fake.InMemoryRegion;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReadingAvailabilityTest {
  private static final DateRange RANGE = new DateRange(FIRST, FIRST.plusDays(3));
  private static final Room SUITE = new Room(ROOM.property(), new RoomId("suite"));
  private static final Allotment IN_SUITE =
      new Allotment(new RoomNight(SUITE, FIRST), Sample.HERE, 9, 4, 1);

  private final InMemoryRegion store = new InMemoryRegion(Sample.REGIONS);
  private final InMemoryAvailabilityCache cache = new InMemoryAvailabilityCache();
  private final ReadingAvailability reading = new ReadingAvailability(cache, store);

  @Test
  void asksTheStoreFirstAndTheCacheFromThenOn() {
    onSale(allotment(1, 3), allotment(0, THERE, 2), IN_SUITE);

    Answer first = read(Optional.empty());
    Answer second = read(Optional.empty());

    assertThat(first.source()).isEqualTo(Source.TABLE);
    assertThat(second.source()).isEqualTo(Source.CACHE);
    assertThat(second.availability()).isEqualTo(first.availability());
    assertThat(second.availability().orElseThrow().rooms()).hasSize(2);
  }

  @Test
  void aPartOfTheNightsIsNotEnough() {
    onSale(allotment(1, 3));
    read(Optional.empty());

    Answer longer =
        reading.read(ROOM.property(), new DateRange(FIRST, FIRST.plusDays(4)), Optional.empty());

    assertThat(longer.source()).isEqualTo(Source.TABLE);
  }

  @Test
  void findsOneRoomInTheCacheTooAndNoneWhereOnlyOthersAre() {
    onSale(allotment(1, 3), IN_SUITE);
    read(Optional.empty());

    Answer suite = read(Optional.of(SUITE.id()));
    Answer attic = read(Optional.of(new RoomId("attic")));

    assertThat(suite.source()).isEqualTo(Source.CACHE);
    assertThat(suite.availability().orElseThrow().rooms())
        .extracting(Availability.RoomAvailability::room)
        .containsExactly(SUITE.id());
    assertThat(attic).isEqualTo(new Answer(Optional.of(new Availability(List.of())), Source.CACHE));
  }

  @Test
  void anAnswerAboutOneRoomDoesNotMakeTheCacheWhole() {
    onSale(allotment(1, 3), IN_SUITE);
    read(Optional.of(SUITE.id()));

    assertThat(cache.find(ROOM.property(), RANGE).whole()).isFalse();
    assertThat(read(Optional.empty()).availability().orElseThrow().rooms()).hasSize(2);
  }

  @Test
  void aStoreThatLagsDoesNotPutTheCacheBack() {
    onSale(allotment(0, 9));
    Allotment newer = new Allotment(Sample.night(0), Sample.HERE, 20, 1, 8);
    cache.put(List.of(newer));
    read(Optional.empty());

    assertThat(cache.find(ROOM.property(), RANGE).allotments()).containsExactly(newer);
  }

  @Test
  void answersWithoutACacheAndNeverFailsForIt() {
    onSale(allotment(1, 3));
    read(Optional.empty());
    cache.setUp(false);

    Answer answer = read(Optional.empty());

    assertThat(answer.source()).isEqualTo(Source.TABLE);
    assertThat(answer.availability().orElseThrow().rooms()).hasSize(1);
  }

  @Test
  void anUnknownPropertyLeavesNoTraceInTheCache() {
    assertThat(read(Optional.empty()).availability()).isEmpty();

    assertThat(cache.find(ROOM.property(), RANGE).whole()).isFalse();
  }

  @Test
  void afterALossTheStoreAnswersAndTheCacheIsFilledAgain() {
    onSale(allotment(1, 3));
    read(Optional.empty());
    cache.lose();

    assertThat(read(Optional.empty()).source()).isEqualTo(Source.TABLE);
    assertThat(read(Optional.empty()).source()).isEqualTo(Source.CACHE);
  }

  private Answer read(Optional<RoomId> room) {
    return reading.read(ROOM.property(), RANGE, room);
  }

  private void onSale(Allotment... allotments) {
    for (Allotment allotment : allotments) {
      store.receive(new InMemoryRegion.Item.OfAllotment(allotment));
    }
  }
}
