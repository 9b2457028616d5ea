package org.vigie.bench.stream;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StreamCensusTest {
  @Test
  void anAnswerIsANewContactButNoNewPair() {
    StreamCensus census = new StreamCensus();
    census.count(event(1, 2, false), 10);
    census.count(event(2, 1, false), 10);
    census.count(event(1, 2, false), 10);
    census.count(event(3, 1, true), 12);
    StreamFacts facts = census.facts();
    assertThat(facts).isEqualTo(new StreamFacts(4, 3, 2, 2, 1, 1, 1, 42, 0, 0));
    assertThat(facts.knownContactShare()).isEqualTo(0.25);
    assertThat(facts.bytesPerEvent()).isEqualTo(10.5);
  }

  @Test
  void aMessageToSeveralIsToKnownContactsIfAllOfThemAre() {
    StreamCensus census = new StreamCensus();
    census.message(1, new int[] {2, 3}, 10);
    census.message(1, new int[] {2, 4}, 10);
    census.message(1, new int[] {4, 3, 2}, 10);
    census.message(1, new int[] {}, 10);
    census.session(5, 7);
    census.interaction(4, 1, 3);

    assertThat(census.facts()).isEqualTo(new StreamFacts(6, 3, 4, 3, 1, 0, 0, 50, 1, 1));
  }

  private static StreamEvent event(int sender, int recipient, boolean fanOut) {
    return new StreamEvent(0, sender, recipient, fanOut, StreamSpec.START_MS, StreamSpec.START_MS);
  }
}
