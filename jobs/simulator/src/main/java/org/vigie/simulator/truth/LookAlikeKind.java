package org.vigie.simulator.truth;

/** Who looks like a harm and is none. */
public enum LookAlikeKind {
  TEACHER,
  COACH,
  YOUTH_WORKER,
  PARENT,
  SIBLING,
  GUILD_LEADER,
  MODERATOR,
  POPULAR_TEEN,
  TEEN_COUPLE,
  YOUNG_ADULT_WITH_TEENS,
  HELP_LINE,
  CUSTOMER_SUPPORT,
  EVENT_ORGANISER,
  FIRST_DATE,
  MARKETPLACE_SELLER,
  MARKETPLACE_BUYER,
  HOST,
  COUPLE_IMAGES,
  BREAK_UP,
  DEBT_AMONG_FRIENDS,
  FORWARDED_THREAT,
  FORWARDED_EVIDENCE,
  FAMILY_TABLET,
  ROOMMATES,
  SECOND_HAND_PHONE,
  CAFE_OR_SCHOOL_NETWORK,
  REINSTATED,
  RENAMED_FOR_SAFETY,
  BRIGADING,
  BRAND_NEW_PLATFORM;

  /** As people say it. */
  public String label() {
    return name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
  }
}
