package org.vigie.cli.demo;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.vigie.alert.Alert;
import org.vigie.cli.console.Console;
import org.vigie.schemas.JsonLineWriter;
import org.vigie.simulator.truth.Scorecard;
import org.vigie.simulator.truth.Scorecard.CaseResult;
import org.vigie.simulator.truth.Scorecard.LookAlikeResult;

/**
 * A demo as JSON Lines, told apart by {@code type}: {@code alert} for each settled revision as it
 * comes; then {@code case}, {@code look_alike}, {@code wrong}; at last one {@code summary}.
 */
final class DemoJson implements DemoOutput {
  private final Console console;
  private final ObjectMapper mapper = new ObjectMapper();
  private final JsonLineWriter alerts = new JsonLineWriter();

  DemoJson(Console console) {
    this.console = console;
  }

  @Override
  public void alert(Alert revision, long platformMs) {
    print(line("alert").put("platform_time", platformMs), revision);
  }

  @Override
  public void finish(Scorecard score, List<Alert> revisions) {
    score.cases().forEach(this::print);
    score.lookAlikes().forEach(this::print);
    score.wrong().forEach(wrong -> print(line("wrong"), wrong));
    console.print(
        line("summary")
            .put("found", score.found())
            .put("missed", score.missed())
            .put("wrong", score.wrong().size())
            .put("low_on_others", score.lowOnOthers())
            .put("revisions", revisions.size())
            .put("synthetic", true)
            .toString());
  }

  private void print(CaseResult result) {
    ObjectNode line =
        line("case")
            .put("name", result.planted().name())
            .put("indicator", result.planted().indicator())
            .put("harm", result.planted().harm().name())
            .put("subject_kind", result.planted().subjectKind().name())
            .put("subject", result.planted().subject())
            .put("found", result.found());
    line.put("severity", result.severity().map(Enum::name).orElse(null));
    result.alert().ifPresent(alert -> line.put("alert_id", alert.getAlertId()));
    result.raisedMs().ifPresent(timeMs -> line.put("raised", timeMs));
    result.warnedMs().ifPresent(timeMs -> line.put("warned", timeMs));
    result.planted().harmfulStepMs().ifPresent(timeMs -> line.put("harmful_step", timeMs));
    result.leadMs().ifPresent(leadMs -> line.put("lead_ms", leadMs));
    console.print(line.toString());
  }

  private void print(LookAlikeResult result) {
    ObjectNode line =
        line("look_alike")
            .put("name", result.lookAlike().name())
            .put("left_alone", result.leftAlone());
    line.put("severity", result.severity().map(Enum::name).orElse(null));
    console.print(line.toString());
  }

  private void print(ObjectNode line, Alert alert) {
    try {
      line.set("alert", mapper.readTree(alerts.write(alert)));
    } catch (IOException impossible) {
      throw new UncheckedIOException("what was written as JSON is JSON", impossible);
    }
    console.print(line.toString());
  }

  private ObjectNode line(String type) {
    return mapper.createObjectNode().put("type", type);
  }
}
