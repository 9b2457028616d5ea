package org.vigie.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vigie.reference.Story.DAY_MS;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.vigie.core.event.Interaction;
import org.vigie.core.event.SignalCode;
import org.vigie.reference.Story.Letter;

/** Page ¶2-4: order, duplicates, oneself. */
class AcceptanceTest {
  private static List<Observation> accepted(Story story) {
    return Acceptance.accept(story.events());
  }

  private static List<String> targets(Story story) {
    return accepted(story).stream().map(Observation::target).toList();
  }

  @Test
  void ordersByTimeThenRankThenId() {
    Story story =
        new Story()
            .id("b")
            .direct("a", "b")
            .id("a")
            .direct("c", "d")
            .id("z")
            .interaction("a", "b", Interaction.Kind.FOLLOW)
            .id("zz")
            .adult("a")
            .at(-1)
            .id("zzz")
            .direct("a", "b");

    assertThat(accepted(story).stream().map(seen -> seen.event().eventId()).distinct())
        .containsExactly("zzz", "zz", "z", "a", "b");
  }

  @Test
  void comparesIdsAsUtf16() {
    // U+10000 is greater than U+FF61 as a code point, and smaller in UTF-16.
    Story story = new Story().id("\uFF61").direct("a", "b").id("\uD800\uDC00").direct("a", "b");

    assertThat(accepted(story).get(0).event().eventId()).isEqualTo("\uD800\uDC00");
  }

  @Test
  void acceptsTheSameIdOncePerTargetWithinADay() {
    Story story =
        new Story()
            .id("m")
            .message(new Letter("a", "b"))
            .after(DAY_MS - 1)
            .id("m")
            .message(new Letter("a", "b", "c"));

    assertThat(targets(story)).containsExactly("", "b", "c");
  }

  @Test
  void acceptsTheSameIdAgainAfterADay() {
    Story story = new Story().id("m").direct("a", "b").after(DAY_MS).id("m").direct("a", "b");

    assertThat(targets(story)).containsExactly("", "b", "", "b");
  }

  @Test
  void isNotExtendedByADuplicate() {
    Story story =
        new Story()
            .id("m")
            .direct("a", "b")
            .after(DAY_MS / 2)
            .id("m")
            .direct("a", "b")
            .after(DAY_MS / 2)
            .id("m")
            .direct("a", "b");

    assertThat(accepted(story).stream().map(seen -> seen.at().timeMs() - Story.BEGIN_MS))
        .containsExactly(0L, 0L, DAY_MS, DAY_MS);
  }

  @Test
  void tellsKindsAndActorsOfOneIdApart() {
    Story story =
        new Story()
            .id("x")
            .interaction("a", "b", Interaction.Kind.FOLLOW)
            .id("x")
            .interaction("c", "b", Interaction.Kind.FOLLOW)
            .id("x")
            .direct("a", "b");

    assertThat(targets(story)).containsExactly("b", "b", "", "b");
  }

  @Test
  void countsTheSmallerOfTwoCopiesOfOneInstant() {
    Story story =
        new Story()
            .id("m")
            .direct("a", "b", SignalCode.SECRECY)
            .id("m")
            .direct("a", "b", SignalCode.FLATTERY);

    assertThat(accepted(story)).hasSize(2);
    assertThat(Codes.of(accepted(story).get(1))).containsExactly(SignalCode.FLATTERY);
  }

  @Test
  void dropsOneselfAndNamesTwice() {
    Story story =
        new Story()
            .message(new Letter("a", "a", "b", "b"))
            .interaction("a", "a", Interaction.Kind.FOLLOW);

    assertThat(targets(story)).containsExactly("", "b");
  }
}
