package com.globalbooking.httpapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.globalbooking.domain.Allotment;
import com.globalbooking.domain.Availability;
import com.globalbooking.domain.Availability.Night;
import com.globalbooking.domain.Availability.RoomAvailability;
import com.globalbooking.domain.DateRange;
import com.globalbooking.domain.PropertyId;
import com.globalbooking.domain.ReadingAvailability.Answer;
import com.globalbooking.domain.ReadingAvailability.Source;
import com.globalbooking.domain.Region;
import com.globalbooking.domain.Room;
import com.globalbooking.domain.RoomId;
import com.globalbooking.domain.RoomNight;
import com.globalbooking.httpapi.AvailabilityEvents.Search;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** How many units a hotel is short of is nobody's business. */
class OverbookedAvailabilityTest {
  private static final LocalDate DATE = LocalDate.of(2026, 12, 24);
  private static final Room ROOM = new Room(new PropertyId("h"), new RoomId("r"));

  @Test
  void anOverbookedAllotmentShowsZeroAndTakesNothingFromTheOthers() {
    var night = new Night(DATE, List.of(allotment("eu-west-1", -3), allotment("us-west-2", 2)));
    var availability = new Availability(List.of(new RoomAvailability(ROOM.id(), List.of(night))));
    var search = new Search(ROOM.property(), new DateRange(DATE, DATE), Optional.empty());

    assertThat(
            AvailabilityAnswers.to(search, new Answer(Optional.of(availability), Source.TABLE))
                .body())
        .contains("\"availableUnits\":2,\"regions\":[")
        .contains("\"region\":\"eu-west-1\",\"availableUnits\":0")
        .doesNotContain("-3");
  }

  private static Allotment allotment(String region, int available) {
    return new Allotment(new RoomNight(ROOM, DATE), new Region(region), 10, available, 7);
  }
}
