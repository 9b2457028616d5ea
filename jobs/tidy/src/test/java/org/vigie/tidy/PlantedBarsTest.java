package org.vigie.tidy;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.javaparser.ast.CompilationUnit;
import com.github.javaparser.ast.body.EnumConstantDeclaration;
import com.github.javaparser.ast.body.EnumDeclaration;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.vigie.tidy.PlantedBars.Bound;

/** What the simulator plants does not know what the rules ask for. */
class PlantedBarsTest {
  private static final String SIMULATOR = "jobs/simulator/src/main/java/org/vigie/simulator/";

  private static List<SourceFile> simulator = List.of();
  private static Map<String, List<Amount>> bars = Map.of();

  @BeforeAll
  static void read() throws IOException {
    Path root = SourceTree.rootAbove(Path.of(""));
    simulator = SourceTree.read(root.resolve(SIMULATOR));
    bars = RuleBars.read(SourceTree.read(root.resolve("config")));
  }

  @Test
  void noHarmIsDrawnFromWhereARuleBeginsOrEndsBelowIt() {
    assertThat(violations(harms())).isEmpty();
  }

  @Test
  void everyHarmIsLookedAtAndDrawsAmounts() {
    Map<String, List<Bound>> harms = harms();

    assertThat(harms.keySet()).isEqualTo(indicators().keySet());
    assertThat(bars.keySet()).containsAll(indicators().values());
    assertThat(harms.values()).allSatisfy(bounds -> assertThat(bounds).hasSizeGreaterThan(1));
  }

  @Test
  void knowsTheThresholdsOfRulesAndOfProfiles() {
    assertThat(bars.get("G1"))
        .contains(new Amount(Amount.COUNT, 5), new Amount(Amount.COUNT, 8))
        .contains(new Amount(Amount.SHARE, 0.8));
    assertThat(bars.get("S3")).contains(new Amount(Amount.DURATION, 72 * 3.6e6));
  }

  @Test
  void noticesHarmsThatSitOnAThreshold() {
    assertThat(planted("scene.minors(5, 40, 1, 2, 10);")).containsExactly("count 5.0");
    assertThat(planted("scene.minors(12, 40, 1, 4, 10);")).containsExactly("count 4.0");
    assertThat(planted("scene.people(scene.partial() ? 2 : FEW, x -> true);"))
        .containsExactly("count 5.0");
    assertThat(planted("more(scene);")).containsExactly("share 0.8");
    assertThat(planted("scene.minors(12, 55, 2, 3, 5).offender(dice.between(5, 9));")).isEmpty();
  }

  private static List<String> planted(String statement) {
    String source =
        """
        class SomePlots {
          private static final int FEW = 5;
          static List<Plot> all() {
            return List.of(Plot.harm(PlantedHarm.WIDE_CONTACT, 1, ANYWHERE, 8, SomePlots::wide));
          }
          private static void wide(Scene scene) { %s }
          private static void more(Scene scene) { scene.dice().chance(0.8); }
        }
        """
            .formatted(statement);
    CompilationUnit unit = new SourceFile("SomePlots.java", source).tree().orElseThrow();
    List<String> found = new ArrayList<>();
    new PlantedBars(unit)
        .boundsByHarm()
        .getOrDefault("WIDE_CONTACT", List.of())
        .forEach(
            bound -> {
              if (sitsOnABarOf("G1", bound)) {
                found.add(bound.amount().unit() + " " + bound.amount().value());
              }
            });
    return found;
  }

  private static boolean sitsOnABarOf(String rule, Bound bound) {
    return bars.getOrDefault(rule, List.of()).stream().anyMatch(bound::sitsOn);
  }

  private static List<String> violations(Map<String, List<Bound>> harms) {
    Map<String, String> indicators = indicators();
    List<String> violations = new ArrayList<>();
    harms.forEach(
        (harm, bounds) -> {
          String indicator = indicators.getOrDefault(harm, "");
          for (Bound bound : bounds) {
            if (sitsOnABarOf(indicator, bound)) {
              violations.add("%s (%s): %s".formatted(harm, indicator, bound));
            }
          }
        });
    return violations;
  }

  private static Map<String, List<Bound>> harms() {
    Map<String, List<Bound>> harms = new TreeMap<>();
    for (SourceFile file : simulator) {
      if (file.path().startsWith("world/") && file.path().endsWith("Plots.java")) {
        harms.putAll(new PlantedBars(file.tree().orElseThrow()).boundsByHarm());
      }
    }
    return harms;
  }

  /** Which indicator each harm was made to show, by its constant. */
  private static Map<String, String> indicators() {
    Map<String, String> indicators = new TreeMap<>();
    for (SourceFile file : simulator) {
      if (file.path().equals("truth/PlantedHarm.java")) {
        EnumDeclaration harms =
            file.tree().orElseThrow().findFirst(EnumDeclaration.class).orElseThrow();
        for (EnumConstantDeclaration harm : harms.getEntries()) {
          String indicator = harm.getArgument(0).asStringLiteralExpr().asString();
          indicators.put(harm.getNameAsString(), indicator);
        }
      }
    }
    return indicators;
  }
}
