package com.globalbooking.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.globalbooking.domain.Allotment;
import com.globalbooking.domain.CacheUnavailableException;
import com.globalbooking.domain.DateRange;
import com.globalbooking.domain.PropertyId;
import com.globalbooking.domain.Region;
import com.globalbooking.domain.Room;
import com.globalbooking.domain.RoomId;
import com.globalbooking.domain.RoomNight;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a caller meets when Redis is slow, gone or back. */
class RedisOutageIT {
  private static final Duration ANSWER = Duration.ofSeconds(2);
  private static final CacheLimits LIMITS =
      new CacheLimits(ANSWER, Duration.ofSeconds(5), Duration.ZERO);

  private final LocalDate night = LocalDate.now(ZoneOffset.UTC).plusDays(9);
  private RedisEngine redis;
  private RedisAvailabilityCache cache;

  @BeforeEach
  void start() {
    redis = RedisEngine.start();
    cache = redis.cache(LIMITS, CacheScripts.guarded());
    assertThat(cache.connect(Duration.ofSeconds(20))).isTrue();
  }

  @AfterEach
  void stop() {
    cache.close();
    redis.close();
  }

  @Test
  void aSilentRedisKeepsTheCallerNoLongerThanAllowedAndServesAgainOnceItAnswers()
      throws IOException, InterruptedException {
    put(1);
    redis.silence();
    Instant before = Instant.now();
    assertThatThrownBy(() -> put(2)).isInstanceOf(CacheUnavailableException.class);
    Duration waited = Duration.between(before, Instant.now());
    redis.wake();

    assertThat(waited).isBetween(ANSWER, ANSWER.multipliedBy(8));
    assertThat(cache.connect(Duration.ofSeconds(20))).isTrue();
    put(3);
    assertThat(versions()).containsOnly(3L);
  }

  @Test
  void connectionsThatEndedUnnoticedAreMadeAnewWithinTheCall() throws IOException {
    put(1);
    redis.kill();
    redis.restart();

    put(2);

    assertThat(versions()).containsOnly(2L);
  }

  @Test
  void aRedisThatIsGoneIsToldAtOnceAndABackOneIsEmptyAndTaken() throws IOException {
    put(1);
    redis.kill();
    assertThatThrownBy(this::versions).isInstanceOf(CacheUnavailableException.class);
    assertThat(cache.connect(Duration.ofSeconds(1))).isFalse();

    redis.restart();
    assertThat(cache.connect(Duration.ofSeconds(20))).isTrue();
    assertThat(versions()).isEmpty();
    put(1);
    assertThat(versions()).hasSize(50).containsOnly(1L);
  }

  @Test
  void afterAnOutageItIsLeftAloneForAsLongAsSaid() throws IOException {
    var clock = new SettableClock();
    var limits = new CacheLimits(Duration.ofSeconds(5), Duration.ofSeconds(5), ofSeconds(3));
    var eager =
        new RedisAvailabilityCache(
            redis.vertx(), redis.endpoint(), RedisEngine.CREDENTIALS, limits, clock);
    eager.put(allotments(1));
    redis.kill();
    assertThatThrownBy(() -> eager.put(allotments(2)))
        .isInstanceOf(CacheUnavailableException.class);
    redis.restart();

    clock.now = clock.now.plusSeconds(2);
    assertThatThrownBy(() -> eager.put(allotments(3)))
        .isInstanceOf(CacheUnavailableException.class)
        .hasMessageContaining("left alone");
    clock.now = clock.now.plusSeconds(1);
    eager.put(allotments(4));

    assertThat(versions()).containsOnly(4L);
    eager.close();
  }

  @Test
  void aNodeWhoseNameIsNotInItsCertificateIsNotTrusted() {
    URI otherName = URI.create(redis.endpoint().toString().replace("127.0.0.1", "localhost"));
    var misled =
        new RedisAvailabilityCache(
            redis.vertx(), otherName, RedisEngine.CREDENTIALS, LIMITS, Clock.systemUTC());

    assertThat(misled.connect(Duration.ofSeconds(10))).isFalse();
    misled.close();
  }

  private static Duration ofSeconds(long seconds) {
    return Duration.ofSeconds(seconds);
  }

  private void put(long version) {
    cache.put(allotments(version));
  }

  /** Spread over all nodes. */
  private List<Allotment> allotments(long version) {
    return properties()
        .map(
            property ->
                new Allotment(
                    new RoomNight(new Room(property, new RoomId("double")), night),
                    new Region("eu-west-1"),
                    9,
                    9,
                    version))
        .toList();
  }

  private List<Long> versions() {
    return properties()
        .flatMap(
            property -> cache.find(property, new DateRange(night, night)).allotments().stream())
        .map(Allotment::version)
        .toList();
  }

  private static Stream<PropertyId> properties() {
    return IntStream.range(0, 50).mapToObj(i -> new PropertyId("hotel-" + i));
  }

  private static final class SettableClock extends Clock {
    private Instant now = Instant.now();

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }
}
