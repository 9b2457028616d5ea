package org.vigie.cli.alert;

import java.util.Locale;

/** Languages that alerts are shown in. */
public enum Language {
  /** English. */
  EN(Locale.ENGLISH),
  /** French. */
  FR(Locale.FRENCH);

  private final Locale locale;

  Language(Locale locale) {
    this.locale = locale;
  }

  Locale locale() {
    return locale;
  }

  /** As alerts call it: en, fr. */
  String code() {
    return locale.getLanguage();
  }
}
