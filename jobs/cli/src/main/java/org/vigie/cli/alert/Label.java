package org.vigie.cli.alert;

/** Words of the sheet around what an alert says itself. */
enum Label {
  WHY_NOW("Why now", "Urgence"),
  TO_WARN("To warn", "À prévenir"),
  LOOK_AFTER("Look after", "S'enquérir"),
  FINDING("Finding", "Constat"),
  ACCOUNTS("Accounts", "Comptes"),
  TIMELINE("Timeline", "Chronologie"),
  LEAD("Lead time", "Délai"),
  MEASURED("Measured", "Mesures"),
  EVIDENCE("Evidence", "Indices"),
  MEDIA("Media", "Médias"),
  ABSENT("Not seen", "Non observé"),
  MISSING("Would add", "Aggraverait"),
  GUARDS("Weighed", "Pondération"),
  COUNTERPARTS("Others", "Autres"),
  AGES("Ages", "Âges"),
  LOOK_ALIKES("Think of", "Penser à"),
  CLEARS("Would clear", "Lèverait"),
  NOTED("Noted", "À noter"),
  REVIEW("Review", "Revue"),
  SOURCE("Source", "Origine"),
  ALERT("Alert", "Alerte"),

  REVISION("revision", "révision"),
  EPISODE("episode", "épisode"),
  PROVISIONAL("provisional", "provisoire"),
  CERTAIN("provisional but certain", "provisoire mais certaine"),
  VOID("void", "caduque"),
  SHADOW("on trial", "à l'essai"),
  CLAIMS("claims", "propose"),
  SUPERSEDED("no longer holds", "ne tient plus"),
  FIRST_CONTACT("first contact", "premier contact"),
  MEETING("meeting", "rendez-vous"),
  THIS_FINDING("found", "constaté"),
  FIRST_FOUND("first found", "constaté d'abord"),
  BAR("bar", "seuil"),
  WITHIN("over up to", "sur au plus"),
  YES("yes", "oui"),
  NO("no", "non"),
  SEEN("seen", "observé"),
  NOT_MET("not met", "non atteint"),
  SECOND_KIND("a second kind of evidence", "un second type d'indices"),
  AFTER_FIRST_CONTACT("after first contact", "après le premier contact"),
  AT_FIRST_CONTACT("at first contact", "dès le premier contact"),
  BEFORE_MEETING("before the meeting", "avant le rendez-vous"),
  AFTER_MEETING("after the meeting's time", "après l'heure du rendez-vous"),
  AT_MEETING("at the meeting's time", "à l'heure du rendez-vous"),
  SCORE("score", "score"),
  LOWERED("weight lowered by", "poids réduit de"),
  WITHOUT_EFFECT("without effect", "sans effet"),
  P_MINOR("p(minor)", "p(mineur)"),
  AGE_UNKNOWN("age unknown", "âge inconnu"),
  MORE("more", "de plus"),
  BEFORE("before that", "avant cela"),
  REACHED("reached", "contacté(s)"),
  PENDING("meeting pending", "rendez-vous en attente"),
  AT_PLACE("at place", "au lieu"),
  HAS_REPORTED("has reported", "a signalé"),
  WITH("with", "avec"),
  IN("in", "dans"),
  AND("and", "et"),
  TIME_UNKNOWN("at a time not known", "à une heure inconnue"),
  OVERDUE("its time has passed", "l'heure est passée"),
  AT_LEAST("at least", "au moins"),
  AT_MOST("at most", "au plus"),
  EXACTLY("exactly", "exactement"),
  OF_SUSPECTS("of suspected actors", "d'auteurs présumés"),
  VERIFIED_LIST("verified list", "liste vérifiée"),
  UNVERIFIED_LIST("list not verified", "liste non vérifiée"),
  ENGINE("engine", "moteur"),
  RULES("rules", "règles"),
  CONTENT_USED("content signals used", "signaux de contenu utilisés"),
  CONTENT_NOT_USED("no content signals", "sans signaux de contenu"),
  A_PERSON_DECIDES(
      "found by a machine, for a person to decide", "trouvé par une machine, une personne décide"),
  CREATE_TIME(
      "times were set by the sender, not by the log (CREATE_TIME)",
      "heures fixées par l'émetteur, non par le journal (CREATE_TIME)"),
  OF_PHRASES(
      "some codes may come of phrases in texts, which are hints",
      "certains indicateurs peuvent venir d'expressions des textes, simples indices"),
  CLAMPED("events counted at another time than their own", "événements comptés à une autre heure"),
  UNKNOWN_AGES("of unknown age", "d'âge inconnu"),
  BY("by", "par");

  private final String english;
  private final String french;

  Label(String english, String french) {
    this.english = english;
    this.french = french;
  }

  String in(Language language) {
    return switch (language) {
      case EN -> english;
      case FR -> french;
    };
  }
}
