package org.vigie.core.age;

import org.vigie.core.bytes.ByteReader;
import org.vigie.core.bytes.ByteWriter;
import org.vigie.core.event.AgeClaim;
import org.vigie.core.event.Unknown;
import org.vigie.core.rule.AgeBand;
import org.vigie.core.rule.Fixed;

/**
 * What others need to know of a belief about an account's age. Probabilities are fixed-point.
 *
 * @param sourced whether there is any statement; without one p(minor) is the community's prior and
 *     there is no age gap with anybody
 * @param minor P(under 18)
 * @param under16 P(under 16)
 * @param from18 P(18 to 20)
 * @param from21 P(21 or over)
 * @param band the likeliest band
 * @param source the source of the latest statement
 * @param dateMs its date, epoch milliseconds
 */
public record AgeView(
    boolean sourced,
    long minor,
    long under16,
    long from18,
    long from21,
    AgeBand band,
    AgeClaim.Source source,
    long dateMs) {
  private static final AgeView UNSOURCED =
      new AgeView(false, 0, 0, 0, 0, AgeBand.FROM_21, AgeClaim.Source.NONE, 0);

  private static final AgeBand[] BANDS = AgeBand.values();
  private static final AgeClaim.Source[] SOURCES = AgeClaim.Source.values();

  /**
   * Probability that {@code older} is 21+ and {@code younger} a minor, or half of 18-20 and <16.
   */
  public static long gap(AgeView older, AgeView younger) {
    if (!older.sourced || !younger.sourced) {
      return 0;
    }
    return Fixed.times(older.from21, younger.minor)
        + Fixed.times(Fixed.times(Fixed.ONE / 2, older.from18), younger.under16);
  }

  /** The view of somebody of whom nothing is said. */
  public AgeView unknown() {
    return sourced ? UNSOURCED : this;
  }

  /** What an alert shows of it: nothing without a statement, in few bytes. */
  public AgeView shown() {
    return sourced ? this : UNSOURCED;
  }

  /** The bands alone: not who said so, nor when. */
  public AgeView withoutStatement() {
    return new AgeView(
        sourced, minor, under16, from18, from21, band, AgeClaim.Source.NONE, Unknown.TIME);
  }

  /** Whether somebody says so, and it is likelier that the account is a minor's than not. */
  public boolean isLikelyMinor() {
    return sourced && 2 * minor >= Fixed.ONE;
  }

  /** P(18 or over), unknown without a statement. */
  public long adult() {
    return sourced ? from18 + from21 : Fixed.UNKNOWN;
  }

  /** Whether both stand for the same belief, whatever it came from. */
  public boolean believesAs(AgeView other) {
    return sourced == other.sourced
        && minor == other.minor
        && under16 == other.under16
        && from18 == other.from18
        && from21 == other.from21;
  }

  /** Packs it: 1 byte without statements, else about 20. */
  public void write(ByteWriter out) {
    out.flag(sourced);
    if (sourced) {
      out.number(minor).number(under16).number(from18).number(from21);
      out.octet(band.ordinal()).octet(source.ordinal()).signed(dateMs);
    } else {
      out.number(minor).number(under16).number(from18).number(from21);
    }
  }

  /** Reads what {@link #write} packed. */
  public static AgeView read(ByteReader in) {
    boolean sourced = in.flag();
    long minor = in.number();
    long under16 = in.number();
    long from18 = in.number();
    long from21 = in.number();
    if (!sourced) {
      return new AgeView(
          false, minor, under16, from18, from21, AgeBand.FROM_21, AgeClaim.Source.NONE, 0);
    }
    return new AgeView(
        true, minor, under16, from18, from21, BANDS[in.octet()], SOURCES[in.octet()], in.signed());
  }
}
