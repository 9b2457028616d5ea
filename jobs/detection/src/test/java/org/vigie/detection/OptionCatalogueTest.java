package org.vigie.detection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.detection.kafka.KafkaJob;
import org.vigie.detection.option.ConfigFile;
import org.vigie.detection.option.DeclaredOption;
import org.vigie.detection.option.GivenOptions;
import org.vigie.detection.option.OptionsRefusedException;
import org.vigie.detection.time.TimeOptions;
import org.vigie.rules.diagnostic.Diagnostic;
import org.vigie.rules.diagnostic.Place;

final class OptionCatalogueTest {
  @TempDir Path folder;

  @Test
  void knowsEveryOptionThatAnyClassDeclares() throws Exception {
    List<String> declared = new ArrayList<>();
    for (String name : optionClasses()) {
      declared.addAll(keysOf(Class.forName(name)));
    }

    assertThat(declared).contains("vigie.time.disorder");
    assertThat(declared)
        .containsExactlyInAnyOrderElementsOf(all().stream().map(DeclaredOption::key).toList());
  }

  @Test
  void allowsEveryDefault() {
    for (DeclaredOption<?> option : all()) {
      if (option.option().hasDefaultValue()) {
        Object value = option.option().defaultValue();
        Configuration config = new Configuration();
        set(config, option.option());
        String written = Objects.requireNonNull(config.toMap().get(option.key()));
        assertThat(option.problem(written, Place.NOWHERE))
            .as("%s = %s", option.key(), value)
            .isEmpty();
      }
    }
  }

  @Test
  void namesAnUnknownOptionWithItsPlaceAndTheNearest() throws Exception {
    Path file =
        Files.writeString(
            folder.resolve("config.yaml"),
            """
            taskmanager.numberOfTaskSlots: 2
            vigie:
              time:
                disorder: 10 s
                disordre: 20 s
            """);

    assertThatThrownBy(() -> OptionCatalogue.require(ConfigFile.read(file)))
        .isInstanceOf(OptionsRefusedException.class)
        .hasMessageStartingWith(
            file + ":5:5: error VIGIE-1701: there is no option vigie.time.disordre\n")
        .hasMessageContaining("nearest: vigie.time.disorder\n");
  }

  @Test
  void reportsAllProblemsAtOnceEachWithWhatIsAllowed() {
    Map<String, String> values =
        Map.of(
            "vigie.time.disorder", "0 s",
            "vigie.stop.hot-keys", "many",
            "vigie.alerts.delivery", "none",
            "vigie.kafka.bootstrap-servers", "localhost",
            "vigie.nothing.of-the-kind", "1",
            "state.backend.type", "whatever Flink makes of it");

    assertThat(
            OptionCatalogue.problems(new GivenOptions(values, Map.of())).stream()
                .map(
                    problem ->
                        problem.place().shown() + ": " + problem.what() + "; " + problem.allowed()))
        .satisfiesExactly(
            problem ->
                assertThat(problem)
                    .isEqualTo(
                        "configuration: vigie.alerts.delivery none is not allowed;"
                            + " at-least-once or exactly-once"),
            problem -> assertThat(problem).contains("localhost is not allowed; host:port"),
            problem -> assertThat(problem).contains("no option vigie.nothing.of-the-kind"),
            problem ->
                assertThat(problem).contains("vigie.stop.hot-keys many is not allowed; 1 to"),
            problem ->
                assertThat(problem)
                    .endsWith("vigie.time.disorder 0 s is not allowed; 1 s to 10 min"));
  }

  @Test
  void passesClientPropertiesOnButNotABarePrefix() {
    assertThat(problems("vigie.kafka.client.security.protocol", "SASL_SSL")).isEmpty();
    assertThat(problems("vigie.kafka.source.fetch.min.bytes", "1")).isEmpty();
    assertThat(problems("vigie.kafka.sink.linger.ms", "5")).isEmpty();
    assertThat(problems("vigie.kafka.client.", "x")).hasSize(1);
    assertThat(problems("vigie.kafka.cleint.security.protocol", "SASL_SSL")).hasSize(1);
  }

  @Test
  void takesEachBoundAtItsEdgeAndRefusesWhatIsBeyond() {
    assertThat(problems("vigie.time.disorder", "10 min")).isEmpty();
    assertThat(problems("vigie.time.disorder", "601 s")).hasSize(1);
    assertThat(problems("vigie.time.disorder", "999 ms")).hasSize(1);
    assertThat(problems("vigie.time.future", "0 s")).isEmpty();
    assertThat(problems("vigie.time.future", "61 s")).hasSize(1);
    assertThat(problems("vigie.time.staleness", "7 d")).isEmpty();
    assertThat(problems("vigie.stop.tail-size", "1 kb")).isEmpty();
    assertThat(problems("vigie.stop.tail-size", "1023 b")).hasSize(1);
    assertThat(problems("vigie.kafka.bootstrap-servers", "a:1, [::1]:9092")).isEmpty();
  }

  @Test
  void refusesAStalenessBelowTheDisorder() {
    Map<String, String> values =
        Map.of("vigie.time.disorder", "5 min", "vigie.time.staleness", "1 min");

    assertThat(OptionCatalogue.problems(new GivenOptions(values, Map.of())))
        .singleElement()
        .asString()
        .contains("vigie.time.staleness 1 min is below vigie.time.disorder 5 min");
    assertThatThrownBy(() -> TimeOptions.bounds(Configuration.fromMap(values)))
        .hasMessageContaining("below vigie.time.disorder");
  }

  @Test
  void keepsTheJobFromStartingOnWhatIsWrong() {
    Configuration config = new Configuration();
    config.setString("vigie.kafka.bootstrap-servers", "localhost:9092");
    config.setString("vigie.dead-leters.payload", "true");

    assertThatThrownBy(() -> new KafkaJob(config))
        .hasMessageContaining("nearest: vigie.dead-letters.payload");
  }

  @Test
  void neverShowsAWrongValueThatIsASecret() {
    assertThat(problems("vigie.stop.id-secret", "not-a-number"))
        .singleElement()
        .asString()
        .contains("vigie.stop.id-secret ****** is not allowed")
        .doesNotContain("not-a-number");
  }

  /** Classes of main code whose name says that they hold options. */
  private static List<String> optionClasses() throws IOException {
    Path root = Path.of("target", "classes");
    try (Stream<Path> files = Files.walk(root)) {
      return files
          .map(file -> root.relativize(file).toString())
          .filter(name -> name.endsWith("Options.class"))
          .map(name -> name.substring(0, name.length() - ".class".length()).replace('/', '.'))
          .toList();
    }
  }

  private static List<Diagnostic> problems(String key, String value) {
    return OptionCatalogue.problems(new GivenOptions(Map.of(key, value), Map.of()));
  }

  private static List<DeclaredOption<?>> all() {
    List<DeclaredOption<?>> all = new ArrayList<>();
    OptionCatalogue.AREAS.forEach(area -> all.addAll(area.options()));
    return all;
  }

  private static <T> void set(Configuration config, ConfigOption<T> option) {
    config.set(option, option.defaultValue());
  }

  private static List<String> keysOf(Class<?> type) throws IllegalAccessException {
    List<String> keys = new ArrayList<>();
    for (Field field : type.getDeclaredFields()) {
      if (Modifier.isStatic(field.getModifiers()) && field.getType() == ConfigOption.class) {
        field.setAccessible(true);
        keys.add(((ConfigOption<?>) field.get(null)).key());
      }
    }
    return keys;
  }
}
