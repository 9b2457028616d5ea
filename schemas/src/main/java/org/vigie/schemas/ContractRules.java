package org.vigie.schemas;

import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;
import org.vigie.event.Interaction;
import org.vigie.event.Message;
import org.vigie.event.Review;
import org.vigie.event.RuleBundle;
import org.vigie.event.SessionEvent;

/**
 * Checks a record that came in against the contract (§1-§5, §7), the same whether it came as JSON
 * or in binary form. Fields are looked at in the record's order and the first wrong one is
 * reported.
 *
 * <p>Two codes are not given here, because they depend on when the record was recorded: FUTURE_TIME
 * and STALE. What the engine itself writes (alerts, dead letters, progress) is not checked.
 */
public final class ContractRules {
  private ContractRules() {}

  /**
   * Looks for the first thing that is wrong with a record.
   *
   * @param record one of the generated records
   * @return what is wrong, or nothing
   */
  public static Optional<Refusal> check(SpecificRecord record) {
    try {
      if (record instanceof Message message) {
        MessageRules.check(message);
      } else if (record instanceof Interaction interaction) {
        InteractionRules.check(interaction);
      } else if (record instanceof SessionEvent session) {
        SessionRules.check(session);
      } else if (record instanceof Review review) {
        ReviewRules.check(review);
      } else if (record instanceof RuleBundle bundle) {
        BundleRules.check(bundle);
      }
      return Optional.empty();
    } catch (RefusedException refused) {
      return Optional.of(refused.refusal());
    }
  }
}
