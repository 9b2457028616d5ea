package org.vigie.core.alert;

import org.vigie.core.event.SignalCode;
import org.vigie.core.rule.Texts.Bilingual;

/** What a signal code stands for, as a reviewer reads it (DOMAIN §2). */
public final class CodeWords {
  private CodeWords() {}

  /** Words for a code, with the code itself. */
  public static Bilingual of(SignalCode code) {
    Bilingual words = words(code);
    return new Bilingual(
        words.en() + " (" + code.name() + ")", words.fr() + " (" + code.name() + ")");
  }

  private static Bilingual words(SignalCode code) {
    return switch (code) {
      case AGE_PROBE -> said("asking for the age", "demande d'âge");
      case AGE_DISCLOSURE -> said("saying an age", "annonce d'un âge");
      case LOCATION_PROBE -> said("asking for the whereabouts", "demande de localisation");
      case GUARDIAN_PROBE -> said("asking after guardians", "questions sur les parents");
      case FLATTERY -> said("flattery", "flatterie");
      case SECRECY -> said("asking for secrecy", "demande de secret");
      case ISOLATION -> said("setting apart from others", "mise à l'écart des proches");
      case PLATFORM_MOVE -> said("moving elsewhere", "changement de plateforme");
      case CONTACT_EXCHANGE -> said("exchanging contact details", "échange de coordonnées");
      case IMAGE_REQUEST -> said("asking for an image", "demande d'image");
      case IMAGE_SENT -> said("an intimate image sent", "image intime envoyée");
      case SEXUAL -> said("sexual content", "contenu sexuel");
      case MEETING_PROPOSAL -> said("proposing to meet", "proposition de rencontre");
      case COME_ALONE -> said("asking to come alone", "demande de venir seul");
      case URGENCY -> said("urging", "insistance");
      case GIFT_OFFER -> said("offering a gift", "offre de cadeau");
      case MONEY_OFFER -> said("offering money", "offre d'argent");
      case PAYMENT_DEMAND -> said("demanding payment", "exigence de paiement");
      case THREAT_EXPOSE -> said("threatening to expose", "menace de divulgation");
      case THREAT_VIOLENCE -> said("threatening violence", "menace de violence");
      case DEADLINE -> said("setting a deadline", "ultimatum");
      case SALE_OFFER -> said("offering for sale", "offre de vente");
      case PRICE -> said("naming a price", "annonce d'un prix");
      case QUANTITY -> said("naming a quantity", "annonce d'une quantité");
      case SEDATION -> said("speaking of sedation", "évocation de sédation");
      case THIRD_PARTY_UNAWARE -> said("a third party unaware", "tiers tenu dans l'ignorance");
      case DISTRESS -> said("distress", "détresse");
      case REFUSAL -> said("a refusal", "refus");
    };
  }

  private static Bilingual said(String english, String french) {
    return new Bilingual(english, french);
  }
}
