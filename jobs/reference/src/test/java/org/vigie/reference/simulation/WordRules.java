package org.vigie.reference.simulation;

import static org.vigie.core.rule.Condition.ALWAYS;
import static org.vigie.core.rule.Condition.all;
import static org.vigie.core.rule.Condition.any;
import static org.vigie.core.rule.Condition.atLeast;
import static org.vigie.core.rule.Condition.atMost;
import static org.vigie.core.rule.Condition.equal;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.vigie.core.event.SignalCode;
import org.vigie.core.rule.AgeModel;
import org.vigie.core.rule.Anchor;
import org.vigie.core.rule.Attribute;
import org.vigie.core.rule.Claim;
import org.vigie.core.rule.Condition;
import org.vigie.core.rule.Family;
import org.vigie.core.rule.Feature;
import org.vigie.core.rule.Fixed;
import org.vigie.core.rule.Guard;
import org.vigie.core.rule.Harm;
import org.vigie.core.rule.Measure;
import org.vigie.core.rule.PairAct;
import org.vigie.core.rule.Rule;
import org.vigie.core.rule.RuleSet;
import org.vigie.core.rule.Scope;
import org.vigie.core.rule.Severity;
import org.vigie.core.rule.Signs;
import org.vigie.core.rule.SubjectRole;
import org.vigie.core.rule.Table;
import org.vigie.core.rule.Texts;

/** Rules that between them use every word for pairs, posts and media (page 0011), with low bars. */
final class WordRules {
  private static final long HOUR_MS = 3_600_000L;
  private static final long DAY_MS = 24 * HOUR_MS;
  private static final Signs NO_SIGNS = new Signs(Set.of(), Set.of(), false);
  private static final Signs EACH = new Signs(Set.of(), Set.of(), true);
  private static final Signs THREATS =
      Signs.of(SignalCode.THREAT_EXPOSE, SignalCode.THREAT_VIOLENCE, SignalCode.PAYMENT_DEMAND);
  private static final Signs IMAGES =
      new Signs(Set.of(SignalCode.IMAGE_SENT), Set.of(PairAct.MEDIA), false);
  private static final Signs REACTIONS = Signs.of(PairAct.BLOCK, PairAct.REPORT, PairAct.DECLINE);
  private static final Signs TRADE =
      Signs.of(SignalCode.SALE_OFFER, SignalCode.PRICE, SignalCode.QUANTITY);
  private static final Set<SignalCode> RISKY =
      EnumSet.of(
          SignalCode.PLATFORM_MOVE,
          SignalCode.IMAGE_REQUEST,
          SignalCode.SEXUAL,
          SignalCode.MONEY_OFFER,
          SignalCode.SECRECY);

  private final List<Feature> features = new ArrayList<>();
  private final List<Rule> rules = new ArrayList<>();

  private WordRules() {}

  static RuleSet ruleSet() {
    WordRules words = new WordRules();
    words.addAttributes();
    words.addOfPairs();
    words.addOverPairs();
    words.addOverRows();
    words.addPairRules();
    words.addAccountRules();
    return new RuleSet(
        words.features,
        List.of(
            new Guard("seller", "seller_verified", equal("seller_verified", 1), Fixed.of(0.75)),
            new Guard("household", "household", equal("household", 1), Fixed.of(0.5))),
        words.rules,
        AgeModel.DEFAULT,
        Long.MIN_VALUE);
  }

  private void addAttributes() {
    for (Attribute attribute : Attribute.values()) {
      if (attribute.scope() != Scope.LINK) {
        String id = attribute.name().toLowerCase(java.util.Locale.ROOT);
        Measure known = new Measure.Known(attribute);
        features.add(new Feature(id, attribute.scope(), known, 0, attribute.families(), false));
      }
    }
  }

  private void addOfPairs() {
    Anchor soon = anchor(NO_SIGNS, Anchor.By.EITHER, 30 * DAY_MS, Anchor.Moment.CONTACT);
    Anchor image = anchor(IMAGES, Anchor.By.OTHER, 7 * DAY_MS);
    Anchor meeting = anchor(NO_SIGNS, Anchor.By.EITHER, 7 * DAY_MS, Anchor.Moment.MEETING);
    Anchor alone = anchor(NO_SIGNS, Anchor.By.EITHER, 7 * DAY_MS, Anchor.Moment.PRIVATE_MEETING);
    Anchor logistics =
        anchor(
            new Signs(Set.of(SignalCode.MEETING_PROPOSAL), Set.of(PairAct.MEDIA), false),
            Anchor.By.EITHER,
            DAY_MS,
            Anchor.Moment.CONTACT);
    hits("threats", hits(THREATS, Anchor.By.OWN, soon), 7 * DAY_MS);
    hits("after_image", hits(THREATS, Anchor.By.OWN, soon, image), 3 * DAY_MS);
    hits("after_meeting", hits(THREATS, Anchor.By.OWN, meeting), 30 * DAY_MS);
    hits("after_private", hits(THREATS, Anchor.By.EITHER, alone), 7 * DAY_MS);
    hits("distress", hits(Signs.of(SignalCode.DISTRESS), Anchor.By.OTHER), 3 * DAY_MS);
    hits(
        "own_codes",
        new Measure.Hits(THREATS, Anchor.By.OWN, true, false, true, List.of()),
        DAY_MS);
    hits(
        "images",
        new Measure.Hits(IMAGES, Anchor.By.EITHER, false, true, false, List.of()),
        3 * DAY_MS);
    hits(
        "reactions",
        new Measure.Hits(REACTIONS, Anchor.By.OTHER, true, true, false, List.of()),
        7 * DAY_MS);
    hits(
        "gifts",
        new Measure.Hits(
            Signs.of(PairAct.GIFT, PairAct.PAYMENT), Anchor.By.OWN, true, true, false, List.of()),
        7 * DAY_MS);
    hits(
        "recruiting",
        new Measure.Hits(
            Signs.of(SignalCode.SEDATION, SignalCode.THIRD_PARTY_UNAWARE),
            Anchor.By.OWN,
            false,
            false,
            false,
            List.of(logistics)),
        7 * DAY_MS);
    hits("each", hits(EACH, Anchor.By.OWN), 7 * DAY_MS);
    hits("offers", new Measure.Hits(TRADE, Anchor.By.OWN, false, false, false, List.of()), DAY_MS);
  }

  private void addOverPairs() {
    Condition likelyMinor = all(atLeast("p_minor", 0.5), atLeast("age_gap", 0.6));
    pairs("threatened", atLeast("own_codes", 1), "", Measure.Votes.A_MESSAGE);
    pairs(
        "minors_reacting", all(atLeast("reactions", 1), likelyMinor), "", Measure.Votes.A_CLUSTER);
    pairs("reacting", atLeast("reactions", 1), "", Measure.Votes.A_PAIR);
    pairs("same_code", all(atLeast("each", 1), likelyMinor), "", Measure.Votes.A_PAIR);
    pairs("same_code_minors", atLeast("each", 1), "p_minor", Measure.Votes.A_PAIR);
    pairs("gifts_given", all(likelyMinor, equal("household", 0)), "gifts", Measure.Votes.A_PAIR);
    pairs(
        "unheard",
        all(atLeast("unanswered_run", 4), atMost("unanswered_hours", 24)),
        "",
        Measure.Votes.A_PAIR);
    pairs(
        "offered", all(atLeast("offers", 1), equal("opened_by_own", 1)), "", Measure.Votes.A_PAIR);
    pairs("offered_minors", all(atLeast("offers", 1), likelyMinor), "", Measure.Votes.A_PAIR);
    pairs("exchanged", atLeast("images", 1), "", Measure.Votes.A_PAIR);
  }

  private void addOverRows() {
    Condition offer = any(equal("sale_offer", 1), equal("price", 1));
    rows("rooms", new Measure.DistinctOf(Table.ROOM_POSTS, "room", offer), DAY_MS, Family.PAYMENT);
    rows("posts", new Measure.Count(Table.ROOM_POSTS, offer), DAY_MS, Family.PAYMENT);
    rows("hashes", new Measure.DistinctOf(Table.KNOWN_MEDIA, "hash", ALWAYS), DAY_MS, Family.MEDIA);
    rows(
        "exact",
        new Measure.Count(Table.KNOWN_MEDIA, all(equal("exact", 1), equal("verified", 1))),
        30 * DAY_MS,
        Family.MEDIA);
    rows(
        "requests",
        new Measure.Count(Table.NEW_CONTACTS, equal("by_request", 1)),
        7 * DAY_MS,
        Family.CONTACT_GRAPH);
    rows(
        "accepted",
        new Measure.Count(Table.NEW_CONTACTS, all(equal("by_request", 1), equal("answered", 1))),
        7 * DAY_MS,
        Family.CONTACT_GRAPH);
    Measure share = new Measure.Ratio("accepted", "requests");
    features.add(
        new Feature(
            "accepted_share", Scope.ACCOUNT, share, 0, Set.of(Family.CONTACT_GRAPH), false));
  }

  private void addPairRules() {
    Claim critical =
        new Claim(Severity.CRITICAL, true, any(atLeast("p_minor", 0.5), atLeast("distress", 1)));
    rule(
        Harm.SEXTORTION,
        Scope.PAIR,
        all(atLeast("threats", 2), equal("opened_by_own", 1)),
        List.of(critical, claim(Severity.HIGH)),
        new Manner(List.of("household"), false));
    rule(
        Harm.SEXTORTION,
        Scope.PAIR,
        all(atLeast("after_image", 1), new Condition.Not(atMost("p_minor", 0.3))),
        List.of(claim(Severity.HIGH)),
        new Manner(List.of(), true));
    rule(
        Harm.DRUGGED_ASSAULT,
        Scope.PAIR,
        all(atLeast("after_meeting", 1), equal("seller", 0)),
        List.of(
            new Claim(Severity.HIGH, false, atLeast("after_private", 1)), claim(Severity.MEDIUM)),
        new Manner(List.of("seller"), false));
    rule(
        Harm.DRUGGED_ASSAULT,
        Scope.PAIR,
        atLeast("recruiting", 2),
        List.of(claim(Severity.CRITICAL)),
        new Manner(List.of(), true));
    rule(
        Harm.GROOMING,
        Scope.PAIR,
        all(
            atLeast("unanswered_run", 4),
            atMost("unanswered_hours", 30),
            equal("unsolicited", 1),
            any(equal("age_sourced", 0), atLeast("age_gap", 0.6))),
        List.of(
            new Claim(Severity.MEDIUM, false, atLeast("unanswered_run", 8)), claim(Severity.LOW)),
        new Manner(List.of(), false));
    rule(
        Harm.GROOMING,
        Scope.PAIR,
        any(atLeast("reactions", 2), all(equal("age_sourced", 0), atLeast("gifts", 1))),
        List.of(claim(Severity.LOW)),
        new Manner(List.of(), false));
  }

  private void addAccountRules() {
    account(
        Harm.SEXTORTION,
        atLeast("threatened", 2),
        List.of(new Claim(Severity.HIGH, false, atMost("own_adult", 0.9)), claim(Severity.MEDIUM)));
    account(
        Harm.GROOMING,
        any(
            atLeast("minors_reacting", 2),
            all(atLeast("requests", 3), atMost("accepted_share", 0.2))),
        List.of(
            new Claim(Severity.HIGH, false, atLeast("minors_reacting", 3)),
            claim(Severity.MEDIUM)));
    Rule once =
        rule(
            Harm.GROOMING,
            Scope.ACCOUNT,
            all(atLeast("same_code", 2), atLeast("same_code_minors", 1)),
            List.of(claim(Severity.HIGH)),
            new Manner(List.of(), false));
    rules.set(rules.indexOf(once), forEachOf(once));
    account(Harm.MINOR_EXPLOITATION, atLeast("gifts_given", 3), List.of(claim(Severity.LOW)));
    account(Harm.MINOR_EXPLOITATION, atLeast("unheard", 2), List.of(claim(Severity.LOW)));
    account(
        Harm.DRUG_SALES,
        any(atLeast("offered", 2), atLeast("rooms", 2), atLeast("posts", 3)),
        List.of(
            new Claim(Severity.HIGH, false, atLeast("offered_minors", 2)), claim(Severity.LOW)));
    account(
        Harm.ABUSE_MATERIAL,
        any(atLeast("hashes", 2), atLeast("exact", 1)),
        List.of(new Claim(Severity.HIGH, false, atLeast("reacting", 1)), claim(Severity.MEDIUM)));
    account(
        Harm.BAN_EVASION,
        all(atMost("account_age_hours", 72), atLeast("requests", 1), atLeast("exchanged", 1)),
        List.of(claim(Severity.MEDIUM)));
  }

  private void account(Harm harm, Condition when, List<Claim> claims) {
    rule(harm, Scope.ACCOUNT, when, claims, new Manner(List.of("seller"), false));
  }

  /** How a rule is judged beside its conditions. */
  private record Manner(List<String> guards, boolean neverSilenced) {}

  private Rule rule(Harm harm, Scope scope, Condition when, List<Claim> claims, Manner manner) {
    Texts.Bilingual none = new Texts.Bilingual("", "");
    Rule rule =
        new Rule(
            "W" + (rules.size() + 1),
            1,
            harm,
            scope,
            when,
            claims,
            manner.guards(),
            HOUR_MS,
            manner.neverSilenced(),
            rules.size() % 3 > 0,
            new Texts(none, none, List.of(), List.of(), ""),
            Set.of(),
            SubjectRole.SUSPECTED_ACTOR);
    rules.add(rule);
    return rule;
  }

  private static Rule forEachOf(Rule rule) {
    return new Rule(
        rule.id(),
        rule.version(),
        rule.harm(),
        rule.scope(),
        rule.when(),
        rule.claims(),
        rule.guards(),
        rule.cooldownMs(),
        rule.neverSilenced(),
        rule.warnsOfMeetings(),
        rule.texts(),
        RISKY,
        rule.subjectRole());
  }

  private static Claim claim(Severity severity) {
    return new Claim(severity, false, ALWAYS);
  }

  private static Anchor anchor(Signs signs, Anchor.By by, long withinMs, Anchor.Moment... moments) {
    return new Anchor(signs, by, Set.of(moments), withinMs);
  }

  private static Measure.Hits hits(Signs signs, Anchor.By by, Anchor... after) {
    return new Measure.Hits(signs, by, true, false, false, List.of(after));
  }

  private void hits(String id, Measure.Hits measure, long windowMs) {
    features.add(new Feature(id, Scope.PAIR, measure, windowMs, Set.of(), false));
  }

  private void pairs(String id, Condition where, String total, Measure.Votes votes) {
    Measure measure = new Measure.Pairs(where, total, votes);
    Set<Family> families = id.contains("reacting") ? Set.of() : Set.of(Family.CONTACT_GRAPH);
    features.add(new Feature(id, Scope.ACCOUNT, measure, 7 * DAY_MS, families, false));
  }

  private void rows(String id, Measure measure, long windowMs, Family family) {
    features.add(new Feature(id, Scope.ACCOUNT, measure, windowMs, Set.of(family), false));
  }
}
