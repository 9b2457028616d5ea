package org.vigie.rules.schema;

import static org.vigie.rules.schema.Shape.Field.may;
import static org.vigie.rules.schema.Shape.Field.must;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.vigie.core.alert.SubjectKind;
import org.vigie.core.event.AgeClaim;
import org.vigie.core.event.Interaction;
import org.vigie.core.event.Meeting;
import org.vigie.core.event.Message;
import org.vigie.core.event.Report;
import org.vigie.core.event.Review;
import org.vigie.core.event.SessionEvent;
import org.vigie.core.event.SignalCode;
import org.vigie.rules.schema.Shape.Choice;
import org.vigie.rules.schema.Shape.Decimal;
import org.vigie.rules.schema.Shape.Field;
import org.vigie.rules.schema.Shape.Flag;
import org.vigie.rules.schema.Shape.Several;
import org.vigie.rules.schema.Shape.Span;
import org.vigie.rules.schema.Shape.Struct;
import org.vigie.rules.schema.Shape.Text;
import org.vigie.rules.schema.Shape.Whole;
import org.vigie.rules.schema.Shape.Word;

/** What an event of a test may hold, in the short form. */
final class EventShape {
  private static final long DAY_MS = 24 * 3_600_000L;
  private static final Text ID = new Text(64);
  private static final Text BETWEEN = new Text(140);
  private static final Span SINCE_BEGIN = new Span(0, 400 * DAY_MS);

  private static final Word FINGERPRINT =
      new Word(
          Pattern.compile("[0-9a-f]{1,16}|[0-9a-f]{0,10}#[0-9a-f]{0,3}"),
          "up to 16 hex digits, such as 00ff");

  private static final Choice MATCH =
      new Choice(
          List.of(
              "verified_exact",
              "verified_alike",
              "unverified_exact",
              "unverified_alike",
              "unmatched"));

  private EventShape() {}

  static Struct event() {
    List<Field> fields = new ArrayList<>(kinds());
    fields.addAll(ofAll());
    fields.addAll(ofMessages());
    fields.addAll(ofOthers());
    return new Struct(fields, kinds().stream().map(Field::name).toList());
  }

  private static List<Field> kinds() {
    return List.of(
        may("message", BETWEEN, "sender -> recipients"),
        may("report", BETWEEN, "reporter -> reported"),
        may("interaction", BETWEEN, "actor -> target"),
        may("age", ID, "account of which an age is stated"),
        may("sign_in", ID, "account that signs in"),
        may("household", BETWEEN, "account + account"),
        may("role", ID, "account of which a role is asserted"),
        may("created", ID, "account that is created"),
        may("deleted", ID, "account that is deleted"),
        may("erased", ID, "account that asks to be forgotten"),
        may("restored", ID, "account that is restored"),
        may("banned", ID, "account that is banned"),
        may("joined", BETWEEN, "account -> room"),
        may("review", ID, "reviewer"));
  }

  private static List<Field> ofAll() {
    return List.of(
        must("at", SINCE_BEGIN, "time since the beginning"),
        may("id", ID, "event id; made up if not said"),
        may("times", new Whole(1, 200), "repeats it; # stands for the number, from 1"),
        may("every", new Span(0, 30 * DAY_MS), "time between repetitions"),
        may("recorded", new Span(0, 2 * DAY_MS), "recorded so long after it happened"));
  }

  private static List<Field> ofMessages() {
    return List.of(
        may("codes", new Several(Choice.of(SignalCode.class), 0, 32), "signals"),
        may("score", new Decimal(0, 1), "of each of the signals; 0.9 if not said"),
        may("mutual", new Whole(0, 10_000), "mutual contacts; unknown if not said"),
        may("channel", Choice.of(Message.Channel.class), "DIRECT if not said"),
        may("origin", Choice.of(Message.ContactOrigin.class), "how they met; unknown if not said"),
        may("media", MATCH, "a media item and its match"),
        may("link", MATCH, "a link and its match"),
        may("hash", ID, "of the media item and the link; the same for all where not said"),
        may("link_hash", ID, "of the link, where it is not that of the media item"),
        may("fingerprint", FINGERPRINT, "of the text; none if not said"),
        may("meeting", Choice.of(Meeting.Status.class), "a meeting"),
        may("meeting_id", ID, "the platform's id of it; none if not said"),
        may("place", ID, "place token of a meeting or an incident"),
        may("on", SINCE_BEGIN, "time of the meeting since the beginning; unknown if not said"),
        may("public_place", new Flag(), "whether the place is public"));
  }

  private static List<Field> ofOthers() {
    return List.of(
        may("category", Choice.of(Report.Category.class), "of a report"),
        may("on_behalf_of", ID, "for whom a report is made"),
        may("kind", Choice.of(Interaction.Kind.class), "of an interaction"),
        may(
            "years",
            new Word(Pattern.compile("[0-9]{1,3}-[0-9]{1,3}"), "13-15"),
            "stated age, also of AGE_DISCLOSURE"),
        may("source", Choice.of(AgeClaim.Source.class), "of the age; VERIFIED if not said"),
        may("device", ID, "device token"),
        may("device_kind", Choice.of(SessionEvent.DeviceKind.class), "PERSONAL if not said"),
        may("network", Choice.of(SessionEvent.NetworkKind.class), "RESIDENTIAL if not said"),
        may("is", Choice.of(SessionEvent.Role.class), "the role"),
        may("by", Choice.of(SessionEvent.RoleSource.class), "who says so; SELF if not said"),
        may("account_kind", Choice.of(SessionEvent.AccountKind.class), "of a created account"),
        may("reason", ID, "of a ban: a harm or OTHER; none if not said"),
        may("until", SINCE_BEGIN, "end of a ban since the beginning; open if not said"),
        may("about", ID, "subject of the reviewed alert"),
        may("subject_kind", Choice.of(SubjectKind.class), "its kind; ACCOUNT if not said"),
        may("decision", Choice.of(Review.Decision.class), "of a review"));
  }
}
