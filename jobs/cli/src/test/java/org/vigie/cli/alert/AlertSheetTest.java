package org.vigie.cli.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vigie.alert.Alert;
import org.vigie.alert.AlertMode;
import org.vigie.alert.Finding;
import org.vigie.alert.Timeline;
import org.vigie.cli.console.Style;

final class AlertSheetTest {
  private static final int WIDTH = 100;
  private static final RuleLore LORE = new SampleRules();
  private static final Path GOLDEN =
      Path.of("src", "test", "resources", "org", "vigie", "cli", "alert");

  @ParameterizedTest
  @CsvSource({
    "ambush, EN",
    "ambush, FR",
    "grooming, EN",
    "grooming, FR",
    "material, EN",
    "material, FR"
  })
  void drawsAsTheGoldenFileShows(String name, Language language) throws IOException {
    Alert alert =
        switch (name) {
          case "ambush" -> SampleAlerts.ambush();
          case "grooming" -> SampleAlerts.grooming();
          default -> SampleAlerts.material();
        };
    List<String> lines = new AlertSheet(language, LORE, Style.PLAIN, WIDTH).lines(alert);

    String drawn = String.join("\n", lines) + "\n";
    Path golden = GOLDEN.resolve(name + "." + language.code() + ".txt");
    if (Boolean.getBoolean("vigie.docs.write")) {
      Files.writeString(golden, drawn);
    }
    assertThat(drawn).isEqualTo(Files.readString(golden));
  }

  @Test
  void keepsWithinTheWidth() {
    List<String> lines =
        new AlertSheet(Language.FR, LORE, Style.PLAIN, 70).lines(SampleAlerts.ambush());

    assertThat(lines.subList(1, 8))
        .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(70));
  }

  @Test
  void saysThatTheMeetingsTimeHasPassed() {
    Alert late =
        Alert.newBuilder(SampleAlerts.ambush())
            .setImminentReason("meeting pending at 2025-03-10T08:00Z with pearl-gecko")
            .build();

    assertThat(whyNow(late, Language.EN)).contains("with pearl-gecko, its time has passed");
  }

  @Test
  void saysHowLongThereIsFromTheRevisionOn() {
    Timeline timeline =
        Timeline.newBuilder()
            .setRevisedEventTime(Instant.parse("2025-03-10T18:43:00Z").toEpochMilli())
            .build();
    Alert later = Alert.newBuilder(SampleAlerts.ambush()).setTimeline(timeline).build();

    assertThat(whyNow(later, Language.EN)).contains("with pearl-gecko, in 1 h 0 min");
    assertThat(new AlertSheet(Language.EN, LORE, Style.PLAIN, WIDTH).lines(later))
        .anyMatch(line -> line.startsWith("  To warn") && line.endsWith("in 1 h 0 min"));
  }

  @Test
  void showsAReasonThatItDoesNotKnowAsItIs() {
    Alert other =
        Alert.newBuilder(SampleAlerts.ambush()).setImminentReason("payment is due").build();

    assertThat(whyNow(other, Language.FR)).contains("payment is due");
  }

  @ParameterizedTest
  @CsvSource({
    "EN, 'found at first contact, at the meeting''s time', 'chance: < 0.0001 (bar 0.001); share: 0'",
    "FR, 'constaté dès le premier contact, à l''heure du rendez-vous',"
        + " 'chance : < 0,0001 (seuil 0,001) ; share : 0'"
  })
  void saysFiguresAsAPersonWould(Language language, String lead, String measured) {
    Alert sample = SampleAlerts.ambush();
    Finding finding =
        Finding.newBuilder(sample.getFindings().get(0))
            .setObserved(Map.of("share", 0.0, "chance", 0.00001))
            .setThreshold(Map.of("share", 0.0, "chance", 0.00099945))
            .build();
    Timeline timeline =
        Timeline.newBuilder()
            .setFirstContact(finding.getTime())
            .setMeetingTime(finding.getTime() + 5_000)
            .setDetectedEventTime(finding.getTime())
            .build();
    Alert alert =
        Alert.newBuilder(sample)
            .setFindings(List.of(finding))
            .setEvidence(List.of())
            .setTimeline(timeline)
            .setImminent(false)
            .build();

    assertThat(new AlertSheet(language, LORE, Style.PLAIN, 200).lines(alert))
        .anyMatch(line -> line.endsWith("  " + lead))
        .anyMatch(line -> line.endsWith(measured));
  }

  @Test
  void toleratesAlmostNothing() {
    Alert bare =
        Alert.newBuilder(SampleAlerts.ambush())
            .setFindings(List.of())
            .setEvidence(List.of())
            .setTimeline(null)
            .setProvenance(null)
            .setDataQuality(null)
            .setScore(null)
            .setImminent(false)
            .setSettled(false)
            .setMode(AlertMode.SHADOW)
            .build();

    assertThat(new AlertSheet(Language.EN, LORE, Style.PLAIN, WIDTH).lines(bare).get(0))
        .isEqualTo(
            "CRITICAL  Ambush: device phone-8a10ce, of suspected actors"
                + "  (provisional but certain, on trial, open, revision 1)");
  }

  @Test
  void letsNoTextMoveTheCursor() {
    Alert hostile =
        Alert.newBuilder(SampleAlerts.ambush())
            .setSubject("a\u001b[2Jb\u202ec")
            .setLinkedAccounts(List.of("x\r\u0007y"))
            .setWouldClear(Map.of("en", "clear\u001b]0;title\u0007"))
            .build();
    String sheet =
        String.join("\n", new AlertSheet(Language.EN, LORE, Style.PLAIN, WIDTH).lines(hostile));

    assertThat(sheet).doesNotContain("\u001b", "\u202e", "\r", "\u0007").contains("a?[2Jb?c");
  }

  @Test
  void paintsTheWorstMost() {
    AlertSheet sheet = new AlertSheet(Language.EN, LORE, Style.COLOUR, WIDTH);

    assertThat(sheet.title(SampleAlerts.ambush())).startsWith("\u001b[1;37;41mCRITICAL\u001b[0m");
  }

  private static String whyNow(Alert alert, Language language) {
    return new AlertSheet(language, LORE, Style.PLAIN, WIDTH).lines(alert).get(1);
  }
}
