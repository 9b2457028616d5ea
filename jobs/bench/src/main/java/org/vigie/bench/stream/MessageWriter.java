package org.vigie.bench.stream;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.vigie.event.AgeRange;
import org.vigie.event.Channel;
import org.vigie.event.Message;
import org.vigie.event.Scan;
import org.vigie.event.Signal;

/**
 * Turns a {@link StreamEvent} into the bytes of a record: a direct message whose content was
 * scanned by {@value #SIGNALS} classifiers. Four of them always look for the same and find nothing;
 * the fifth looks for any code of the vocabulary and finds it in 3 % of the messages, which is 30
 * codes at the false-positive rate of 1e-3 that DOMAIN §6 reckons with. An age said is an age
 * stated.
 */
public final class MessageWriter {
  static final int SIGNALS = 5;
  static final double FOUND_SHARE = 0.03;
  static final String COMMUNITY = "c1";

  private static final int ID_LENGTH = 16;
  private static final int SCORE_STEPS = 100;
  private static final int BAR_STEPS = 50;
  private static final List<String> ALWAYS =
      List.of("IMAGE_REQUEST", "SECRECY", "URGENCY", "PLATFORM_MOVE");
  private static final List<String> VOCABULARY =
      List.of(
          "AGE_PROBE",
          "AGE_DISCLOSURE",
          "LOCATION_PROBE",
          "GUARDIAN_PROBE",
          "FLATTERY",
          "SECRECY",
          "ISOLATION",
          "PLATFORM_MOVE",
          "CONTACT_EXCHANGE",
          "IMAGE_REQUEST",
          "IMAGE_SENT",
          "SEXUAL",
          "MEETING_PROPOSAL",
          "COME_ALONE",
          "URGENCY",
          "GIFT_OFFER",
          "MONEY_OFFER",
          "PAYMENT_DEMAND",
          "THREAT_EXPOSE",
          "THREAT_VIOLENCE",
          "DEADLINE",
          "SALE_OFFER",
          "PRICE",
          "QUANTITY",
          "SEDATION",
          "THIRD_PARTY_UNAWARE",
          "DISTRESS",
          "REFUSAL");
  private static final String AGE_DISCLOSURE = "AGE_DISCLOSURE";
  private static final int AGE_MIN = 13;
  private static final int AGES = 40;
  private static final int LENGTH_MAX = 200;
  private static final int MUTUAL_CONTACTS_MAX = 8;

  private final long seed;

  public MessageWriter(StreamSpec spec) {
    this.seed = spec.seed();
  }

  /** The record's key: the sender's id, 16 bytes. */
  public byte[] key(StreamEvent event) {
    return accountId(event.sender()).getBytes(StandardCharsets.US_ASCII);
  }

  /** The record's value: a Message in Avro single-object encoding. */
  public byte[] value(StreamEvent event) {
    try {
      ByteBuffer encoded = Message.getEncoder().encode(message(event));
      byte[] bytes = new byte[encoded.remaining()];
      encoded.get(bytes);
      return bytes;
    } catch (IOException e) {
      throw new IllegalStateException("event " + event.index() + " does not encode", e);
    }
  }

  Message message(StreamEvent event) {
    SplitMix64 random = new SplitMix64(seed + SplitMix64.mix(event.index()));
    return Message.newBuilder()
        .setEventId("e" + Integer.toString(event.index(), Character.MAX_RADIX))
        .setCommunity(COMMUNITY)
        .setTime(event.timeMs())
        .setSender(accountId(event.sender()))
        .setRecipients(List.of(accountId(event.recipient())))
        .setChannel(Channel.DIRECT)
        .setLength(1 + random.nextInt(LENGTH_MAX))
        .setMutualContacts(event.fanOut() ? 0 : random.nextInt(MUTUAL_CONTACTS_MAX))
        .setSignals(signals(random))
        .setScan(Scan.SCANNED)
        .build();
  }

  private static List<Signal> signals(SplitMix64 random) {
    List<Signal> signals = new ArrayList<>(SIGNALS);
    for (String code : ALWAYS) {
      signals.add(signal(code, random.nextInt(BAR_STEPS)));
    }
    signals.add(anySignal(random));
    return signals;
  }

  private static Signal anySignal(SplitMix64 random) {
    String code = VOCABULARY.get(random.nextInt(VOCABULARY.size()));
    boolean found = random.nextDouble() < FOUND_SHARE;
    int steps = random.nextInt(BAR_STEPS) + (found ? SCORE_STEPS - BAR_STEPS : 0);
    int age = AGE_MIN + random.nextInt(AGES);
    boolean said = found && code.equals(AGE_DISCLOSURE);
    return new Signal(
        code, (double) steps / SCORE_STEPS, null, said ? new AgeRange(age, age) : null);
  }

  private static Signal signal(String code, int steps) {
    return new Signal(code, (double) steps / SCORE_STEPS, null, null);
  }

  /** 16 hexadecimal digits, all different, in no order of the account numbers. */
  private String accountId(int account) {
    return HexFormat.of().toHexDigits(SplitMix64.mix(SplitMix64.mix(seed) + account), ID_LENGTH);
  }
}
