package com.globalbooking.local.replication;

import static org.assertj.core.api.Assertions.assertThat;

import com.globalbooking.local.RegionName;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class ReplicationAttributesTest {
  private static final Stamp EARLY = new Stamp(1_000, new RegionName("us-west-2"));
  private static final Stamp LATE = new Stamp(2_000, new RegionName("us-west-2"));
  private static final Stamp LATE_ELSEWHERE = new Stamp(2_000, new RegionName("eu-west-1"));

  private static final Map<String, AttributeValue> NONE = Map.of();
  private static final Map<String, AttributeValue> ONE = item("1");
  private static final Map<String, AttributeValue> TWO = item("2");

  static Stream<Arguments> records() {
    return Stream.of(
        record("a Region inserts", NONE, ONE, false),
        record("a Region updates its own item", ONE, TWO, false),
        record("a Region deletes its own item", ONE, NONE, false),
        record("a change arrives, new item", NONE, marked(ONE, EARLY), true),
        record("a change arrives over the Region's own", ONE, marked(TWO, EARLY), true),
        record("a change arrives over an earlier one", marked(ONE, EARLY), marked(TWO, LATE), true),
        record(
            "a change of the same time arrives from another Region",
            marked(ONE, LATE),
            marked(TWO, LATE_ELSEWHERE),
            true),
        record("a Region updates what arrived", marked(ONE, EARLY), marked(TWO, EARLY), false),
        record("a Region puts over what arrived", marked(ONE, EARLY), TWO, false),
        record("a Region deletes what arrived", marked(ONE, EARLY), NONE, false),
        record("a delete arrives: the mark", ONE, deleting(ONE, LATE), true),
        record("a delete arrives: the delete", deleting(ONE, LATE), NONE, true),
        record("a Region updates between the two", deleting(ONE, LATE), deleting(TWO, LATE), false),
        record("the mark is taken off again", deleting(TWO, LATE), marked(TWO, LATE), false));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("records")
  void tellsReplicatedRecordsFromTheRegionsOwn(
      String what,
      Map<String, AttributeValue> oldImage,
      Map<String, AttributeValue> newImage,
      boolean replicated) {
    assertThat(ReplicationAttributes.wroteIt(oldImage, newImage)).as(what).isEqualTo(replicated);
  }

  @Test
  void marksCarryTheStampAndComeOffAgain() {
    assertThat(ReplicationAttributes.stampOf(marked(ONE, LATE_ELSEWHERE))).contains(LATE_ELSEWHERE);
    assertThat(ReplicationAttributes.stampOf(ONE)).isEmpty();
    assertThat(ReplicationAttributes.strip(deleting(ONE, LATE))).isEqualTo(ONE);
  }

  @Test
  void theLaterChangeWinsAndTheRegionDecidesATie() {
    assertThat(LATE.isAfter(EARLY)).isTrue();
    assertThat(EARLY.isAfter(LATE)).isFalse();
    assertThat(LATE.isAfter(LATE)).isFalse();
    assertThat(LATE.isAfter(LATE_ELSEWHERE)).isTrue();
  }

  private static Arguments record(
      String what,
      Map<String, AttributeValue> oldImage,
      Map<String, AttributeValue> newImage,
      boolean replicated) {
    return Arguments.of(what, oldImage, newImage, replicated);
  }

  private static Map<String, AttributeValue> item(String value) {
    return Map.of("id", AttributeValue.fromS("k"), "v", AttributeValue.fromN(value));
  }

  private static Map<String, AttributeValue> marked(Map<String, AttributeValue> item, Stamp stamp) {
    return ReplicationAttributes.mark(item, stamp);
  }

  private static Map<String, AttributeValue> deleting(
      Map<String, AttributeValue> item, Stamp stamp) {
    return ReplicationAttributes.markDeleting(item, stamp);
  }
}
