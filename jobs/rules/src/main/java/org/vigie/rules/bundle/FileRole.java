package org.vigie.rules.bundle;

import java.util.regex.Pattern;

/** What a file is by its path. */
enum FileRole {
  RULE,
  TEST,
  FEATURES,
  PROFILE,
  LEXICON;

  private static final Pattern OF_RULES =
      Pattern.compile("(rules/.+|features/.+|profiles/.+|lexicons/.+|[^/]+)\\.yaml");

  private static final Pattern NEARLY =
      Pattern.compile("(rules/.+|features/.+|profiles/.+|lexicons/.+|[^/]+)\\.yml");

  /** Whether somebody means a file of rules, by an ending that is not read. */
  static boolean isNearlyOfRules(String path) {
    return NEARLY.matcher(path).matches();
  }

  /** Other folders of config hold other things. */
  static boolean isOfRules(String path) {
    return OF_RULES.matcher(path).matches();
  }

  static FileRole of(String path) {
    if (path.endsWith(".test.yaml")) {
      return TEST;
    }
    if (path.matches("(.*/)?features/[^/]+")) {
      return FEATURES;
    }
    if (path.matches("(.*/)?lexicons/[^/]+/[^/]+")) {
      return LEXICON;
    }
    return path.matches("(.*/)?profiles/[^/]+") ? PROFILE : RULE;
  }
}
