package org.vigie.cli.alert;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.vigie.alert.Alert;
import org.vigie.alert.Evidence;
import org.vigie.alert.MatchedMedia;
import org.vigie.cli.console.Ink;
import org.vigie.cli.console.Printable;
import org.vigie.cli.console.Style;
import org.vigie.cli.console.Table;

/** Files that lists know, each hash once a list. */
final class AlertMedia {
  private static final int LISTED_MAX = 8;

  private final Words words;

  AlertMedia(Words words) {
    this.words = words;
  }

  List<String> lines(Alert alert, Style style) {
    Set<MatchedMedia> media = new LinkedHashSet<>();
    for (Evidence evidence : alert.getEvidence()) {
      media.addAll(evidence.getMedia());
    }
    Table table = new Table();
    for (MatchedMedia item : media.stream().limit(LISTED_MAX).toList()) {
      table
          .row()
          .cell(Printable.of(item.getHash()))
          .cell(words.match(item.getMethod()))
          .cell(words.label(item.getVerified() ? Label.VERIFIED_LIST : Label.UNVERIFIED_LIST))
          .cell(Ink.FAINT, Printable.of(item.getList()));
    }
    List<String> lines = new ArrayList<>(table.lines(style));
    if (media.size() > LISTED_MAX) {
      lines.add(words.more(media.size() - LISTED_MAX));
    }
    return lines;
  }
}
