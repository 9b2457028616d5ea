package org.vigie.schemas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vigie.alert.DeadLetterCode.BAD_VALUE;
import static org.vigie.alert.DeadLetterCode.TOO_LARGE;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigie.event.Channel;
import org.vigie.event.Message;
import org.vigie.event.RuleBundle;
import org.vigie.event.Signal;
import org.vigie.schemas.SampleRecords.Fill;

/** Each bound at its edge. What is said beyond it stands in {@code refusals.golden}. */
class ContractRulesTest {
  @ParameterizedTest
  @MethodSource("edges")
  void takesTheMostAllowedAndRefusesOneMore(String field, String most, String oneMore) {
    assertThat(Lines.read(most)).as(most).isInstanceOf(JsonLine.Read.class);
    Refusal refusal = Lines.refused(oneMore);
    assertThat(refusal.code()).isEqualTo(TOO_LARGE);
    assertThat(refusal.field()).isEqualTo(field);
  }

  static Stream<Arguments> edges() {
    String group = Lines.MESSAGE.replace("DIRECT", "GROUP");
    return Stream.of(
        Arguments.of(
            "recipients",
            group.replace("[\"b1\"]", Lines.list("\"b1\"", Limits.RECIPIENTS_MAX)),
            group.replace("[\"b1\"]", Lines.list("\"b1\"", Limits.RECIPIENTS_MAX + 1))),
        list("signals", "{\"code\":\"PRICE\",\"score\":1}", Limits.SIGNALS_MAX),
        list("media", "{\"hash\":\"h1\"}", Limits.MEDIA_MAX),
        list("links", "{\"hash\":\"h1\"}", Limits.LINKS_MAX),
        Arguments.of(
            "text",
            Lines.messageWith("\"text\":\"" + "é".repeat(Limits.TEXT_BYTES_MAX / 2) + "\""),
            Lines.messageWith("\"text\":\"" + "é".repeat(Limits.TEXT_BYTES_MAX / 2) + "x\"")));
  }

  private static Arguments list(String field, String entry, int most) {
    return Arguments.of(
        field,
        Lines.messageWith("\"" + field + "\":" + Lines.list(entry, most)),
        Lines.messageWith("\"" + field + "\":" + Lines.list(entry, most + 1)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"a", "é", "𝄞", " ", "\u200b", "a\u00a0b"})
  void takesAnyIdThatIsTextOfTheRightLength(String letter) {
    String longest =
        letter.repeat(Limits.ID_BYTES_MAX / letter.getBytes(StandardCharsets.UTF_8).length);
    assertThat(ContractRules.check(messageFrom(letter))).isEmpty();
    assertThat(ContractRules.check(messageFrom(longest))).isEmpty();
    assertThat(ContractRules.check(messageFrom(longest + letter)))
        .hasValueSatisfying(refusal -> assertThat(refusal.code()).isEqualTo(BAD_VALUE));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\u0000", "a\u007f", "a\u009f", "\ud800a", "a\udc00", "a\ufffd"})
  void refusesAnIdThatIsNone(String id) {
    assertThat(ContractRules.check(messageFrom(id)))
        .hasValueSatisfying(
            refusal -> {
              assertThat(refusal.code()).isEqualTo(BAD_VALUE);
              assertThat(refusal.field()).isEqualTo("sender");
            });
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 1, 0.5, -0.0, Double.MIN_VALUE})
  void takesEveryShare(double score) {
    assertThat(ContractRules.check(messageScoring(score))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      doubles = {-Double.MIN_VALUE, 1.0000000000000002, Double.NaN, Double.POSITIVE_INFINITY})
  void refusesWhatIsNoShare(double score) {
    assertThat(ContractRules.check(messageScoring(score)))
        .hasValueSatisfying(refusal -> assertThat(refusal.field()).isEqualTo("signals[0].score"));
  }

  @ParameterizedTest
  @ValueSource(longs = {Limits.TIME_MS_MIN, Limits.TIME_MS_MAX})
  void takesTheFirstAndTheLastTime(long timeMs) {
    assertThat(ContractRules.check(builder().setTime(timeMs).build())).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      longs = {Limits.TIME_MS_MIN - 1, Limits.TIME_MS_MAX + 1, Long.MIN_VALUE, Long.MAX_VALUE})
  void refusesATimeThatArithmeticCouldOverflow(long timeMs) {
    assertThat(ContractRules.check(builder().setTime(timeMs).build()))
        .hasValueSatisfying(refusal -> assertThat(refusal.field()).isEqualTo("time"));
  }

  @Test
  void takesAMeetingAtAnyTimeBecauseAFarOneIsUnknown() {
    Lines.accepted(
        Lines.messageWith("\"meeting\":{\"status\":\"PROPOSED\",\"time\":" + Long.MIN_VALUE + "}"));
  }

  @Test
  void refusesASymbolThatOnlyANewerVersionKnows() {
    assertThat(ContractRules.check(builder().setChannel(Channel.UNRECOGNISED).build()))
        .hasValueSatisfying(
            refusal ->
                assertThat(refusal.describe())
                    .isEqualTo(
                        "channel: is a value that this version does not know;"
                            + " allowed: DIRECT, GROUP, ROOM, VOICE [BAD_VALUE]"));
  }

  @Test
  void takesASignalCodeThatNobodyKnows() {
    Lines.accepted(Lines.messageWith("\"signals\":[{\"code\":\"SOMETHING_NEW\",\"score\":0.7}]"));
  }

  @Test
  void refusesABundleWithTooManyOrTooLargeParts() {
    RuleBundle bundle =
        (RuleBundle) new SampleRecords(1, Fill.EVERYTHING).of(RecordKind.RULE_BUNDLE);
    ByteBuffer small = ByteBuffer.allocate(1);
    List<ByteBuffer> most = Collections.nCopies(Limits.BUNDLE_PARTS_MAX, small);
    assertThat(ContractRules.check(withContent(bundle, most))).isEmpty();
    List<ByteBuffer> many = Collections.nCopies(Limits.BUNDLE_PARTS_MAX + 1, small);
    assertThat(ContractRules.check(withContent(bundle, many)))
        .hasValueSatisfying(refusal -> assertThat(refusal.field()).isEqualTo("content"));
    List<ByteBuffer> large = List.of(small, ByteBuffer.allocate(Limits.BYTES_FIELD_MAX + 1));
    assertThat(ContractRules.check(withContent(bundle, large)))
        .hasValueSatisfying(refusal -> assertThat(refusal.field()).isEqualTo("content[1]"));
  }

  @ParameterizedTest
  @EnumSource
  void takesEveryRecordThatKeepsToTheContract(RecordKind kind) {
    for (Fill fill : Fill.values()) {
      for (long seed = 0; seed < 50; seed++) {
        assertThat(ContractRules.check(new SampleRecords(seed, fill).of(kind)))
            .as("seed %s, %s", seed, fill)
            .isEmpty();
      }
    }
  }

  private static RuleBundle withContent(RuleBundle bundle, List<ByteBuffer> content) {
    return RuleBundle.newBuilder(bundle).setContent(content).build();
  }

  private static Message messageFrom(String sender) {
    return builder().setSender(sender).build();
  }

  private static Message messageScoring(double score) {
    Signal signal = Signal.newBuilder().setCode("PRICE").setScore(score).build();
    return builder().setSignals(List.of(signal)).build();
  }

  private static Message.Builder builder() {
    return Message.newBuilder()
        .setEventId("m1")
        .setCommunity("c1")
        .setTime(1_719_345_600_000L)
        .setSender("a1")
        .setRecipients(List.of("b1"))
        .setChannel(Channel.DIRECT);
  }
}
