package org.vigie.detection.retention;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.apache.flink.configuration.Configuration;
import org.junit.jupiter.api.Test;
import org.vigie.alert.Retention;
import org.vigie.core.alert.Alert;
import org.vigie.core.alert.AlertState;
import org.vigie.core.event.Position;
import org.vigie.core.event.RecordedEvent;
import org.vigie.core.event.Review;
import org.vigie.core.event.Unknown;
import org.vigie.core.run.Engine;
import org.vigie.detection.Samples;
import org.vigie.detection.decode.RecordedEvents;
import org.vigie.rules.bundle.ShippedRules;

/** How long an alert is to be kept follows from its revision alone. */
final class RetentionTimesTest {
  private static final long LATER_MS = Samples.START_MS + 100 * 3_600_000L;

  @Test
  void givesEachClassItsOwnTimeFromTheRevisionOn() {
    Configuration config = new Configuration();
    Map<String, Long> days = new HashMap<>();
    for (RetentionClass kept : RetentionClass.values()) {
      long length = kept.ordinal() + 1L;
      config.setString("vigie.retention." + kept.name().toLowerCase(Locale.ROOT), length + " d");
      days.put(kept.name(), length);
    }
    RetentionTimes times = RetentionOptions.times(config);

    for (Alert alert : reviewed()) {
      Retention retention = times.of(alert);
      long length = Objects.requireNonNull(days.get(retention.getClass$()));
      assertThat(retention.getExpires())
          .isEqualTo(alert.timeMs() + Duration.ofDays(length).toMillis());
    }
  }

  @Test
  void goesByWhatReviewersDecided() {
    List<String> classes = new ArrayList<>();
    for (Alert alert : reviewed()) {
      classes.add(RetentionTimes.DEFAULT.of(alert).getClass$());
    }

    assertThat(classes)
        .containsExactly("UNREVIEWED", "OPEN", "CONFIRMED", "CONFIRMED", "DISMISSED");
    Alert lapsed = reviewed().get(1).withState(AlertState.EXPIRED);
    assertThat(RetentionTimes.DEFAULT.of(lapsed).getClass$()).isEqualTo("EXPIRED");
  }

  @Test
  void keepsByDefaultWhatTheOptionsSay() {
    assertThat(RetentionOptions.times(new Configuration())).isEqualTo(RetentionTimes.DEFAULT);
    for (Alert alert : reviewed()) {
      assertThat(RetentionTimes.DEFAULT.of(alert).getExpires())
          .isGreaterThan(alert.timeMs() + Duration.ofDays(89).toMillis());
    }
  }

  /** Revisions of one alert: nobody looked, looked at, confirmed, dismissed by two. */
  private static List<Alert> reviewed() {
    Engine engine = new Engine(ShippedRules.ruleSet());
    RecordedEvent matched =
        RecordedEvents.of(Samples.matched("x1", "uploader", "friend", Samples.START_MS));
    engine.accept(List.of(matched));
    engine.advanceTo(Samples.START_MS + 1);
    String alertId = engine.settled().get(0).alertId().toString();
    List<RecordedEvent> reviews = new ArrayList<>();
    add(reviews, alertId, "r1", Review.Decision.NEEDS_MORE);
    add(reviews, alertId, "r1", Review.Decision.CONFIRMED);
    add(reviews, alertId, "r1", Review.Decision.DISMISSED);
    add(reviews, alertId, "r2", Review.Decision.DISMISSED);
    engine.accept(reviews);
    engine.advanceTo(LATER_MS + reviews.size());
    return engine.settled();
  }

  private static void add(
      List<RecordedEvent> reviews, String alertId, String reviewer, Review.Decision decision) {
    long timeMs = LATER_MS + reviews.size();
    Review review =
        new Review(
            "v" + reviews.size(), "c1", timeMs, reviewer, alertId, decision, "", Unknown.TIME);
    reviews.add(
        new RecordedEvent(review, timeMs, new Position("vigie.reviews", 0, reviews.size())));
  }
}
