package org.vigie.bench.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.vigie.bench.stream.StreamSpec.Preset;

class EventStreamTest {
  private static final StreamSpec TINY =
      new StreamSpec(StreamSpec.DEFAULT_SEED, Preset.TINY.events(), Preset.TINY.accounts());

  @Test
  void theGoalsStreamHasItsStatedShares() {
    StreamFacts facts = factsOf(Preset.MESSAGES);
    assertThat(facts.events()).isEqualTo(2_000_000);
    assertThat(facts.knownContactShare()).isCloseTo(0.75, within(0.01));
    assertThat(facts.fanOutEventShare()).isCloseTo(0.05, within(0.001));
    assertThat(facts.fanOutSenders()).isEqualTo(1_000);
    assertThat(facts.senders()).isBetween(174_000L, 179_000L);
    assertThat(facts.pairs()).isBetween(485_000L, 510_000L);
  }

  /** Figures of different dates are about the same stream only while this holds. */
  @Test
  void seed42IsTheStreamThatFiguresWerePublishedFor() {
    EventStream stream = new EventStream(TINY);
    long hash = 0;
    while (stream.hasNext()) {
      StreamEvent event = stream.next();
      hash = SplitMix64.mix(hash + event.sender());
      hash = SplitMix64.mix(hash + event.recipient());
      hash = SplitMix64.mix(hash + event.timeMs());
    }
    assertThat(hash).isEqualTo(1215728652789019461L);
  }

  @Test
  void fanOutAccountsReachManyAndOthersFour() {
    Map<Integer, Set<Integer>> recipients = new HashMap<>();
    Set<Integer> fanOut = new HashSet<>();
    new EventStream(TINY)
        .forEachRemaining(
            event -> {
              recipients
                  .computeIfAbsent(event.sender(), s -> new HashSet<>())
                  .add(event.recipient());
              if (event.fanOut()) {
                fanOut.add(event.sender());
              }
            });
    assertThat(fanOut).hasSize(Preset.TINY.accounts() / 200);
    recipients.forEach(
        (sender, reached) -> {
          if (fanOut.contains(sender)) {
            assertThat(reached).hasSizeBetween(50, StreamSpec.FAN_OUT_RECIPIENTS);
          } else {
            assertThat(reached).hasSizeBetween(1, StreamSpec.CONTACTS_PER_ACCOUNT);
          }
          assertThat(reached).doesNotContain(sender);
        });
  }

  @Test
  void eventsStandUpToFiveSecondsBehindALogThatNeverGoesBack() {
    EventStream stream = new EventStream(TINY);
    long lastRecordedMs = StreamSpec.START_MS;
    long behindMsMax = 0;
    while (stream.hasNext()) {
      StreamEvent event = stream.next();
      assertThat(event.recordedMs()).isGreaterThanOrEqualTo(lastRecordedMs);
      lastRecordedMs = event.recordedMs();
      behindMsMax = Math.max(behindMsMax, event.recordedMs() - event.timeMs());
      assertThat(event.timeMs()).isLessThanOrEqualTo(event.recordedMs());
    }
    assertThat(behindMsMax).isBetween(4_900L, (long) StreamSpec.DISORDER_MS_MAX);
    assertThat(lastRecordedMs).isBetween(endMs() - 60_000, endMs());
  }

  @Test
  void endsAfterTheStatedNumber() {
    EventStream stream = new EventStream(new StreamSpec(1, 2, StreamSpec.ACCOUNTS_MIN));
    stream.next();
    stream.next();
    assertThat(stream.hasNext()).isFalse();
    assertThatThrownBy(stream::next).isInstanceOf(NoSuchElementException.class);
  }

  @Test
  void refusesSizesThatTheLawDoesNotHoldFor() {
    assertThatThrownBy(() -> new StreamSpec(1, 0, 1_000)).hasMessageContaining("events 0");
    assertThatThrownBy(() -> new StreamSpec(1, 1, 399)).hasMessageContaining("accounts 399");
  }

  private static long endMs() {
    return StreamSpec.START_MS + StreamSpec.SPAN_MS;
  }

  private static StreamFacts factsOf(Preset preset) {
    StreamCensus census = new StreamCensus();
    new EventStream(new StreamSpec(StreamSpec.DEFAULT_SEED, preset.events(), preset.accounts()))
        .forEachRemaining(event -> census.count(event, 0));
    return census.facts();
  }
}
