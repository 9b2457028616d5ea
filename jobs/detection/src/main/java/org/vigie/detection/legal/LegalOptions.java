package org.vigie.detection.legal;

import static org.apache.flink.configuration.ConfigOptions.key;

import java.util.List;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.ReadableConfig;
import org.vigie.detection.option.Allowed;
import org.vigie.detection.option.Change;
import org.vigie.detection.option.DeclaredOption;
import org.vigie.detection.option.OptionArea;

/** Options of what may lawfully be taken in. */
public final class LegalOptions {
  /** The declarations. */
  public static final ConfigOption<String> SIGNALS =
      key("vigie.legal-basis.signals")
          .stringType()
          .noDefaultValue()
          .withDescription(
              "On which legal basis each signal code is taken in, by community, such as"
                  + " `c1 * = consent, GDPR art. 6(1)(a); * MEETING_PROPOSAL,COME_ALONE = vital"
                  + " interests, GDPR art. 6(1)(d)`. Unset: nothing is declared, every signal is"
                  + " taken in. As soon as anything is declared, a signal that has no basis in its"
                  + " community is left out before any state, and counted (signalsWithoutBasis);"
                  + " without one for MEETING_PROPOSAL so are proposed meetings. Alerts name the"
                  + " bases of their signals (provenance.legal_basis).");

  /** All of them. */
  public static final OptionArea AREA =
      new OptionArea(
          "Legal basis",
          "Which signals may be taken in.",
          List.of(
              new DeclaredOption<>(
                  SIGNALS,
                  new Allowed<>(LegalBases.FORM, LegalOptions::isReadable),
                  Change.MEANING)));

  private LegalOptions() {}

  /** As declared. */
  public static LegalBases bases(ReadableConfig config) {
    return config.getOptional(SIGNALS).map(LegalBases::parse).orElse(LegalBases.UNDECLARED);
  }

  private static boolean isReadable(String written) {
    try {
      LegalBases.parse(written);
      return true;
    } catch (IllegalArgumentException unreadable) {
      return false;
    }
  }
}
