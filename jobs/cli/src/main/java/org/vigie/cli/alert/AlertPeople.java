package org.vigie.cli.alert;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vigie.alert.AgeEvidence;
import org.vigie.alert.Alert;
import org.vigie.alert.Counterpart;
import org.vigie.alert.SubjectRole;
import org.vigie.cli.console.Printable;
import org.vigie.cli.console.Style;
import org.vigie.cli.console.Table;

/** Who is concerned, and what is believed about their ages. */
final class AlertPeople {
  private static final int LISTED_MAX = 8;

  private final Words words;

  AlertPeople(Words words) {
    this.words = words;
  }

  List<String> counterparts(Alert alert, Style style) {
    List<Counterpart> shown =
        alert.getCounterparts().stream()
            .sorted(Comparator.comparing(AlertPeople::isNeutral))
            .limit(LISTED_MAX)
            .toList();
    Table table = new Table();
    for (Counterpart one : shown) {
      SubjectRole role = one.getRole();
      table
          .row()
          .cell(Printable.of(one.getAccount()))
          .cell(role == null ? "" : words.role(role))
          .cell(minor(one.getPMinor()))
          .cell(one.getMessages() == null ? "" : words.messages(one.getMessages()))
          .cell(span(one));
    }
    List<String> lines = new ArrayList<>(table.lines(style));
    int hidden =
        Math.max(alert.getCounterpartsTotal(), alert.getCounterparts().size()) - shown.size();
    if (hidden > 0) {
      lines.add(words.more(hidden));
    }
    return lines;
  }

  private static boolean isNeutral(Counterpart one) {
    return one.getRole() != SubjectRole.POSSIBLE_VICTIM;
  }

  private String span(Counterpart one) {
    Long first = one.getFirstTime();
    Long last = one.getLastTime();
    if (first == null || last == null) {
      return "";
    }
    return words.shortTime(first) + (first.equals(last) ? "" : " … " + words.shortTime(last));
  }

  List<String> ages(Alert alert, Style style) {
    Table table = new Table();
    List<AgeEvidence> own =
        alert.getAges().stream()
            .filter(
                age ->
                    age.getAccount().equals(alert.getSubject())
                        || alert.getLinkedAccounts().contains(age.getAccount()))
            .limit(LISTED_MAX)
            .toList();
    for (AgeEvidence age : own) {
      table
          .row()
          .cell(Printable.of(age.getAccount()))
          .cell(age.getBand() == null ? "" : Printable.of(age.getBand()))
          .cell(minor(age.getPMinor()))
          .cell(age.getSource() == null ? "" : words.ageSource(age.getSource()));
    }
    return table.lines(style);
  }

  private String minor(@Nullable Double probability) {
    return probability == null
        ? words.label(Label.AGE_UNKNOWN)
        : words.label(Label.P_MINOR) + " " + words.probability(probability);
  }
}
