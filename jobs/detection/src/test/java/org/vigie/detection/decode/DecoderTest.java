package org.vigie.detection.decode;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;
import org.vigie.alert.DeadLetterCode;
import org.vigie.core.event.SignalCode;
import org.vigie.core.event.Trace;
import org.vigie.core.order.Input;
import org.vigie.core.order.StopName;
import org.vigie.core.route.TimeBounds;
import org.vigie.detection.Samples;
import org.vigie.detection.decode.Decoder.Outcome;
import org.vigie.detection.legal.LegalBases;
import org.vigie.detection.wire.WireFormat;
import org.vigie.event.Message;
import org.vigie.event.SessionKind;
import org.vigie.event.Signal;
import org.vigie.schemas.RecordKind;

final class DecoderTest {
  private static final long DAY_MS = 24 * 3_600_000L;
  private static final long NOW = Samples.START_MS;

  private final Decoder decoder = new Decoder(0, TimeBounds.DEFAULT);
  private final EventEncoder encoder = new EventEncoder();

  @Test
  void routesAMessageToItsRecipient() {
    Outcome.Accepted accepted = accepted(Samples.message("m1", "a1", "b1", NOW), NOW);

    assertThat(accepted.time().timeMs()).isEqualTo(NOW);
    assertThat(accepted.time().clamped()).isFalse();
    assertThat(accepted.inputs()).extracting(Input::stop).containsExactly(StopName.RECIPIENT);
    assertThat(accepted.inputs()).extracting(i -> i.root().timeMs()).containsExactly(NOW);
  }

  @Test
  void routesAReviewToItsCase() {
    assertThat(accepted(Samples.review("v1", NOW), NOW).inputs())
        .extracting(Input::stop)
        .containsExactly(StopName.CASES);
  }

  @Test
  void countsAMessageRecordedLateAsOfTheDisorderBoundBefore() {
    Outcome.Accepted accepted = accepted(Samples.message("m1", "a1", "b1", NOW), NOW + DAY_MS);

    assertThat(accepted.time().timeMs()).isEqualTo(NOW + DAY_MS - 10_000);
    assertThat(accepted.time().clamped()).isTrue();
  }

  @Test
  void refusesAMessageRecordedMoreThanADayLate() {
    Outcome outcome =
        decode(Samples.message("m1", "a1", "b1", NOW), NOW + DAY_MS + 1, RecordKind.MESSAGE);

    assertThat(code(outcome)).isEqualTo(DeadLetterCode.STALE);
  }

  @Test
  void judgesTimeByTheBoundsThatWereConfigured() {
    Decoder narrow = new Decoder(0, new TimeBounds(3_000, 500, 60_000));
    byte[] payload = new EventEncoder().encode(Samples.message("m1", "a1", "b1", NOW));

    assertThat(narrow.decode(message(payload, NOW + 60_000)))
        .isInstanceOfSatisfying(
            Outcome.Accepted.class,
            late -> assertThat(late.time().timeMs()).isEqualTo(NOW + 57_000));
    assertThat(narrow.decode(message(payload, NOW - 60_000)))
        .isInstanceOfSatisfying(
            Outcome.Accepted.class,
            early -> assertThat(early.time().timeMs()).isEqualTo(NOW - 59_500));
    assertThat(narrow.decode(message(payload, NOW + 60_001)))
        .isInstanceOfSatisfying(
            Outcome.Refused.class,
            stale ->
                assertThat(stale.why().message())
                    .isEqualTo("lies more than 1 min before it was recorded"));
  }

  private static LogRecord message(byte[] payload, long recordedMs) {
    return new LogRecord(
        RecordKind.MESSAGE, "vigie.messages", 0, 0, recordedMs, null, payload, Trace.NONE);
  }

  @Test
  void acceptsAccountLifeOfAnyAge() {
    Outcome.Accepted accepted = accepted(Samples.age("s1", "a1", NOW, 13, 15), NOW + 700 * DAY_MS);

    assertThat(accepted.time().timeMs()).isEqualTo(NOW + 700 * DAY_MS - 10_000);
    assertThat(accepted.time().clamped()).isTrue();
  }

  @Test
  void refusesWhatLiesMoreThanADayAhead() {
    assertThat(accepted(Samples.age("s1", "a1", NOW, 13, 15), NOW - DAY_MS).time().timeMs())
        .isEqualTo(NOW - DAY_MS + 2_000);

    Outcome outcome =
        decode(Samples.age("s1", "a1", NOW, 13, 15), NOW - DAY_MS - 1, RecordKind.SESSION);

    assertThat(code(outcome)).isEqualTo(DeadLetterCode.FUTURE_TIME);
  }

  @Test
  void countsAndLeavesOutSignalCodesOutsideTheVocabulary() {
    Message known = Samples.message("m1", "a1", "b1", NOW, SignalCode.SECRECY);
    Signal unknown = Signal.newBuilder().setCode("TELEPATHY").setScore(0.9).build();
    Message both =
        Message.newBuilder(known).setSignals(List.of(unknown, known.getSignals().get(0))).build();

    List<Input> inputs = accepted(both, NOW).inputs();

    assertThat(decoder.unknownCodes()).isEqualTo(1);
    assertThat(inputs).isEqualTo(accepted(known, NOW).inputs());
  }

  @Test
  void leavesOutAndCountsSignalsWithoutALegalBasisInTheirCommunity() {
    Decoder strict = declaring("c1 FLATTERY = consent; elsewhere * = consent");
    Message both = Samples.message("m1", "a1", "b1", NOW, SignalCode.SECRECY, SignalCode.FLATTERY);
    Message allowed = Samples.message("m1", "a1", "b1", NOW, SignalCode.FLATTERY);

    assertThat(strict.decode(message(encoder.encode(both), NOW)))
        .isEqualTo(decoder.decode(message(encoder.encode(allowed), NOW)));
    assertThat(strict.signalsWithoutBasis()).isEqualTo(1);
    assertThat(decoder.signalsWithoutBasis()).isZero();
  }

  @Test
  void leavesOutAMeetingWhereItsSignalHasNoBasis() {
    byte[] meeting = encoder.encode(Samples.proposal("m1", "a1", "b1", NOW, NOW));
    byte[] bare = encoder.encode(Samples.message("m1", "a1", "b1", NOW));
    Decoder strict = declaring("* SECRECY = consent");
    Decoder other = declaring("* MEETING_PROPOSAL = vital interests");

    assertThat(strict.decode(message(meeting, NOW))).isEqualTo(decoder.decode(message(bare, NOW)));
    assertThat(strict.signalsWithoutBasis()).isEqualTo(1);
    assertThat(other.decode(message(meeting, NOW)))
        .isEqualTo(decoder.decode(message(meeting, NOW)));
  }

  private static Decoder declaring(String bases) {
    return new Decoder(
        0,
        new DecodeSettings(
            TimeBounds.DEFAULT, false, WireFormat.singleObject(), LegalBases.parse(bases)));
  }

  @Test
  void refusesARecordOfAnotherKindThanItsTopics() {
    Outcome outcome = decode(Samples.message("m1", "a1", "b1", NOW), NOW, RecordKind.SESSION);

    assertThat(code(outcome)).isEqualTo(DeadLetterCode.UNREADABLE);
  }

  @Test
  void refusesARecordWithoutValue() {
    Outcome outcome =
        decoder.decode(
            new LogRecord(RecordKind.MESSAGE, "vigie.messages", 0, 1, NOW, null, null, Trace.NONE));

    assertThat(code(outcome)).isEqualTo(DeadLetterCode.UNREADABLE);
  }

  @Test
  void refusesValuesThatTheContractDoesNotAllow() {
    Message unknown =
        Message.newBuilder(Samples.message("m1", "a1", "b1", NOW)).setRecipients(List.of()).build();

    assertThat(decode(unknown, NOW, RecordKind.MESSAGE)).isInstanceOf(Outcome.Refused.class);
  }

  @Test
  void knowsEveryValueOfTheWire() {
    // Making the tables is the check: one value without namesake would throw.
    assertThat(EnumTable.of(SessionKind.class, org.vigie.core.event.SessionEvent.Kind.SIGNED_IN))
        .extracting(table -> table.get(SessionKind.BANNED))
        .isEqualTo(org.vigie.core.event.SessionEvent.Kind.BANNED);
    assertThat(new CoreEvents(LegalBases.UNDECLARED).unknownCodes()).isZero();
  }

  private Outcome.Accepted accepted(SpecificRecord event, long recordedMs) {
    Outcome outcome = decode(event, recordedMs, RecordKind.of(event));
    assertThat(outcome).isInstanceOf(Outcome.Accepted.class);
    return (Outcome.Accepted) outcome;
  }

  private Outcome decode(SpecificRecord event, long recordedMs, RecordKind kind) {
    return decoder.decode(
        new LogRecord(kind, "t", 3, 17, recordedMs, null, encoder.encode(event), Trace.NONE));
  }

  private static DeadLetterCode code(Outcome outcome) {
    assertThat(outcome).isInstanceOf(Outcome.Refused.class);
    return ((Outcome.Refused) outcome).why().code();
  }
}
