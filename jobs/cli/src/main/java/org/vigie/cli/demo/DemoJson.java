package org.vigie.cli.demo;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import org.vigie.alert.Alert;
import org.vigie.cli.console.Console;
import org.vigie.schemas.JsonLineWriter;
import org.vigie.simulator.score.Scorecard;
import org.vigie.simulator.score.Scorecard.CaseResult;
import org.vigie.simulator.score.Scorecard.HarmRow;
import org.vigie.simulator.score.Scorecard.LookAlikeResult;

/**
 * A demo as JSON Lines, told apart by {@code type}: {@code alert} for each settled revision as it
 * comes; then {@code case}, {@code look_alike}, {@code wrong}, {@code harm}; at last one {@code
 * summary}.
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
    score.byHarm().forEach(this::print);
    console.print(
        line("summary")
            .put("found", score.shown().hits())
            .put("missed", score.missed().size())
            .put("faint", score.faint().of())
            .put("faint_found", score.faint().hits())
            .put("wrong", score.wrong().size())
            .put("look_alikes_wrong", score.accused().size())
            .put("low_on_others", score.lowOnOthers())
            .put("revisions", revisions.size())
            .put("synthetic", true)
            .toString());
  }

  private void print(CaseResult result) {
    ObjectNode line =
        line("case")
            .put("id", result.planted().id())
            .put("name", result.planted().planted().label())
            .put("indicator", result.planted().planted().indicator())
            .put("harm", result.planted().planted().harm().name())
            .put("community", result.planted().community())
            .put("shows", result.planted().isAbove())
            .put("found", result.found());
    texts(line.putArray("faint_because"), result.planted().belowBecause());
    texts(line.putArray("rules"), result.rules());
    texts(line.putArray("alert_ids"), result.alerts().stream().map(Alert::getAlertId).toList());
    line.put("severity", result.severity().map(Enum::name).orElse(null));
    result.raisedMs().ifPresent(timeMs -> line.put("raised", timeMs));
    result.warnedMs().ifPresent(timeMs -> line.put("warned", timeMs));
    result.planted().harmfulStepMs().ifPresent(timeMs -> line.put("harmful_step", timeMs));
    result.leadMs().ifPresent(leadMs -> line.put("lead_ms", leadMs));
    console.print(line.toString());
  }

  private void print(LookAlikeResult result) {
    ObjectNode line =
        line("look_alike")
            .put("id", result.lookAlike().id())
            .put("name", result.lookAlike().kind().label())
            .put("community", result.lookAlike().community())
            .put("left_alone", result.leftAlone());
    line.put("severity", result.severity().map(Enum::name).orElse(null));
    console.print(line.toString());
  }

  private void print(HarmRow row) {
    console.print(
        line("harm")
            .put("harm", row.harm().name())
            .put("found", row.shown().hits())
            .put("missed", row.shown().of() - row.shown().hits())
            .put("faint", row.faint().of())
            .put("faint_found", row.faint().hits())
            .put("wrong", row.wrong())
            .put("before_step", row.beforeStep().hits())
            .put("with_step", row.beforeStep().of())
            .toString());
  }

  private static void texts(ArrayNode array, Collection<String> texts) {
    new TreeSet<>(texts).forEach(array::add);
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
