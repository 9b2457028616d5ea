package org.vigie.core.rule;

import static org.vigie.core.rule.Condition.ALWAYS;
import static org.vigie.core.rule.Condition.all;
import static org.vigie.core.rule.Condition.any;
import static org.vigie.core.rule.Condition.atLeast;
import static org.vigie.core.rule.Condition.atMost;
import static org.vigie.core.rule.Condition.equal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.vigie.core.event.SignalCode;
import org.vigie.core.rule.Measure.BinomialTail;
import org.vigie.core.rule.Measure.Count;
import org.vigie.core.rule.Measure.DistinctCodes;
import org.vigie.core.rule.Measure.Known;
import org.vigie.core.rule.Measure.Ratio;
import org.vigie.core.rule.Measure.Sum;
import org.vigie.core.rule.Texts.Bilingual;

/**
 * Four rules as values, for tests of the engine alone: core reads no files. The rules that ship are
 * those of {@code config/rules}.
 */
public final class FirstRules {
  private static final long HOUR_MS = 3_600_000L;
  private static final long DAY_MS = 24 * HOUR_MS;
  private static final long G1_WINDOW_MS = 7 * DAY_MS;
  private static final long G2_WINDOW_MS = 14 * DAY_MS;
  private static final long A4_WINDOW_MS = 90 * DAY_MS;
  private static final Set<Family> NO_FAMILY = Set.of();
  private static final Set<Family> CONTACTS = Set.of(Family.CONTACT_GRAPH);

  /** A counted target: opened unsolicited, and the account the older by a gap (DOMAIN §3). */
  private static final Condition COUNTED = all(equal("unsolicited", 1), atLeast("age_gap", 0.6));

  private FirstRules() {}

  /** G1, G2, A4, M1, in force from the beginning of time. */
  public static RuleSet ruleSet() {
    return new RuleSet(
        features(), guards(), List.of(g1(), g2(), a4(), m1()), AgeModel.DEFAULT, Long.MIN_VALUE);
  }

  private static List<Feature> features() {
    List<Feature> features = new ArrayList<>(accountFeatures());
    features.addAll(pairAndLinkFeatures());
    return features;
  }

  private static List<Feature> accountFeatures() {
    return List.of(
        known("own_adult", Scope.ACCOUNT, Attribute.OWN_ADULT),
        known("role_verified", Scope.ACCOUNT, Attribute.ROLE_VERIFIED),
        known("role_asserted", Scope.ACCOUNT, Attribute.ROLE_ASSERTED),
        known("tenure_days", Scope.ACCOUNT, Attribute.TENURE_DAYS),
        contacts("minors_contacted", new Sum(Table.NEW_CONTACTS, "p_minor", COUNTED)),
        contacts(
            "contacts_of_known_age",
            new Count(Table.NEW_CONTACTS, all(equal("unsolicited", 1), equal("age_sourced", 1)))),
        contacts("minors_lift", new BinomialTail("contacts_of_known_age", "minors_contacted")),
        contacts(
            "cold_contacts",
            new Count(
                Table.NEW_CONTACTS,
                all(
                    equal("unsolicited", 1),
                    atLeast("age_gap", 0.6),
                    equal("mutual_contacts", 0)))),
        contacts(
            "contacts_with_known_mutuals",
            new Count(
                Table.NEW_CONTACTS,
                all(
                    equal("unsolicited", 1),
                    atLeast("age_gap", 0.6),
                    atLeast("mutual_contacts", 0)))),
        contacts("cold_share", new Ratio("cold_contacts", "contacts_with_known_mutuals")),
        contacts("closure_known", new Sum(Table.NEW_CONTACTS, "closure_known", COUNTED)),
        contacts("closure_possible", new Sum(Table.NEW_CONTACTS, "closure_possible", COUNTED)),
        contacts("closure", new Ratio("closure_known", "closure_possible")),
        contacts("contacts_answered", new Count(Table.NEW_CONTACTS, equal("answered", 1))),
        contacts("contacts_opened", new Count(Table.NEW_CONTACTS, ALWAYS)),
        contacts("reciprocity", new Ratio("contacts_answered", "contacts_opened")),
        new Feature(
            "verified_matches",
            Scope.ACCOUNT,
            new Count(Table.MATCHED_MEDIA, all(equal("exact", 1), equal("verified", 1))),
            0,
            Set.of(Family.MEDIA),
            true));
  }

  private static List<Feature> pairAndLinkFeatures() {
    return List.of(
        known("age_gap", Scope.PAIR, Attribute.AGE_GAP),
        known("household", Scope.PAIR, Attribute.HOUSEHOLD),
        stages(
            "stages",
            Arrays.stream(SignalCode.values())
                .filter(SignalCode::isStage)
                .collect(Collectors.toSet())),
        stages(
            "goal_stages",
            Set.of(SignalCode.SEXUAL, SignalCode.IMAGE_REQUEST, SignalCode.MEETING_PROPOSAL)),
        stages(
            "covering_stages",
            Set.of(
                SignalCode.SECRECY,
                SignalCode.ISOLATION,
                SignalCode.PLATFORM_MOVE,
                SignalCode.GUARDIAN_PROBE)),
        stages(
            "meeting_or_image_stages",
            Set.of(SignalCode.MEETING_PROPOSAL, SignalCode.IMAGE_REQUEST, SignalCode.IMAGE_SENT)),
        new Feature(
            "violent_reports",
            Scope.LINK,
            new Count(Table.REPORTS, equal("violent", 1)),
            A4_WINDOW_MS,
            Set.of(Family.TARGET_REACTION),
            true));
  }

  private static List<Guard> guards() {
    return List.of(
        new Guard("household", "household", equal("household", 1), Fixed.of(0.75)),
        new Guard("role_verified", "role_verified", equal("role_verified", 1), Fixed.of(0.6)),
        new Guard("role_asserted", "role_asserted", equal("role_asserted", 1), Fixed.of(0.2)),
        new Guard("closure", "closure", atLeast("closure", 0.3), Fixed.of(0.5)),
        new Guard("reciprocity", "reciprocity", atLeast("reciprocity", 0.7), Fixed.of(0.2)),
        new Guard("tenure", "tenure_days", atLeast("tenure_days", 365), Fixed.of(0.2)));
  }

  private static Rule g1() {
    return new Rule(
        "G1",
        1,
        Harm.GROOMING,
        Scope.ACCOUNT,
        all(
            atLeast("own_adult", 0.6),
            atLeast("minors_contacted", 5),
            atMost("minors_lift", 0.001),
            any(
                atLeast("cold_share", 0.8),
                all(equal("contacts_with_known_mutuals", 0), atMost("closure", 0.1)))),
        List.of(new Claim(Severity.LOW, false, ALWAYS)),
        List.of("role_verified", "role_asserted", "closure", "reciprocity", "tenure"),
        DAY_MS,
        false,
        false,
        FirstRuleTexts.G1,
        Set.of(),
        SubjectRole.SUSPECTED_ACTOR);
  }

  private static Rule g2() {
    return new Rule(
        "G2",
        1,
        Harm.GROOMING,
        Scope.PAIR,
        all(
            atLeast("stages", 3),
            atLeast("goal_stages", 1),
            atLeast("covering_stages", 1),
            atLeast("age_gap", 0.6)),
        List.of(
            new Claim(
                Severity.HIGH,
                true,
                all(atLeast("stages", 4), atLeast("meeting_or_image_stages", 1))),
            new Claim(Severity.MEDIUM, false, ALWAYS)),
        List.of("household", "role_verified", "role_asserted", "tenure"),
        DAY_MS,
        false,
        true,
        FirstRuleTexts.G2,
        Set.of(),
        SubjectRole.SUSPECTED_ACTOR);
  }

  private static Rule a4() {
    return new Rule(
        "A4",
        1,
        Harm.AMBUSH,
        Scope.LINK,
        atLeast("violent_reports", 1),
        List.of(new Claim(Severity.CRITICAL, true, ALWAYS)),
        List.of(),
        0,
        true,
        true,
        FirstRuleTexts.A4,
        Set.of(),
        SubjectRole.SUSPECTED_ACTOR);
  }

  private static Rule m1() {
    return new Rule(
        "M1",
        1,
        Harm.ABUSE_MATERIAL,
        Scope.ACCOUNT,
        atLeast("verified_matches", 1),
        List.of(new Claim(Severity.CRITICAL, true, ALWAYS)),
        List.of(),
        HOUR_MS,
        true,
        false,
        FirstRuleTexts.M1,
        Set.of(),
        SubjectRole.SUSPECTED_ACTOR);
  }

  private static Feature known(String id, Scope scope, Attribute attribute) {
    return new Feature(id, scope, new Known(attribute), 0, NO_FAMILY, false);
  }

  private static Feature contacts(String id, Measure measure) {
    return new Feature(id, Scope.ACCOUNT, measure, G1_WINDOW_MS, CONTACTS, false);
  }

  private static Feature stages(String id, Set<SignalCode> codes) {
    return new Feature(id, Scope.PAIR, new DistinctCodes(codes), G2_WINDOW_MS, NO_FAMILY, true);
  }

  /** Texts of the rules, apart from their logic. */
  private static final class FirstRuleTexts {
    static final Texts G1 =
        new Texts(
            new Bilingual(
                "In 7 days this adult account opened unsolicited contact with accounts whose"
                    + " chances of being minors add up to {minors_contacted} (bar"
                    + " {minors_contacted.threshold}). Probability of reaching this many by chance,"
                    + " given the community's share of minors: {minors_lift}. Share without a friend"
                    + " in common: {cold_share}; share of its contacts who know each other:"
                    + " {closure}.",
                "En 7 jours, ce compte adulte a pris contact, sans y avoir été invité, avec des"
                    + " comptes dont les probabilités d'être mineurs totalisent {minors_contacted}"
                    + " (seuil {minors_contacted.threshold}). Probabilité d'en atteindre autant par"
                    + " hasard, vu la part de mineurs dans la communauté : {minors_lift}. Part sans"
                    + " ami commun : {cold_share} ; part de ses contacts qui se connaissent :"
                    + " {closure}."),
            new Bilingual(
                "A verified role with minors, contacts who know each other, or age evidence that"
                    + " they are adults.",
                "Un rôle vérifié auprès de mineurs, des contacts qui se connaissent entre eux, ou"
                    + " des éléments prouvant qu'ils sont majeurs."),
            List.of(
                new Bilingual(
                    "coach or teacher new to the platform",
                    "un entraîneur ou un enseignant nouveau sur la plateforme"),
                new Bilingual(
                    "organiser of an event for families",
                    "l'organisateur d'un événement pour les familles")),
            List.of(
                "fewer than five minors a week",
                "minors followed by 64 later contacts",
                "communities without age evidence"),
            "docs/rules.md#g1");
    static final Texts G2 =
        new Texts(
            new Bilingual(
                "Towards one account that is likely a minor (age gap probability {age_gap}) this"
                    + " account went through {stages} distinct grooming stages in 14 days (bar"
                    + " {stages.threshold}), among them {goal_stages} of sexual content, image"
                    + " request or meeting and {covering_stages} of secrecy, isolation, moving"
                    + " elsewhere or asking after guardians.",
                "À l'égard d'un compte vraisemblablement mineur (probabilité d'écart d'âge :"
                    + " {age_gap}), ce compte a franchi {stages} étapes distinctes de manipulation"
                    + " en 14 jours (seuil {stages.threshold}), dont {goal_stages} relevant de"
                    + " contenu sexuel, de demande d'image ou de rendez-vous et {covering_stages}"
                    + " relevant de secret, d'isolement, de changement de plateforme ou de questions"
                    + " sur les parents."),
            new Bilingual(
                "A household link between the two, a verified role, or age evidence that closes the"
                    + " gap.",
                "Un lien de foyer déclaré entre les deux comptes, un rôle vérifié, ou une preuve"
                    + " d'âge qui annule l'écart."),
            List.of(
                new Bilingual(
                    "parent or sibling without a household link",
                    "un parent, un frère ou une sœur sans lien de foyer"),
                new Bilingual(
                    "sports coach planning a match", "un entraîneur sportif qui prépare un match")),
            List.of("conversations that moved elsewhere early", "unscanned or encrypted messages"),
            "docs/rules.md#g2");
    static final Texts A4 =
        new Texts(
            new Bilingual(
                "{violent_reports} report(s) of violence, robbery or extortion in 90 days about an"
                    + " account of this subject, by someone who had been in contact with it. If"
                    + " meetings are pending, those named here should be warned now.",
                "{violent_reports} signalement(s) de violence, de vol ou d'extorsion en 90 jours"
                    + " visant un compte rattaché à ce sujet, par une personne qui avait été en"
                    + " contact avec ce compte. Toute personne citée ici qui a un rendez-vous en"
                    + " attente doit être prévenue immédiatement."),
            new Bilingual(
                "The reporter withdrawing, or proof that the device was not in this person's hands.",
                "Le retrait du signalement, ou la preuve que l'appareil n'était pas entre les mains"
                    + " de cette personne."),
            List.of(
                new Bilingual(
                    "a false report by someone with a grudge", "un faux signalement par rancune"),
                new Bilingual("second-hand device", "un appareil d'occasion")),
            List.of("victims who do not report", "accounts that share no device or place"),
            "docs/rules.md#a4");
    static final Texts M1 =
        new Texts(
            new Bilingual(
                "In one message, this account sent {verified_matches} item(s) that match a verified"
                    + " hash list of abuse material exactly.",
                "Dans un message, ce compte a envoyé {verified_matches} élément(s) dont l'empreinte"
                    + " figure exactement dans une liste vérifiée de contenus pédocriminels."),
            new Bilingual(
                "The list's owner withdrawing the hash.",
                "Le retrait de l'empreinte par le propriétaire de la liste."),
            List.of(
                new Bilingual("an entry listed by mistake", "une entrée listée par erreur"),
                new Bilingual(
                    "someone forwarding evidence", "une personne qui transmet des preuves")),
            List.of("material that no list knows", "encrypted media"),
            "docs/rules.md#m1");

    private FirstRuleTexts() {}
  }
}
