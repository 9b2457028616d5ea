package org.vigie.cli.alert;

import java.util.ArrayList;
import java.util.List;
import org.vigie.alert.Alert;
import org.vigie.alert.DataQuality;
import org.vigie.alert.Provenance;
import org.vigie.alert.ReviewState;
import org.vigie.cli.console.Printable;

/** What was not known, who has looked at it, and where it comes from. */
final class AlertNotes {
  private static final int HASH_SHOWN = 19;
  private static final String CREATE_TIME = "CREATE_TIME";
  private static final String LEXICON = "lexicon/";

  private final Words words;

  AlertNotes(Words words) {
    this.words = words;
  }

  String noted(Alert alert) {
    DataQuality quality = alert.getDataQuality();
    if (quality == null) {
      return "";
    }
    List<String> notes = new ArrayList<>();
    if (quality.getUnknownAges() > 0) {
      notes.add(quality.getUnknownAges() + " " + words.label(Label.UNKNOWN_AGES));
    }
    if (quality.getClampedEvents() > 0) {
      notes.add(quality.getClampedEvents() + " " + words.label(Label.CLAMPED));
    }
    for (String mark : quality.getMarks()) {
      notes.add(noted(mark));
    }
    return String.join(words.semicolon(), notes);
  }

  private String noted(String mark) {
    if (mark.startsWith(LEXICON)) {
      return words.label(Label.OF_PHRASES) + " (" + Printable.of(mark) + ")";
    }
    return mark.equals(CREATE_TIME) ? words.label(Label.CREATE_TIME) : Printable.of(mark);
  }

  String review(Alert alert) {
    ReviewState review = alert.getReview();
    if (review == null) {
      return "";
    }
    String reason = review.getReason();
    return "%s, %s, %s %s%s"
        .formatted(
            words.decision(review.getDecision()),
            words.time(review.getTime()),
            words.label(Label.BY),
            Printable.of(String.join(", ", review.getReviewers())),
            reason == null ? "" : words.colon() + Printable.of(reason));
  }

  String source(Alert alert) {
    Provenance source = alert.getProvenance();
    if (source == null) {
      return words.label(Label.A_PERSON_DECIDES);
    }
    String bundle = Printable.of(source.getBundle());
    String hash = bundle.length() > HASH_SHOWN ? bundle.substring(0, HASH_SHOWN) + "…" : bundle;
    return String.join(
        words.semicolon(),
        "%s %s, %s %s"
            .formatted(
                words.label(Label.ENGINE),
                Printable.of(source.getEngine()),
                words.label(Label.RULES),
                hash),
        words.label(source.getContentSignals() ? Label.CONTENT_USED : Label.CONTENT_NOT_USED),
        words.label(Label.A_PERSON_DECIDES));
  }
}
