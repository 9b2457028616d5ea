package org.vigie.rules.diagnostic;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Diagnostics as SARIF 2.1.0, which code hosts show beside the changed line. */
public final class Sarif {
  private Sarif() {}

  /** One run of the check. */
  public static String of(List<Diagnostic> diagnostics, String version) {
    Map<String, Object> driver = new LinkedHashMap<>();
    driver.put("name", "vigie");
    driver.put("version", version);
    driver.put(
        "rules",
        diagnostics.stream().map(Diagnostic::code).distinct().sorted().map(Sarif::rule).toList());
    Map<String, Object> run = new LinkedHashMap<>();
    run.put("tool", Map.of("driver", driver));
    run.put("columnKind", "unicodeCodePoints");
    run.put("results", diagnostics.stream().map(Sarif::result).toList());
    Map<String, Object> log = new LinkedHashMap<>();
    log.put("$schema", "https://json.schemastore.org/sarif-2.1.0.json");
    log.put("version", "2.1.0");
    log.put("runs", List.of(run));
    return Json.pretty(log);
  }

  private static Map<String, Object> rule(DiagnosticCode code) {
    Map<String, Object> rule = new LinkedHashMap<>();
    rule.put("id", code.id());
    rule.put("shortDescription", Map.of("text", code.title()));
    rule.put("help", Map.of("text", code.mend()));
    return rule;
  }

  private static Map<String, Object> result(Diagnostic diagnostic) {
    Place place = diagnostic.place();
    Map<String, Object> region = new LinkedHashMap<>();
    region.put("startLine", (long) Math.max(1, place.line()));
    region.put("startColumn", (long) place.column());
    region.put("endColumn", (long) place.column() + place.width());
    Map<String, Object> location = new LinkedHashMap<>();
    location.put("artifactLocation", Map.of("uri", place.file().replace('\\', '/')));
    location.put("region", region);
    Map<String, Object> result = new LinkedHashMap<>();
    result.put("ruleId", diagnostic.code().id());
    result.put("level", diagnostic.isError() ? "error" : "warning");
    result.put("message", Map.of("text", String.join("\n", message(diagnostic))));
    result.put("locations", List.of(Map.of("physicalLocation", location)));
    return result;
  }

  private static List<String> message(Diagnostic diagnostic) {
    return List.of(
            diagnostic.what(),
            diagnostic.nearest().isEmpty() ? "" : "nearest: " + diagnostic.nearest(),
            diagnostic.allowed().isEmpty() ? "" : "allowed: " + diagnostic.allowed())
        .stream()
        .filter(line -> !line.isEmpty())
        .toList();
  }
}
