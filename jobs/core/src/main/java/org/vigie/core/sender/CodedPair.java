package org.vigie.core.sender;

import java.util.ArrayList;
import java.util.List;
import org.vigie.core.age.AgeView;
import org.vigie.core.alert.Counterpart;
import org.vigie.core.alert.Evidence;
import org.vigie.core.alert.Evidences;
import org.vigie.core.alert.Role;
import org.vigie.core.bytes.ByteReader;
import org.vigie.core.bytes.ByteWriter;

/**
 * A pair in which the account sent codes of a stage.
 *
 * @param age what is believed of the other now
 * @param codes the latest event of each code, at most one a code
 */
record CodedPair(
    String account,
    long tag,
    AgeView age,
    long messages,
    long firstMs,
    long lastMs,
    List<CodeSeen> codes) {
  CodedPair {
    codes = List.copyOf(codes);
  }

  /**
   * The latest event of one code, by the code's ordinal.
   *
   * @param firstMs when the code was first sent since it is kept
   */
  record CodeSeen(int code, long firstMs, Evidence evidence) {}

  CodedPair withAge(AgeView present) {
    return new CodedPair(account, tag, present, messages, firstMs, lastMs, codes);
  }

  /** The latest message with a code; there is at least one code. */
  Evidence lastCode() {
    return codes.stream().map(CodeSeen::evidence).max(Evidences.OLDEST_FIRST).orElseThrow();
  }

  /** The pair without codes that were last sent at or before a time. */
  CodedPair after(long timeMs) {
    if (codes.stream().allMatch(seen -> seen.evidence().timeMs() > timeMs)) {
      return this;
    }
    List<CodeSeen> young =
        codes.stream().filter(seen -> seen.evidence().timeMs() > timeMs).toList();
    return new CodedPair(account, tag, age, messages, firstMs, lastMs, young);
  }

  /** The pair with the codes of one more event. */
  CodedPair with(int mask, Evidence evidence) {
    List<CodeSeen> merged = new ArrayList<>();
    int known = 0;
    for (CodeSeen seen : codes) {
      boolean again = (mask & 1 << seen.code()) != 0;
      merged.add(again ? new CodeSeen(seen.code(), seen.firstMs(), evidence) : seen);
      known |= 1 << seen.code();
    }
    for (int code = 0; code < Integer.SIZE; code++) {
      if ((mask & ~known & 1 << code) != 0) {
        merged.add(new CodeSeen(code, evidence.timeMs(), evidence));
      }
    }
    return new CodedPair(account, tag, age, messages, firstMs, lastMs, merged);
  }

  /** Mask of the codes last sent after a time. */
  int codesAfter(long timeMs) {
    int mask = 0;
    for (CodeSeen seen : codes) {
      if (seen.evidence().timeMs() > timeMs) {
        mask |= 1 << seen.code();
      }
    }
    return mask;
  }

  Counterpart counterpart() {
    return new Counterpart(account, Role.POSSIBLE_VICTIM, age, messages, firstMs, lastMs);
  }

  void write(ByteWriter out) {
    out.text(account).fixed64(tag);
    age.write(out);
    out.number(messages).signed(firstMs).signed(lastMs - firstMs).number(codes.size());
    for (CodeSeen seen : codes) {
      out.octet(seen.code());
      seen.evidence().write(out);
      out.signed(seen.evidence().timeMs() - seen.firstMs());
    }
  }

  static CodedPair read(ByteReader in) {
    String account = in.text();
    long tag = in.fixed64();
    AgeView age = AgeView.read(in);
    long messages = in.number();
    long firstMs = in.signed();
    long lastMs = firstMs + in.signed();
    List<CodeSeen> codes = new ArrayList<>();
    for (int left = in.count(); left > 0; left--) {
      int code = in.octet();
      Evidence evidence = Evidence.read(in);
      codes.add(new CodeSeen(code, evidence.timeMs() - in.signed(), evidence));
    }
    return new CodedPair(account, tag, age, messages, firstMs, lastMs, codes);
  }
}
