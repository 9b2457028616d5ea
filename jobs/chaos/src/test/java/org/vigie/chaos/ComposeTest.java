package org.vigie.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.flink.runtime.metrics.MetricNames;
import org.junit.jupiter.api.Test;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** Holds docker-compose.yml and the dashboard to what is there. */
final class ComposeTest {
  private static final Path ROOT = Path.of("../..");
  private static final Path DASHBOARDS = ROOT.resolve("config/observability/grafana/dashboards");
  private static final Pattern IMAGE =
      Pattern.compile("[a-z0-9./-]+:v?[0-9]+\\.[0-9][A-Za-z0-9._-]*");
  private static final Pattern METRIC = Pattern.compile("flink_[a-zA-Z0-9_]+");

  /** Scopes of Flink's reporter, before the metric's own name. */
  private static final List<String> SCOPES =
      List.of(
          "flink_taskmanager_job_task_operator_",
          "flink_taskmanager_job_task_",
          "flink_jobmanager_job_");

  /** The connector's, whose names are in no class of constants. */
  private static final Set<String> CONNECTOR =
      Set.of("KafkaSourceReader_KafkaConsumer_records_lag_max");

  @Test
  @SuppressWarnings("unchecked")
  void namesAVersionOfEveryImageAndMountsOnlyWhatIsThere() throws IOException {
    Map<String, Map<String, Object>> services = services();

    assertThat(services)
        .containsKeys(
            "kafka", "topics", "jobmanager", "taskmanager", "registry", "prometheus", "grafana");
    Set<String> volumes = part("volumes").keySet();
    services.forEach(
        (name, service) -> {
          assertThat((String) service.get("image")).as(name).matches(IMAGE);
          for (String mount : (List<String>) service.getOrDefault("volumes", List.of())) {
            String source = mount.substring(0, mount.indexOf(':'));
            if (source.startsWith("./")) {
              assertMounted(source.substring(2));
            } else {
              assertThat(volumes).as(name).contains(source);
            }
          }
        });
    assertThat(services.get("registry")).containsEntry("profiles", List.of("registry"));
  }

  @Test
  @SuppressWarnings("unchecked")
  void bindsEveryPortToTheLoopbackAddress() throws IOException {
    Map<String, Map<String, Object>> services = services();

    services.forEach(
        (name, service) ->
            assertThat((List<String>) service.getOrDefault("ports", List.of()))
                .as(name)
                .allMatch(port -> port.startsWith("127.0.0.1:")));
  }

  @Test
  void noticesAnImageWithoutAVersion() {
    assertThat("flink:latest").doesNotMatch(IMAGE);
    assertThat("flink").doesNotMatch(IMAGE);
    assertThat("flink:2.3.0-java17").matches(IMAGE);
  }

  @Test
  void showsOnlyMetricsThatThereAre() throws Exception {
    Set<String> known = known();
    List<String> shown = shown();

    assertThat(shown).hasSizeGreaterThan(10);
    assertThat(shown).allSatisfy(metric -> assertThat(known).contains(bare(metric)));
    assertThat(known).doesNotContain(bare("flink_taskmanager_job_task_operator_madeUp"));
  }

  @Test
  void readsTheDatasourceThatIsProvided() throws IOException {
    String uid = "vigie-prometheus";
    Path provided =
        ROOT.resolve("config/observability/grafana/provisioning/datasources/prometheus.yaml");

    assertThat(provided).content().contains("uid: " + uid);
    for (JsonNode panel : dashboard().path("panels")) {
      if (!panel.path("type").asText().equals("row")) {
        assertThat(panel.path("datasource").path("uid").asText()).isEqualTo(uid);
        assertThat(panel.path("description").asText()).isNotBlank();
      }
    }
  }

  private static void assertMounted(String path) {
    if (path.equals("jobs/job/target/vigie-job.jar")) {
      return; // the build makes it; JobJarITCase opens it
    }
    assertThat(ROOT.resolve(path)).exists();
  }

  private static String bare(String metric) {
    return SCOPES.stream()
        .filter(metric::startsWith)
        .findFirst()
        .map(scope -> metric.substring(scope.length()))
        .orElse(metric);
  }

  private static List<String> shown() throws IOException {
    List<String> shown = new ArrayList<>();
    for (JsonNode panel : dashboard().path("panels")) {
      for (JsonNode target : panel.path("targets")) {
        Matcher names = METRIC.matcher(target.path("expr").asText());
        while (names.find()) {
          shown.add(names.group());
        }
      }
    }
    return shown;
  }

  /** Flink's names, the connector's, and those of the generated page of metrics. */
  private static Set<String> known() throws IOException, IllegalAccessException {
    Set<String> known = new HashSet<>(CONNECTOR);
    for (Field field : MetricNames.class.getFields()) {
      if (field.getType() == String.class) {
        known.add((String) field.get(null));
      }
    }
    known.addAll(
        Set.of(
            "numRestarts", "lastCheckpointDuration", "numberOfFailedCheckpoints")); // of JobManager
    Set<String> ours = new TreeSet<>();
    Matcher names = METRIC.matcher(Files.readString(ROOT.resolve("docs/metrics.md")));
    while (names.find()) {
      ours.add(bare(names.group()));
    }
    assertThat(ours).contains("deadLetters", "eventsClamped");
    known.addAll(ours);
    return known;
  }

  private static JsonNode dashboard() throws IOException {
    return new ObjectMapper().readTree(DASHBOARDS.resolve("vigie-operators.json").toFile());
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> part(String name) throws IOException {
    return (Map<String, Object>) Objects.requireNonNull(compose().get(name), name);
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> compose() throws IOException {
    LoadSettings settings = LoadSettings.builder().setAllowDuplicateKeys(false).build();
    return (Map<String, Object>)
        new Load(settings).loadFromString(Files.readString(ROOT.resolve("docker-compose.yml")));
  }

  /** Services with what they take over by {@code <<}, which is no part of YAML 1.2. */
  @SuppressWarnings("unchecked")
  private static Map<String, Map<String, Object>> services() throws IOException {
    Map<String, Map<String, Object>> services = new LinkedHashMap<>();
    part("services")
        .forEach(
            (name, given) -> {
              Map<String, Object> service = (Map<String, Object>) given;
              Map<String, Object> all = new LinkedHashMap<>();
              all.putAll((Map<String, Object>) service.getOrDefault("<<", Map.of()));
              all.putAll(service);
              services.put(name, all);
            });
    return services;
  }
}
