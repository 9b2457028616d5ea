package org.vigie.cli.alert;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.vigie.alert.Alert;
import org.vigie.cli.console.Console;

/** Sheets of alerts of several communities, each by the rules that judge there. */
public final class AlertSheets {
  private final Map<String, AlertSheet> byCommunity = new HashMap<>();
  private final Function<String, AlertSheet> sheetOf;

  /**
   * Sheets in a language.
   *
   * @param lores what is known of the rules of a community
   */
  public AlertSheets(Language language, Function<String, RuleLore> lores, Console console) {
    this.sheetOf =
        community ->
            new AlertSheet(language, lores.apply(community), console.style(), console.width());
  }

  /** All that a revision says. */
  public List<String> lines(Alert alert) {
    return of(alert).lines(alert);
  }

  /** One line: how bad, what, whom. */
  public String title(Alert alert) {
    return of(alert).title(alert);
  }

  private AlertSheet of(Alert alert) {
    return byCommunity.computeIfAbsent(alert.getCommunity(), sheetOf);
  }
}
