package org.vigie.cli.alert;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.vigie.alert.AlertState;
import org.vigie.alert.Family;
import org.vigie.alert.Harm;
import org.vigie.alert.Severity;
import org.vigie.alert.SubjectKind;
import org.vigie.alert.SubjectRole;
import org.vigie.event.AgeSource;
import org.vigie.event.MatchMethod;
import org.vigie.event.ReviewDecision;

/** Closed sets, times and numbers in a language. Times are in UTC. */
public final class Words {
  private final Language language;
  private final DateTimeFormatter minute;
  private final DateTimeFormatter brief;
  private final DateTimeFormatter full;

  /** Words of a language. */
  public Words(Language language) {
    this.language = language;
    this.minute = formatter("EEE d MMM HH:mm", language.locale());
    this.brief = formatter("d MMM HH:mm", language.locale());
    this.full = formatter("EEE d MMM yyyy HH:mm 'UTC'", language.locale());
  }

  Language language() {
    return language;
  }

  String label(Label label) {
    return label.in(language);
  }

  /** A time to the minute, without its year. */
  public String time(long timeMs) {
    return minute.format(Instant.ofEpochMilli(timeMs));
  }

  /** A time to the minute, without weekday and year. */
  String shortTime(long timeMs) {
    return brief.format(Instant.ofEpochMilli(timeMs));
  }

  /** A time to the minute, in full. */
  String fullTime(long timeMs) {
    return full.format(Instant.ofEpochMilli(timeMs));
  }

  /** A length of time to the minute, such as {@code 12 h 5 min}. */
  public String span(long spanMs) {
    Duration span = Duration.ofMillis(Math.abs(spanMs));
    String days = language == Language.EN ? " d " : " j ";
    String text =
        (span.toDays() > 0 ? span.toDays() + days : "")
            + (span.toHours() > 0 ? span.toHoursPart() + " h " : "")
            + (span.toDays() > 0 ? "" : span.toMinutesPart() + " min");
    return text.strip();
  }

  /** A window, in the largest unit that goes into it: whole days, else as {@link #span}. */
  String window(long windowMs) {
    Duration window = Duration.ofMillis(windowMs);
    boolean wholeDays = window.toDays() > 0 && window.minusDays(window.toDays()).isZero();
    return wholeDays ? window.toDays() + pick(" d", " j") : span(windowMs);
  }

  /** A number with two decimals at most, a small one with four. */
  String number(double number) {
    if (number == Math.rint(number) && Math.abs(number) < 1e9) {
      return Long.toString((long) number);
    }
    if (Math.abs(number) >= 0.01) {
      return String.format(language.locale(), "%.2f", number);
    }
    return number > 0 && number < 0.0001
        ? "< " + small(0.0001)
        : small(number).replaceFirst("0+$", "");
  }

  private String small(double number) {
    return String.format(language.locale(), "%.4f", number);
  }

  /** A probability, never rounded to certainty. */
  String probability(double probability) {
    if (probability < 0.005) {
      return "< " + number(0.01);
    }
    return probability > 0.995 ? "> " + number(0.99) : number(probability);
  }

  /** So many messages. */
  String messages(int count) {
    return count + (Math.abs(count) == 1 ? " message" : " messages");
  }

  /** That there is more than is listed. */
  String more(int count) {
    return "+ %d %s".formatted(count, label(Label.MORE));
  }

  /** What stands between a name and what is said of it. */
  String colon() {
    return pick(": ", " : ");
  }

  /** What stands between statements. */
  String semicolon() {
    return pick("; ", " ; ");
  }

  /** A harm by its name. */
  public String harm(Harm harm) {
    return switch (harm) {
      case GROOMING -> pick("Grooming", "Manipulation d'un mineur");
      case AMBUSH -> pick("Ambush", "Guet-apens");
      case SEXTORTION -> pick("Sextortion", "Chantage sexuel");
      case MINOR_EXPLOITATION -> pick("Exploitation of minors", "Exploitation de mineurs");
      case DRUG_SALES -> pick("Drug sales", "Vente de stupéfiants");
      case ABUSE_MATERIAL -> pick("Abuse material", "Contenus pédocriminels");
      case DRUGGED_ASSAULT -> pick("Drugged assault", "Soumission chimique");
      case BAN_EVASION -> pick("Ban evasion", "Contournement d'exclusion");
      case UNRECOGNISED -> pick("Harm not known", "Danger non reconnu");
    };
  }

  /** How a file was compared with a list. */
  String match(MatchMethod method) {
    return switch (method) {
      case EXACT -> pick("the same bytes", "octets identiques");
      case PERCEPTUAL -> pick("looks the same", "d'apparence semblable");
      case UNRECOGNISED -> "?";
    };
  }

  String severity(Severity severity) {
    return switch (severity) {
      case LOW -> pick("LOW", "FAIBLE");
      case MEDIUM -> pick("MEDIUM", "MOYEN");
      case HIGH -> pick("HIGH", "ÉLEVÉ");
      case CRITICAL -> pick("CRITICAL", "CRITIQUE");
      case UNRECOGNISED -> "?";
    };
  }

  String state(AlertState state) {
    return switch (state) {
      case OPEN -> pick("open", "ouverte");
      case CONFIRMED -> pick("confirmed", "confirmée");
      case DISMISSED -> pick("dismissed", "écartée");
      case WITHDRAWN -> pick("withdrawn", "retirée");
      case EXPIRED -> pick("expired", "périmée");
      case UNRECOGNISED -> "?";
    };
  }

  /** A kind of subject. */
  public String subjectKind(SubjectKind kind) {
    return switch (kind) {
      case ACCOUNT -> pick("account", "compte");
      case DEVICE -> pick("device", "appareil");
      case PLACE -> pick("place", "lieu");
      case ROOM -> pick("room", "salon");
      case MEDIA -> pick("media", "média");
      case LINK -> pick("link", "lien");
      case UNRECOGNISED -> "?";
    };
  }

  String role(SubjectRole role) {
    return switch (role) {
      case SUSPECTED_ACTOR -> pick("suspected actor", "auteur présumé");
      case POSSIBLE_VICTIM -> pick("possible victim", "victime possible");
      case NEUTRAL -> pick("neutral", "neutre");
      case UNRECOGNISED -> "?";
    };
  }

  /** The part of a subject in the harm, where it can have one: an account, or who uses a device. */
  String part(SubjectKind kind, SubjectRole role) {
    return switch (kind) {
      case ACCOUNT -> ", " + role(role);
      case DEVICE -> role == SubjectRole.SUSPECTED_ACTOR ? ", " + label(Label.OF_SUSPECTS) : "";
      case PLACE, ROOM, MEDIA, LINK, UNRECOGNISED -> "";
    };
  }

  String family(Family family) {
    return switch (family) {
      case CONTACT_GRAPH -> pick("who is contacted", "qui est contacté");
      case STAGE_SIGNALS -> pick("stages of the conversation", "étapes de la conversation");
      case TARGET_REACTION -> pick("how the targets react", "réaction des cibles");
      case IDENTITY -> pick("accounts and devices", "comptes et appareils");
      case PLACE -> pick("places and meetings", "lieux et rendez-vous");
      case MEDIA -> pick("media and links", "médias et liens");
      case PAYMENT -> pick("money and gifts", "argent et cadeaux");
      case UNRECOGNISED -> "?";
    };
  }

  String decision(ReviewDecision decision) {
    return switch (decision) {
      case CONFIRMED -> pick("confirmed", "confirmée");
      case DISMISSED -> pick("dismissed", "écartée");
      case NEEDS_MORE -> pick("needs more", "à compléter");
      case ESCALATED -> pick("escalated", "transmise");
      case UNRECOGNISED -> "?";
    };
  }

  String ageSource(AgeSource source) {
    return switch (source) {
      case DECLARED -> pick("declared", "déclaré");
      case GUARDIAN -> pick("told by a guardian", "dit par un parent");
      case OS_SIGNAL -> pick("from the device", "donné par l'appareil");
      case ESTIMATED -> pick("estimated", "estimé");
      case VERIFIED -> pick("verified", "vérifié");
      case DISCLOSED -> pick("said in conversation", "dit en conversation");
      case UNRECOGNISED -> "?";
    };
  }

  private String pick(String english, String french) {
    return switch (language) {
      case EN -> english;
      case FR -> french;
    };
  }

  private static DateTimeFormatter formatter(String pattern, Locale locale) {
    return DateTimeFormatter.ofPattern(pattern, locale).withZone(ZoneOffset.UTC);
  }
}
