package org.vigie.rules.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vigie.core.event.Event;
import org.vigie.core.event.Link;
import org.vigie.core.event.ListMatch;
import org.vigie.core.event.Media;
import org.vigie.core.event.Message;
import org.vigie.core.event.RecordedEvent;
import org.vigie.core.event.SessionEvent;
import org.vigie.core.event.Signal;
import org.vigie.core.event.SignalCode;
import org.vigie.core.event.Unknown;
import org.vigie.core.rule.Harm;
import org.vigie.rules.diagnostic.Diagnostics;
import org.vigie.rules.diagnostic.SourceText;
import org.vigie.rules.schema.FileKind;
import org.vigie.rules.yaml.YamlMap;
import org.vigie.rules.yaml.YamlNode;

class CaseEventsTest {
  @Test
  void scoresSignalsAsSaidAndHighIfNot() {
    Message said = message("{at: 0, message: a -> b, codes: [SEXUAL, SECRECY], score: 0.5}");
    Message unsaid = message("{at: 0, message: a -> b, codes: [SEXUAL]}");

    assertThat(said.signals()).extracting(Signal::score).containsExactly(0.5, 0.5);
    assertThat(unsaid.signals()).extracting(Signal::score).containsExactly(0.9);
  }

  @Test
  void tellsTheAgeOfADisclosureAndOfNoOtherCode() {
    Message message =
        message("{at: 0, message: a -> b, codes: [AGE_DISCLOSURE, AGE_PROBE], years: 13-14}");

    assertThat(message.signals())
        .containsExactly(
            new Signal(SignalCode.AGE_DISCLOSURE, 0.9, 13, 14),
            new Signal(SignalCode.AGE_PROBE, 0.9, Unknown.INT, Unknown.INT));
  }

  @Test
  void namesMediaAndLinksByHash() {
    Message named =
        message("{at: 0, message: a -> b, media: unverified_alike, link: verified_exact, hash: h}");
    Message unnamed = message("{at: 0, message: a -> b, media: unmatched}");

    ListMatch alike = new ListMatch("other", false, ListMatch.Method.PERCEPTUAL);
    ListMatch exact = new ListMatch("list", true, ListMatch.Method.EXACT);
    assertThat(named.media()).containsExactly(new Media("h", Media.Kind.IMAGE, alike));
    assertThat(named.links()).containsExactly(new Link("h", Link.Kind.OTHER, exact));
    assertThat(unnamed.media())
        .containsExactly(new Media("hash", Media.Kind.IMAGE, ListMatch.NONE));
    assertThat(unnamed.links()).isEmpty();
  }

  @Test
  void tellsMeetingsApartByTheirId() {
    Message named = message("{at: 0, message: a -> b, meeting: PROPOSED, meeting_id: one}");
    Message unnamed = message("{at: 0, message: a -> b, meeting: PROPOSED}");

    assertThat(named.meeting().id()).isEqualTo("one");
    assertThat(unnamed.meeting().id()).isEqualTo(Unknown.ID);
  }

  @Test
  void namesTheTextByFingerprint() {
    Message named = message("{at: 0, message: a -> b, fingerprint: ffffffffffff0001}");
    Message unnamed = message("{at: 0, message: a -> b}");

    assertThat(named.fingerprinted()).isTrue();
    assertThat(named.textFingerprint()).isEqualTo(0xffff_ffff_ffff_0001L);
    assertThat(unnamed.fingerprinted()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "created: a, ACCOUNT_CREATED, a, '', ''",
    "deleted: a, DELETED, a, '', ''",
    "erased: a, ERASURE_REQUESTED, a, '', ''",
    "restored: a, RESTORED, a, '', ''",
    "household: a + b, HOUSEHOLD_LINKED, a, b, ''",
    "joined: a -> hall, ROOM_JOINED, a, '', hall"
  })
  void tellsTheLifeOfAnAccount(
      String event, SessionEvent.Kind kind, String account, String linked, String room) {
    SessionEvent life = (SessionEvent) only("{at: 0, " + event + "}").event();

    assertThat(life.kind()).isEqualTo(kind);
    assertThat(life.actor()).isEqualTo(account);
    assertThat(life.linkedAccount()).isEqualTo(linked);
    assertThat(life.room()).isEqualTo(room);
  }

  private static Message message(String event) {
    Event only = only(event).event();
    assertThat(only).isInstanceOf(Message.class);
    return (Message) only;
  }

  private static RecordedEvent only(String event) {
    String text =
        "rule: G1\ncases:\n  - name: one\n    kind: quiet\n    events:\n      - "
            + event
            + "\n    alerts: []\n";
    Diagnostics diagnostics = new Diagnostics();
    YamlMap file =
        FileKind.TEST.read(new SourceText("G1.test.yaml", text), diagnostics).orElseThrow();
    YamlMap first = (YamlMap) file.list("cases").get(0);
    List<YamlNode> written = first.list("events");
    List<RecordedEvent> events = CaseEvents.of(written, Harm.GROOMING, diagnostics);
    assertThat(diagnostics.all()).isEmpty();
    assertThat(events).hasSize(1);
    return events.get(0);
  }
}
