package org.vigie.core.sender;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vigie.core.alert.Evidence;
import org.vigie.core.bytes.ByteReader;
import org.vigie.core.event.ListMatch;
import org.vigie.core.event.MatchedMedia;
import org.vigie.core.event.SessionEvent;
import org.vigie.core.event.SignalCode;
import org.vigie.core.event.Unknown;
import org.vigie.core.fold.Retention;
import org.vigie.core.fold.Step;
import org.vigie.core.fold.Stop;
import org.vigie.core.order.Input;
import org.vigie.core.order.StopName;
import org.vigie.core.order.Tags;
import org.vigie.core.route.AccountLife;
import org.vigie.core.route.AgeStated;
import org.vigie.core.route.Ban;
import org.vigie.core.route.BanMark;
import org.vigie.core.route.Belief;
import org.vigie.core.route.ColdOpening;
import org.vigie.core.route.ErasureNote;
import org.vigie.core.route.MeetingOutcome;
import org.vigie.core.route.Observation;
import org.vigie.core.route.Origin;
import org.vigie.core.route.PairChange;
import org.vigie.core.route.PayloadKind;
import org.vigie.core.route.Posted;
import org.vigie.core.route.RiskyCodes;
import org.vigie.core.rule.Signs;

/**
 * SENDER (key: actor): keeps what an account does towards all others, judges the rules about it and
 * its pairs, and tells LINKS of its devices, meetings and reports.
 */
public final class SenderStop implements Stop<SenderState> {
  private static final int MEETING = maskOf(SignalCode.MEETING_PROPOSAL);
  private static final int PRICED = maskOf(SignalCode.PRICE, SignalCode.SALE_OFFER);
  private static final int COERCIVE =
      maskOf(
          SignalCode.THREAT_EXPOSE,
          SignalCode.THREAT_VIOLENCE,
          SignalCode.PAYMENT_DEMAND,
          SignalCode.DEADLINE);

  private final Tags tags;
  private final Contacts contacts = new Contacts();
  private final TraceTeller traces;
  private final LaterTeller later;
  private final LinkTeller links;
  private final Erasure erasure;
  private final SenderJudgement judgement = new SenderJudgement();

  public SenderStop(Tags tags) {
    this.tags = tags;
    this.traces = new TraceTeller(tags);
    this.later = new LaterTeller(tags);
    this.links = new LinkTeller(tags, traces);
    this.erasure = new Erasure(tags);
  }

  @Override
  public StopName name() {
    return StopName.SENDER;
  }

  @Override
  public boolean settles() {
    return false;
  }

  @Override
  public SenderState decode(byte @Nullable [] stored) {
    return SenderState.decode(stored);
  }

  @Override
  public byte @Nullable [] encode(SenderState state) {
    return state.encode();
  }

  @Override
  public byte @Nullable [] withdrawal(byte[] announcement) {
    return ErasureNote.withdrawal(announcement);
  }

  @Override
  public void apply(SenderState state, Input input, Step step) {
    ByteReader in = new ByteReader(input.content());
    PayloadKind kind = PayloadKind.read(in);
    switch (kind) {
      case ACCOUNT_LIFE -> {
        AccountLife life = AccountLife.read(in, step.timeMs());
        if (isNew(state, input, life.account(), life.origin(), step)) {
          begin(state, life.community(), life.account(), life.origin(), step);
          live(state, life, step);
        }
      }
      case AGE_STATED -> {
        AgeStated stated = AgeStated.read(in, step.timeMs());
        if (isNew(state, input, stated.account(), stated.origin(), step)) {
          begin(state, stated.community(), stated.account(), stated.origin(), step);
          learn(state, stated, step);
        }
      }
      case POSTED -> {
        Posted posted = Posted.read(in, step.timeMs());
        if (isNew(state, input, posted.account(), posted.origin(), step)) {
          post(state, posted, step);
        }
      }
      case PAIR_CHANGE -> change(state, PairChange.read(in, step.timeMs()), step);
      case BELIEF -> {
        Belief belief = Belief.read(in);
        state.occasion.isRecordedAt(belief.recordedMs());
        contacts.believe(state, belief, step);
        SignedPairs.believe(state, belief, step);
      }
      case BAN_MARK -> LaterTeller.mark(state, BanMark.read(in), step);
      case COLD_OPENING -> later.isOpened(state, ColdOpening.read(in), step);
      case MEETING_OUTCOME -> comeAfter(state, MeetingOutcome.read(in), step);
      case OBSERVATION,
          SEEN_ON_LINK,
          LINK_MEETING,
          LINK_REPORT,
          LINK_PROPOSAL,
          LEFT_LINK,
          FINDING,
          SUPERSEDED,
          REVIEWED,
          COOLING,
          MEETING_OVER,
          LINK_TRACE,
          LINK_CREATED,
          LINK_RETURN,
          LINK_AFTERMATH,
          LINK_FORGOTTEN,
          ERASURE_NOTE,
          MEETING_TO_COME ->
          throw new IllegalStateException("SENDER was sent " + kind);
    }
  }

  private void comeAfter(SenderState state, MeetingOutcome outcome, Step step) {
    state.community = outcome.community();
    state.account = outcome.proposer();
    later.comeAfter(state, outcome, LinkTeller.linksNow(state, step), step);
  }

  /** Whether an event is none that the key took in before: a duplicate changes nothing. */
  private boolean isNew(SenderState state, Input input, String account, Origin origin, Step step) {
    PayloadKind kind = PayloadKind.read(new ByteReader(input.content()));
    long identity = tags.tag(kind.name() + origin.kind().name(), step.root().id(), account);
    return state.seen.isNew(identity * 31 + input.path().tag(), step);
  }

  private static int maskOf(SignalCode... codes) {
    return Signs.codesOf(Signs.of(codes).mask());
  }

  /** Learns whose key this is. */
  private static void begin(
      SenderState state, String community, String account, Origin origin, Step step) {
    state.concernedAt(step.timeMs());
    state.community = community;
    state.account = account;
    state.occasion.isRecordedAt(origin.recordedMs());
  }

  private void post(SenderState state, Posted posted, Step step) {
    state.community = posted.community();
    state.account = posted.account();
    state.occasion.isRecordedAt(posted.origin().recordedMs());
    Evidence evidence = posted.origin().evidence(step.root(), posted.codes());
    if (!posted.media().isEmpty()) {
      state.concernedAt(step.timeMs());
      state.occasion.posts(posted.media(), evidence.withCodes(0));
    }
    if (posted.codes() != 0 && Unknown.isKnown(posted.room())) {
      long room = tags.tag("room", posted.community(), posted.room());
      state.roomPosts.add(new RoomPost(room, evidence), step);
      state.occasion.postsInRoom();
    }
    if (Unknown.isKnown(posted.room()) || !posted.whom().isEmpty()) {
      say(state, posted.codes() & ~MEETING, evidence, step);
    }
    if (posted.isRisky()) {
      state.riskyMs = step.timeMs();
    }
    traces.post(state, posted, step);
    Evidence sharing = evidence.withCodes(0).withMedia(Concerned.listed(posted.media(), step));
    share(state, posted.media(), sharing, step);
    share(state, posted.links(), sharing, step);
  }

  private void share(SenderState state, List<MatchedMedia> items, Evidence evidence, Step step) {
    for (MatchedMedia item : items) {
      long hash = tags.tag("hash", state.community, item.hash());
      boolean exact = item.match().method() == ListMatch.Method.EXACT;
      state.knownMedia.add(new KnownMedia(hash, exact, item.match().verified(), evidence), step);
      state.occasion.sharesKnownMedia();
      state.riskyMs = step.timeMs();
    }
  }

  private void live(SenderState state, AccountLife life, Step step) {
    if (life.accountKind() != SessionEvent.AccountKind.UNKNOWN) {
      state.kind = life.accountKind();
    }
    switch (life.kind()) {
      case ACCOUNT_CREATED -> {
        long createdMs = Math.min(life.origin().statedMs(), step.timeMs());
        long beforeMs = state.createdMs;
        boolean earlier = beforeMs == Unknown.TIME || createdMs < beforeMs;
        state.createdMs = earlier ? createdMs : beforeMs;
        later.create(state, beforeMs, life, step);
      }
      case ROLE_ASSERTED -> assertRole(state, life);
      case DELETED, ERASURE_REQUESTED -> {
        erasure.end(state, life, step);
        state.occasion.changesSummary(life.origin().evidence(step.root(), 0));
      }
      case RESTORED -> {
        state.quietSinceMs = Unknown.TIME;
        erasure.takeBack(state, step);
        state.goneMs = Unknown.TIME;
        state.ban = Ban.NONE;
        state.occasion.changesSummary(life.origin().evidence(step.root(), 0));
      }
      case BANNED -> {
        state.ban = state.ban.after(life, step.timeMs());
        state.occasion.changesSummary(life.origin().evidence(step.root(), 0));
      }
      case ROOM_JOINED -> traces.join(state, life, step);
      case HOUSEHOLD_LINKED -> joinHousehold(state, life, step);
      case SIGNED_IN, SIGNED_OUT, AGE_SIGNAL, PROFILE_UPDATED, RENAMED, ROOM_LEFT -> {
        // They say nothing that the present rules read.
      }
    }
    if (life.age().isPresent()) {
      learn(state, life.ageStated(step.timeMs()), step);
    }
    if (Unknown.isKnown(life.device())) {
      links.sight(state, life, step);
    }
  }

  private static void assertRole(SenderState state, AccountLife life) {
    switch (life.roleSource()) {
      case PLATFORM_VERIFIED -> state.verifiedRole = life.role();
      case SELF -> state.assertedRole = life.role();
      case NONE -> {
        // Nobody says so.
      }
    }
  }

  private void joinHousehold(SenderState state, AccountLife life, Step step) {
    if (!Unknown.isKnown(life.linkedAccount()) || life.linkedAccount().equals(life.account())) {
      return;
    }
    long other = tags.account(life.community(), life.linkedAccount());
    if (state.household.find(tag -> tag == other) == null) {
      state.household.add(other, step);
    }
    state.occasion.changesSummary(life.origin().evidence(step.root(), 0));
  }

  private static void learn(SenderState state, AgeStated stated, Step step) {
    if (state.belief.add(stated.statement(), step.rules(stated.community()).ages())) {
      state.occasion.changesOwnBelief();
      state.occasion.changesSummary(stated.origin().evidence(step.root(), 0));
    }
  }

  private void change(SenderState state, PairChange change, Step step) {
    Observation observation = change.observation();
    state.community = observation.community();
    state.account = change.own() ? observation.subject() : observation.counterpart();
    state.occasion.isRecordedAt(observation.origin().recordedMs());
    if (isConcern(change)) {
      state.concernedAt(step.timeMs());
    }
    if (observation.kind() == Observation.Kind.REPORT) {
      state.occasion.isReported(change);
      return;
    }
    if (observation.kind().isAct()) {
      contacts.act(state, change, step);
    }
    if (observation.meeting().isPresent()) {
      links.meet(state, change, step);
    }
    if (SignedPairs.concern(change)) {
      SignedPairs.tell(state, change, step);
    }
    if (change.own() && observation.codes() != 0) {
      say(state, observation.codes(), observation.evidence(step.root()), step);
      if (RiskyCodes.areAmong(observation.strongSigns())) {
        state.riskyMs = step.timeMs();
      }
    }
    if (TraceTeller.mayApproach(change)) {
      state.occasion.approaches(change);
    }
  }

  /** Remembers when the account last proposed a meeting, named a price, coerced. */
  private static void say(SenderState state, int codes, Evidence evidence, Step step) {
    if ((codes & MEETING) != 0) {
      state.proposedMs = step.timeMs();
    }
    if ((codes & PRICED) != 0) {
      state.pricedMs = step.timeMs();
    }
    if ((codes & COERCIVE) != 0) {
      state.coercedMs = step.timeMs();
    }
    if ((codes & (MEETING | PRICED | COERCIVE)) != 0) {
      state.occasion.changesSummary(evidence);
    }
  }

  /** Whether a deleted account is not to be forgotten yet because of it (page 0001 ¶31). */
  private static boolean isConcern(PairChange change) {
    Observation observation = change.observation();
    boolean violent = observation.kind() == Observation.Kind.REPORT && isViolent(observation);
    boolean staged = change.own() && Contacts.bearsStage(observation);
    return change.opened() || staged || violent || observation.meeting().isPresent();
  }

  private static boolean isViolent(Observation report) {
    return switch (report.category()) {
      case VIOLENCE, ROBBERY, EXTORTION -> true;
      case NONE,
          GROOMING,
          SEXUAL_SOLICITATION,
          SEXTORTION,
          DRUGS,
          ABUSE_MATERIAL,
          DRUGGED_ASSAULT,
          IMPERSONATION,
          SPAM,
          OTHER ->
          false;
    };
  }

  @Override
  public void judge(SenderState state, Step step) {
    for (PairChange report : state.occasion.reports()) {
      SignedPairs.tell(state, report, step);
      if (isViolent(report.observation())) {
        links.report(state, report, step);
      }
    }
    SignedPairs.relay(state, step);
    for (PairChange change : state.occasion.approaches()) {
      traces.approach(state, change, step);
    }
    @Nullable Evidence changed = state.occasion.summaryFrom();
    if (changed != null) {
      links.tellSummary(state, changed, step);
    }
    if (!state.occasion.isEmpty()) {
      judgement.judge(state, step);
    }
    AlertTeller.tell(state, step);
    if (state.requestedMs != Unknown.TIME) {
      erasure.judge(state, step);
    }
    state.occasion.clear();
  }

  @Override
  public long nextDeadlineMs(SenderState state) {
    long forgottenMs = Retention.forgetsQuietMs(state.quietSinceMs);
    long nextMs = Math.min(forgottenMs, LaterTeller.forgetsMs(state));
    return Math.min(nextMs, Erasure.nextMs(state));
  }

  @Override
  public void onDeadline(SenderState state, Step step) {
    LaterTeller.forgetDue(state, step);
    erasure.onDeadline(state, step);
    if (Retention.forgetsQuietMs(state.quietSinceMs) <= step.timeMs()) {
      state.forget();
    }
  }
}
