package org.vigie.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vigie.reference.Story.DAY_MS;
import static org.vigie.reference.Story.HOUR_MS;
import static org.vigie.reference.Story.proposal;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.vigie.core.event.Interaction;
import org.vigie.core.event.Report;
import org.vigie.core.event.Report.Category;
import org.vigie.core.event.Unknown;

/** Page ¶20, ¶22: reports that count, and where they say it was. */
class ReportsTest {
  private static List<Reports.Counted> about(Story story) {
    return story.knowledge().reports.about(new TreeSet<>(Set.of("x")), story.now());
  }

  @ParameterizedTest
  @EnumSource
  void countsViolenceRobberyAndExtortion(Category category) {
    Story story = new Story().direct("b", "x").after(1).report("b", "x", category);
    boolean violent =
        category == Category.VIOLENCE
            || category == Category.ROBBERY
            || category == Category.EXTORTION;

    assertThat(about(story).size() == 1).isEqualTo(violent);
  }

  @Test
  void countsOnlyWhereThePairExists() {
    assertThat(about(new Story().report("b", "x", Category.ROBBERY))).isEmpty();

    Story expired =
        new Story().direct("x", "b").at(29 * DAY_MS + 1).report("b", "x", Category.ROBBERY);
    assertThat(about(expired)).isEmpty();
  }

  @Test
  void countsOnBehalfOfSomeoneWhoKnowsTheReported() {
    Report report = new Report(Category.ROBBERY, Unknown.TIME, Unknown.ID, "c");
    assertThat(about(new Story().direct("x", "b").report("b", "x", report))).isEmpty();

    Story story = new Story().direct("x", "c").after(1).report("b", "x", report);
    assertThat(about(story)).extracting(Reports.Counted::by).containsExactly("c");
  }

  @Test
  void needsAPairByAnEarlierInstant() {
    Story story =
        new Story()
            .id("x1")
            .interaction("b", "x", Interaction.Kind.GIFT)
            .id("x2")
            .report("b", "x", Category.ROBBERY);
    assertThat(about(story)).hasSize(1);

    Story sameInstant =
        new Story()
            .id("x1")
            .interaction("x", "b", Interaction.Kind.GIFT)
            .id("x1")
            .report("b", "x", Category.ROBBERY);
    assertThat(about(sameInstant)).isEmpty();
  }

  @Test
  void isByTheReporterWhereBothKnowTheReported() {
    Report report = new Report(Category.ROBBERY, Unknown.TIME, Unknown.ID, "c");
    Story story = new Story().direct("x", "c").direct("x", "b").after(1).report("b", "x", report);

    assertThat(about(story)).extracting(Reports.Counted::by).containsExactly("b");
  }

  @Test
  void knowsThePlaceThatItSaysElseThatOfTheMeeting() {
    Story met = new Story().meeting("x", "b", proposal("p", HOUR_MS)).at(2 * HOUR_MS);
    assertThat(about(met.report("b", "x", Category.ROBBERY)))
        .extracting(Reports.Counted::place)
        .containsExactly("p");

    met.report("b", "x", new Report(Category.ROBBERY, Unknown.TIME, "q", Unknown.ID));
    assertThat(about(met)).extracting(Reports.Counted::place).containsExactly("p", "q");
    assertThat(met.knowledge().reports.reportedAt("q", DAY_MS, met.now())).containsExactly("x");
  }
}
