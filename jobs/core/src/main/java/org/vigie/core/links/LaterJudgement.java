package org.vigie.core.links;

import java.util.Set;
import org.vigie.core.alert.Via;
import org.vigie.core.event.Unknown;
import org.vigie.core.fold.Step;
import org.vigie.core.judge.CompiledRule;
import org.vigie.core.judge.Judge;
import org.vigie.core.links.KeptReturn.BanOf;
import org.vigie.core.route.LinkNews.Link;
import org.vigie.core.rule.Scope;
import org.vigie.core.rule.Table;

/** Judges what came after a ban or a meeting where no device joins accounts. */
final class LaterJudgement {
  /** More accounts than this that propose a place make it a place like any other. */
  static final int PROPOSERS_MAX = 5;

  private LaterJudgement() {}

  static void judge(LinkState state, Link link, Step step) {
    if (link.via() == Via.ACCOUNT) {
      if (!state.occasion.comeAfter().isEmpty()) {
        judgeAccount(state, link, step);
      }
      for (BanOf ban : state.occasion.bansReturnedFrom()) {
        judgeReturns(state, link, ban, step);
      }
    } else if (link.via() == Via.PLACE && !state.occasion.comeAfter().isEmpty()) {
      judgePlace(state, link, step);
    }
  }

  private static void judgeAccount(LinkState state, Link link, Step step) {
    AftermathFacts facts = new AftermathFacts(state.aftermaths, Set.of(link.id()));
    Common common = Common.atTraces(link, link.id()).of(Set.of(link.id()));
    Judge judge = step.rules(link.community()).judge(Scope.LINK);
    judge.begin(facts, step.timeMs());
    for (CompiledRule rule : judge.rules()) {
      if (rule.reads(Table.AFTERMATHS) && rule.fires()) {
        common.addOnlyAftermaths(rule, facts, step);
        TraceJudgement.raise(state, rule, false, common, step);
      }
    }
  }

  private static void judgePlace(LinkState state, Link link, Step step) {
    AftermathFacts facts = new AftermathFacts(state.aftermaths);
    if (state.proposers.size() > PROPOSERS_MAX || facts.accounts().size() < 2) {
      return;
    }
    Common common = Common.atPlace(link);
    Judge judge = step.rules(link.community()).judge(Scope.LINK);
    judge.begin(facts, step.timeMs());
    for (CompiledRule rule : judge.rules()) {
      if (rule.reads(Table.AFTERMATHS) && rule.fires()) {
        common.addPlace(rule, facts, step);
        TraceJudgement.raise(state, rule, false, common, step);
      }
    }
  }

  private static void judgeReturns(LinkState state, Link link, BanOf ban, Step step) {
    boolean isNew = state.createdMs != Unknown.TIME && state.createdMs > ban.dateMs();
    if (!isNew || !state.createdAsPerson) {
      return;
    }
    ReturnFacts facts = new ReturnFacts(state.returns, ban);
    Common common = Common.atTraces(link, link.id()).of(Set.of(link.id()));
    Judge judge = step.rules(link.community()).judge(Scope.LINK);
    judge.begin(facts, step.timeMs());
    for (CompiledRule rule : judge.rules()) {
      if (rule.reads(Table.RETURNS) && rule.fires()) {
        common.addReturns(rule, facts, ban.banned(), step);
        TraceJudgement.raise(state, rule, false, common, step);
      }
    }
  }
}
