package com.globalbooking.store;

import static com.globalbooking.domain.contract.Sample.FIRST;
import static com.globalbooking.domain.contract.Sample.HERE;
import static com.globalbooking.domain.contract.Sample.THERE;
import static org.assertj.core.api.Assertions.assertThat;

import com.globalbooking.domain.Allotment;
import com.globalbooking.domain.PropertyId;
import com.globalbooking.domain.Region;
import com.globalbooking.domain.Room;
import com.globalbooking.domain.RoomId;
import com.globalbooking.domain.RoomNight;
import com.globalbooking.domain.reconciliation.InventoryPass.Page;
import com.globalbooking.domain.reconciliation.InventoryPass.Position;
import com.globalbooking.domain.reconciliation.Segment;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** The pass on DynamoDB Local. */
@ExtendWith(DynamoDbLocal.class)
class DynamoDbInventoryPassIT {
  private static final int PAGE = 4;

  private final Tables tables;
  private final DynamoDbInventoryPass pass;

  DynamoDbInventoryPassIT(DynamoDbClient client) {
    this.tables = Tables.create(client);
    this.pass =
        new DynamoDbInventoryPass(client, tables.names().inventory(), tables.control(), PAGE);
  }

  @Test
  void allSegmentsTogetherShowEveryAllotmentOnceAndThoseOfAPropertyTogether() {
    Set<Allotment> put = new HashSet<>();
    for (int property = 0; property < 10; property++) {
      for (int day = 0; day < 3; day++) {
        for (Region owner : List.of(HERE, THERE)) {
          put.add(put("hotel-" + property, day, owner));
        }
      }
    }

    List<Allotment> seen = new ArrayList<>();
    for (int segment = 0; segment < 3; segment++) {
      seen.addAll(all(new Segment(segment, 3), Optional.empty()));
    }

    assertThat(seen).containsExactlyInAnyOrderElementsOf(put);
    var properties = seen.stream().map(a -> a.night().room().property()).toList();
    for (int i = 1; i < seen.size(); i++) {
      if (!properties.get(i).equals(properties.get(i - 1))) {
        assertThat(properties.subList(i, seen.size())).doesNotContain(properties.get(i - 1));
      }
    }
  }

  @Test
  void goesOnAfterAnyAllotmentThoughItIsGoneByNow() {
    for (int day = 0; day < 5; day++) {
      put("hotel", day, HERE);
    }
    List<Allotment> all = all(new Segment(0, 1), Optional.empty());
    Allotment second = all.get(1);
    tables
        .client()
        .deleteItem(
            request ->
                request
                    .tableName(tables.names().inventory())
                    .key(AllotmentItem.key(second.night(), second.owner())));

    var position = new Position(second.night(), second.owner());
    assertThat(all(new Segment(0, 1), Optional.of(position))).isEqualTo(all.subList(2, 5));
  }

  @Test
  void remembersAndForgetsItsBookmarkSegmentBySegment() {
    var position = new Position(new RoomNight(room("hotel"), FIRST), HERE);
    pass.setBookmark(new Segment(1, 4), Optional.of(position));

    assertThat(pass.bookmark(new Segment(1, 4))).contains(position);
    assertThat(pass.bookmark(new Segment(2, 4))).isEmpty();
    assertThat(pass.bookmark(new Segment(1, 3))).isEmpty();

    pass.setBookmark(new Segment(1, 4), Optional.empty());
    assertThat(pass.bookmark(new Segment(1, 4))).isEmpty();
  }

  private List<Allotment> all(Segment segment, Optional<Position> after) {
    List<Allotment> all = new ArrayList<>();
    Optional<Position> from = after;
    do {
      Page page = pass.next(segment, from);
      assertThat(page.allotments()).hasSizeLessThanOrEqualTo(PAGE);
      all.addAll(page.allotments());
      from = page.next();
    } while (from.isPresent());
    return all;
  }

  private Allotment put(String property, int day, Region owner) {
    var allotment =
        new Allotment(new RoomNight(room(property), FIRST.plusDays(day)), owner, 9, 9, 1);
    tables.put(allotment);
    return allotment;
  }

  private static Room room(String property) {
    return new Room(new PropertyId(property), new RoomId("double"));
  }
}
