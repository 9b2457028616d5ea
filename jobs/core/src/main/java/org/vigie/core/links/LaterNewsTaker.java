package org.vigie.core.links;

import org.vigie.core.event.Unknown;
import org.vigie.core.fold.Step;
import org.vigie.core.route.Ban;
import org.vigie.core.route.LaterNews;

/** Takes in what links are told of what came after a ban or a meeting. */
final class LaterNewsTaker {
  private LaterNewsTaker() {}

  static void take(LinkState state, LaterNews.Created news, Step step) {
    boolean isYoung = step.timeMs() - news.createdMs() < Ban.KEPT_MS;
    state.createdMs = isYoung ? news.createdMs() : Unknown.TIME;
    state.createdAsPerson = news.isPerson();
  }

  static void take(LinkState state, LaterNews.Return news, Step step) {
    state.occasion.isAt(news.link(), news.recordedMs());
    KeptReturn kept =
        new KeptReturn(
            news.account(),
            news.target(),
            news.banned(),
            news.dateMs(),
            news.mutualsKnown(),
            news.evidence());
    state.returns.removeIf(kept::isOfSame);
    state.returns.addSorted(kept, KeptReturn.OLDEST_FIRST, step);
    state.occasion.returns(kept);
  }

  static void take(LinkState state, LaterNews.Aftermath news, Step step) {
    state.occasion.isAt(news.link(), news.recordedMs());
    KeptAftermath kept =
        new KeptAftermath(
            news.account(),
            news.target(),
            news.reacted(),
            news.isPublic(),
            step.timeMs(),
            news.evidence());
    state.aftermaths.removeIf(kept::isOfSame);
    state.aftermaths.addSorted(kept, KeptAftermath.OLDEST_FIRST, step);
    state.occasion.comesAfter(news.account());
  }
}
