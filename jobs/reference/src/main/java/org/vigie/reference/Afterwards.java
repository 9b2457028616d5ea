package org.vigie.reference;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.vigie.core.rule.Harm;

/** Which alerts accounts and links tell of meetings after a finding (page 0018 ¶99). */
final class Afterwards {
  private static final long REMEMBERED_MS = 30 * Days.DAY_MS;
  private static final int SUBJECTS_MAX = 16;

  /** What an alert is about. */
  record Alerted(Harm harm, Subject subject) {}

  /** What an alert is told: meetings that are pending. */
  record News(Alerted of, List<Circle.NamedMeeting> pending) {
    News {
      pending = List.copyOf(pending);
    }
  }

  private final Knowledge known;
  private final Warning warning;
  private final Map<String, Map<Harm, Instant>> ofAccounts = new HashMap<>();
  private final SortedMap<Traces.Place, Map<Alerted, Instant>> ofLinks = new TreeMap<>();

  Afterwards(Judging judging, Warning warning) {
    this.known = judging.known();
    this.warning = warning;
  }

  /** Takes note of a finding that does not cool down. */
  void remember(Finding finding) {
    switch (warning.kind(finding.rule(), finding.occasion())) {
      case NONE, OF_REPORTS -> {}
      case OF_COUNTERPARTS ->
          ofAccounts
              .computeIfAbsent(finding.occasion().account(), one -> new EnumMap<>(Harm.class))
              .put(finding.rule().harm(), finding.at());
      case OF_LINK -> rememberAt(Warning.link(finding.occasion()), finding);
    }
  }

  private void rememberAt(Occasion.OfLink link, Finding finding) {
    Map<Alerted, Instant> newestLast =
        ofLinks.computeIfAbsent(place(link), one -> new LinkedHashMap<>());
    Alerted alerted = new Alerted(finding.rule().harm(), finding.subject());
    newestLast.remove(alerted);
    newestLast.put(alerted, finding.at());
    if (newestLast.size() > SUBJECTS_MAX) {
      newestLast.remove(newestLast.keySet().iterator().next());
    }
  }

  private static Traces.Place place(Occasion.OfLink link) {
    boolean isDevice = link.way() == ReferenceFinding.Way.DEVICE;
    return new Traces.Place(link.way(), isDevice ? link.id() : link.account());
  }

  /** What alerts are told at an instant, once it is judged. */
  List<News> at(Instant at) {
    List<News> news = new ArrayList<>();
    for (Observation seen : known.log.at(at)) {
      known
          .meetings
          .leftOpenBy(seen)
          .filter(meeting -> meeting.isPending(at.timeMs()))
          .ifPresent(
              meeting -> {
                addOf(meeting.proposer(), at, news);
                addOf(meeting.invited(), at, news);
              });
      known.links.newlySeen(seen).ifPresent(link -> addAt(link, at, news));
    }
    return news;
  }

  /** What an account tells of itself, and its links of all that they join. */
  private void addOf(String account, Instant at, List<News> news) {
    ofAccounts
        .getOrDefault(account, Map.of())
        .forEach(
            (harm, last) -> {
              if (isRemembered(last, at) && !known.forgetting.isErased(account, last, at)) {
                Alerted alerted = new Alerted(harm, Subject.account(account));
                news.add(new News(alerted, warning.ofAccount(account, at)));
              }
            });
    known.links.linksOf(account, at).forEach(link -> addAt(link, at, news));
  }

  private void addAt(Occasion occasion, Instant at, List<News> news) {
    if (!(occasion instanceof Occasion.OfLink link)) {
      return;
    }
    boolean isAccount = link.way() == ReferenceFinding.Way.ACCOUNT;
    ofLinks
        .getOrDefault(place(link), Map.of())
        .forEach(
            (alerted, last) -> {
              boolean isGone = isAccount && known.forgetting.isErased(link.account(), last, at);
              if (alerted.subject().equals(Subject.of(link)) && isRemembered(last, at) && !isGone) {
                news.add(new News(alerted, warning.ofLink(link, at)));
              }
            });
  }

  private static boolean isRemembered(Instant last, Instant now) {
    return now.timeMs() - last.timeMs() < REMEMBERED_MS;
  }
}
