package org.vigie.core.run;

import java.util.List;
import org.vigie.core.cases.CaseStop;
import org.vigie.core.fold.Stop;
import org.vigie.core.links.LinkStop;
import org.vigie.core.order.StopName;
import org.vigie.core.order.Tags;
import org.vigie.core.pair.PairStop;
import org.vigie.core.recipient.RecipientStop;
import org.vigie.core.sender.SenderStop;

/** The stops of the data's path. */
public final class Stops {
  private Stops() {}

  /** The stops that fold, in the order of the path. */
  public static List<StopName> names() {
    return List.of(
        StopName.RECIPIENT, StopName.PAIR, StopName.SENDER, StopName.LINKS, StopName.CASES);
  }

  /** A stop by its name; DECODE, ALERTS and AUDIT are ends, not folds. */
  public static Stop<?> of(StopName name, Tags tags) {
    return switch (name) {
      case RECIPIENT -> new RecipientStop(tags);
      case PAIR -> new PairStop();
      case SENDER -> new SenderStop(tags);
      case LINKS -> new LinkStop();
      case CASES -> new CaseStop(tags);
      case DECODE, ALERTS, AUDIT -> throw new IllegalArgumentException(name + " does not fold");
    };
  }
}
