package org.vigie.core.links;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.vigie.core.event.Unknown;
import org.vigie.core.links.KeptReturn.BanOf;
import org.vigie.core.links.LinkState.Seen;
import org.vigie.core.route.Ban;

/** The banned accounts of a cluster that one of its accounts, created later, may go on for. */
final class BanRows {
  private final List<Row> rows = new ArrayList<>();
  private @Nullable Seen judged;

  /**
   * A banned account.
   *
   * @param returns of the judged account to its targets, the latest to each
   */
  record Row(Seen banned, List<KeptReturn> returns) {
    long dateMs() {
      return banned.summary().ban().dateMs();
    }

    Set<String> targets() {
      Set<String> targets = new TreeSet<>();
      returns.forEach(one -> targets.add(one.whom()));
      return targets;
    }
  }

  /**
   * As of an instant.
   *
   * @param account the judged one
   * @param cluster it and the accounts that a device joins with it, persons alone
   */
  BanRows(String account, List<Seen> cluster, Iterable<KeptReturn> returns, long nowMs) {
    for (Seen seen : cluster) {
      judged = seen.account().equals(account) ? seen : judged;
    }
    long createdMs = judged == null ? Unknown.TIME : judged.summary().createdMs();
    for (Seen seen : cluster) {
      Ban ban = seen.summary().ban();
      boolean isEvaded =
          !seen.account().equals(account) && ban.isInForce(nowMs) && createdMs > ban.dateMs();
      if (isEvaded) {
        rows.add(
            new Row(seen, returnsOf(account, new BanOf(seen.account(), ban.dateMs()), returns)));
      }
    }
  }

  private static List<KeptReturn> returnsOf(
      String account, BanOf ban, Iterable<KeptReturn> returns) {
    List<KeptReturn> own = new ArrayList<>();
    for (KeptReturn one : returns) {
      if (one.account().equals(account) && one.isOfBan(ban)) {
        own.add(one);
      }
    }
    return own;
  }

  /** The account that is judged, where there is a row. */
  Seen judged() {
    return Objects.requireNonNull(judged, "nobody evades a ban who is not there");
  }

  int size() {
    return rows.size();
  }

  Row row(int row) {
    return rows.get(row);
  }
}
