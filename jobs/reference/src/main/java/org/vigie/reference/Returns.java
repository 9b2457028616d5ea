package org.vigie.reference;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.vigie.core.event.SessionEvent;
import org.vigie.core.event.Unknown;
import org.vigie.core.rule.Fixed;

/** Who comes to the targets of banned accounts, and what links keep of it (page 0012 ¶78-81). */
final class Returns {
  private static final int MARKS_MAX = 8;
  private static final int KEPT_MAX = 64;
  private static final long KEPT_MS = 90 * Days.DAY_MS;

  /** An account opens a pair with a target of a banned one. */
  record Return(Instant at, String account, String target, Bans.Ban ban, boolean mutualsKnown) {
    private static final Comparator<Return> ORDER =
        Comparator.comparing(Return::at)
            .thenComparing(Return::account)
            .thenComparing(Return::target)
            .thenComparing(one -> one.ban().account);

    private boolean repeats(Return other) {
      return account.equals(other.account)
          && target.equals(other.target)
          && isOf(other.ban.account, other.ban.dateMs);
    }

    boolean isOf(String banned, long dateMs) {
      return ban.account.equals(banned) && ban.dateMs == dateMs;
    }
  }

  private final Knowledge known;
  private final Map<String, List<Bans.Ban>> ofTarget = new HashMap<>();
  private final SortedMap<Traces.Place, List<Return>> left = new TreeMap<>();

  Returns(Knowledge known) {
    this.known = known;
    List<Bans.Ban> bans = new ArrayList<>(known.bans.all());
    bans.sort(Comparator.comparing((Bans.Ban ban) -> ban.began).thenComparing(ban -> ban.account));
    for (Bans.Ban ban : bans) {
      for (String target : targets(ban)) {
        ofTarget.computeIfAbsent(target, absent -> new ArrayList<>()).add(ban);
      }
    }
    List<Return> all = new ArrayList<>();
    known.log.all().stream().filter(Acts::isAct).forEach(act -> all.addAll(returns(act)));
    all.sort(Return.ORDER);
    all.forEach(this::tell);
  }

  /** ¶78: contacts of the banned account with whom it opened a pair. */
  private List<String> targets(Bans.Ban ban) {
    return ban.isInForce(ban.began)
        ? known.contacts.toldOf(ban.account, ban.began).stream()
            .filter(contact -> opened(ban.account, contact, ban.began))
            .toList()
        : List.of();
  }

  private boolean opened(String account, String other, Instant asOf) {
    return known
        .pairs
        .existing(account, other, asOf)
        .flatMap(PairLife::opening)
        .filter(opening -> opening.actor().equals(account))
        .isPresent();
  }

  /** ¶78: bans of which a target keeps a mark. */
  private List<Bans.Ban> marks(String target, Instant asOf) {
    List<Bans.Ban> marks = new ArrayList<>();
    for (Bans.Ban ban : ofTarget.getOrDefault(target, List.of())) {
      if (!ban.began.isAfter(asOf)) {
        marks.removeIf(earlier -> !earlier.isInForce(ban.began));
        marks.add(ban);
        marks.subList(0, Math.max(0, marks.size() - MARKS_MAX)).clear();
      }
    }
    marks.removeIf(ban -> !ban.isInForce(asOf));
    return marks;
  }

  /** ¶79, ¶92: those that an act is. */
  private List<Return> returns(Observation act) {
    if (!known.pairs.isOpening(act)) {
      return List.of();
    }
    PairLife.Opening opening =
        known
            .pairs
            .existing(act.actor(), act.target(), act.at())
            .flatMap(PairLife::opening)
            .orElseThrow();
    List<Return> returns = new ArrayList<>();
    boolean isKnown = opening.mutualContacts() != Unknown.INT;
    if (opening.unsolicited() && (!isKnown || opening.mutualContacts() == 0)) {
      for (Bans.Ban ban : marks(act.target(), act.at())) {
        if (!ban.account.equals(act.actor())) {
          returns.add(new Return(act.at(), act.actor(), act.target(), ban, isKnown));
        }
      }
    }
    return returns;
  }

  private void tell(Return one) {
    tell(ReferenceFinding.Way.ACCOUNT, one.account(), one);
    for (String device : known.devices.joining(one.ban().account, one.ban().began)) {
      tell(ReferenceFinding.Way.DEVICE, device, one);
    }
  }

  private void tell(ReferenceFinding.Way way, String id, Return one) {
    left.computeIfAbsent(new Traces.Place(way, id), absent -> new ArrayList<>()).add(one);
  }

  /** ¶80: devices that an instant tells of a return, and whose it is. */
  List<Occasion> atDevices(Instant at) {
    List<Occasion> links = new ArrayList<>();
    left.forEach(
        (place, returns) -> {
          if (place.way() == ReferenceFinding.Way.DEVICE) {
            SortedSet<String> accounts = new TreeSet<>();
            returns.stream()
                .filter(one -> one.at().equals(at))
                .forEach(one -> accounts.add(one.account()));
            accounts.forEach(account -> links.add(known.links.atDevice(account, place.id(), at)));
          }
        });
    return links;
  }

  /** ¶81: accounts that an instant tells of a return, and of which ban each is. */
  List<Occasion> atAccounts(Instant at) {
    List<Occasion> links = new ArrayList<>();
    left.forEach(
        (place, returns) -> {
          if (place.way() == ReferenceFinding.Way.ACCOUNT) {
            returns.stream()
                .filter(one -> one.at().equals(at))
                .map(one -> Occasion.OfReturn.of(one.account(), one.ban()))
                .distinct()
                .sorted(Comparator.comparing(Occasion.OfReturn::banned))
                .forEach(links::add);
          }
        });
    return links;
  }

  private List<Return> kept(ReferenceFinding.Way way, String id, Instant asOf) {
    List<Return> kept = new ArrayList<>();
    for (Return one : left.getOrDefault(new Traces.Place(way, id), List.of())) {
      if (!one.at().isAfter(asOf)) {
        kept.removeIf(earlier -> earlier.repeats(one) || !earlier.at().isWithin(KEPT_MS, one.at()));
        kept.add(one);
        kept.subList(0, Math.max(0, kept.size() - KEPT_MAX)).clear();
      }
    }
    kept.removeIf(one -> !one.at().isWithin(KEPT_MS, asOf));
    if (way == ReferenceFinding.Way.ACCOUNT) {
      kept.removeIf(one -> known.forgetting.isErased(id, one.at(), asOf));
    }
    return kept;
  }

  /** ¶80: what a device keeps of the returns of an account to the targets of another. */
  List<Return> atDevice(Occasion.OfLink link, Bans.Ban ban, Instant asOf) {
    return kept(ReferenceFinding.Way.DEVICE, link.id(), asOf).stream()
        .filter(one -> one.account().equals(link.account()) && one.isOf(ban.account, ban.dateMs))
        .toList();
  }

  /** ¶80: bans of other accounts of the cluster that are older than the account. */
  SortedMap<String, Bans.Ban> bansAt(Occasion.OfLink link, Instant asOf) {
    SortedMap<String, Bans.Ban> bans = new TreeMap<>();
    Optional<Instant> own = known.summaries().told(link.account(), link.id(), asOf);
    if (own.isEmpty() || !link.cluster().contains(link.account())) {
      return bans;
    }
    long createdMs = known.profiles.createdMs(link.account(), own.get()).orElse(Long.MIN_VALUE);
    for (String other : link.cluster()) {
      Optional<Instant> told = known.summaries().told(other, link.id(), asOf);
      if (!other.equals(link.account()) && told.isPresent()) {
        known
            .bans
            .latest(other, told.get())
            .filter(ban -> ban.isInForce(told.get(), asOf) && createdMs > ban.dateMs)
            .ifPresent(ban -> bans.put(other, ban));
      }
    }
    return bans;
  }

  /** The same as rows, each at the date of the ban. */
  List<Rows.Row> bans(Occasion.OfLink link, Instant asOf) {
    List<Rows.Row> rows = new ArrayList<>();
    bansAt(link, asOf)
        .forEach(
            (banned, ban) -> {
              long targets =
                  atDevice(link, ban, asOf).stream().map(Return::target).distinct().count();
              rows.add(
                  new Rows.Row(
                      new Instant(ban.dateMs, Instant.ACCOUNT_LIFE, ""),
                      banned,
                      Map.of("recontacted", Fixed.whole(targets))));
            });
    return rows;
  }

  /** ¶81: returns of an account that is newer than the ban. */
  List<Rows.Row> rows(Occasion.OfReturn to, Instant asOf) {
    List<Rows.Row> rows = new ArrayList<>();
    if (isCreatedAfter(to, asOf)) {
      for (Return one : kept(ReferenceFinding.Way.ACCOUNT, to.account(), asOf)) {
        if (one.isOf(to.banned(), to.dateMs())) {
          rows.add(
              new Rows.Row(
                  one.at(),
                  one.target(),
                  Map.of("mutuals_known", one.mutualsKnown() ? Fixed.ONE : 0),
                  Map.of("whom", one.target())));
        }
      }
    }
    return rows;
  }

  private boolean isCreatedAfter(Occasion.OfReturn to, Instant asOf) {
    Optional<Instant> told =
        known.log.sessionsOf(to.account()).stream()
            .filter(seen -> !seen.at().isAfter(asOf))
            .filter(seen -> !known.forgetting.isErased(to.account(), seen.at(), asOf))
            .filter(
                seen -> seen.session().orElseThrow().kind() == SessionEvent.Kind.ACCOUNT_CREATED)
            .map(Observation::at)
            .reduce((earlier, later) -> later);
    return told.isPresent()
        && known.profiles.isPerson(to.account(), told.get())
        && known.profiles.createdMs(to.account(), told.get()).orElse(Long.MIN_VALUE) > to.dateMs();
  }
}
