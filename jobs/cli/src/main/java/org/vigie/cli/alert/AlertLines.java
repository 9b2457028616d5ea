package org.vigie.cli.alert;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;
import org.vigie.alert.Alert;
import org.vigie.cli.console.Printable;
import org.vigie.cli.console.Style;
import org.vigie.cli.console.Table;
import org.vigie.schemas.standing.Phase;
import org.vigie.schemas.standing.Standing;

/** Alerts, one a line. */
final class AlertLines {
  private static final int ID_SHOWN = 8;

  private final Words words;

  AlertLines(Language language) {
    this.words = new Words(language);
  }

  /** Lines with their columns under each other. */
  List<String> of(List<Standing> standings, Style style) {
    Table table = new Table();
    for (Standing standing : standings) {
      Alert alert = standing.alert();
      String id = Printable.of(alert.getAlertId());
      OptionalLong instantMs = PendingMeeting.instantMs(alert);
      table
          .row()
          .cell(Inks.of(alert.getSeverity()), words.severity(alert.getSeverity()))
          .cell(id.substring(0, Math.min(ID_SHOWN, id.length())))
          .cell(instantMs.isPresent() ? words.time(instantMs.getAsLong()) : "")
          .cell(words.harm(alert.getHarm()))
          .cell(words.subjectKind(alert.getSubjectKind()) + " " + Printable.of(alert.getSubject()))
          .cell(state(standing))
          .cell(alert.getImminent() ? words.label(Label.PENDING) : "");
    }
    return table.lines(style);
  }

  /** The worst first, else in their order. */
  static List<Standing> worstFirst(List<Standing> standings) {
    List<Standing> sorted = new ArrayList<>(standings);
    sorted.sort(
        Comparator.comparing((Standing one) -> one.alert().getSeverity())
            .reversed()
            .thenComparing(one -> one.alert().getAlertId()));
    return sorted;
  }

  private String state(Standing standing) {
    String state = words.state(standing.alert().getState());
    if (standing.phase() == Phase.VOID) {
      return words.label(Label.VOID);
    }
    if (standing.phase() != Phase.PROVISIONAL) {
      return state;
    }
    Label how = standing.alert().getCertain() ? Label.CERTAIN : Label.PROVISIONAL;
    return state + ", " + words.label(how);
  }
}
