package org.vigie.schemas;

import static org.vigie.alert.DeadLetterCode.MISSING_FIELD;

import org.jspecify.annotations.Nullable;
import org.vigie.event.AgeStatement;
import org.vigie.event.Ban;
import org.vigie.event.Network;
import org.vigie.event.SessionEvent;

/** What a session event must keep to, and what its kind can't do without. */
final class SessionRules {
  private SessionRules() {}

  static void check(SessionEvent event) throws RefusedException {
    TextRules.id("event_id", event.getEventId());
    TextRules.id("community", event.getCommunity());
    RangeRules.time("time", event.getTime());
    TextRules.id("account", event.getAccount());
    RangeRules.known("kind", event.getKind());
    RangeRules.known("account_kind", event.getAccountKind());
    TextRules.idOrUnknown("device", event.getDevice());
    RangeRules.known("device_strength", event.getDeviceStrength());
    RangeRules.known("device_kind", event.getDeviceKind());
    network(event.getNetwork());
    TextRules.idOrUnknown("place", event.getPlace());
    TextRules.idOrUnknown("time_zone", event.getTimeZone());
    age(event.getAge());
    RangeRules.known("role", event.getRole());
    RangeRules.known("role_source", event.getRoleSource());
    TextRules.idOrUnknown("linked_account", event.getLinkedAccount());
    SignalRules.check("signals", event.getSignals());
    TextRules.idOrUnknown("room", event.getRoom());
    ban(event.getBan());
    needed(event);
  }

  private static void needed(SessionEvent event) throws RefusedException {
    switch (event.getKind()) {
      case AGE_SIGNAL -> needed(event, "age", event.getAge());
      case ROLE_ASSERTED -> needed(event, "role", event.getRole());
      case HOUSEHOLD_LINKED -> needed(event, "linked_account", event.getLinkedAccount());
      case ROOM_JOINED, ROOM_LEFT -> needed(event, "room", event.getRoom());
      case ACCOUNT_CREATED,
          SIGNED_IN,
          SIGNED_OUT,
          PROFILE_UPDATED,
          RENAMED,
          DELETED,
          BANNED,
          RESTORED,
          ERASURE_REQUESTED -> {}
      case UNRECOGNISED -> throw new IllegalStateException("looked at before it was refused");
    }
  }

  private static void needed(SessionEvent event, String field, @Nullable Object value)
      throws RefusedException {
    if (value == null) {
      throw new RefusedException(
          Refusal.of(MISSING_FIELD, field, "is missing in " + event.getKind())
              .allowing(MissingField.allowed(event, field)));
    }
  }

  private static void network(@Nullable Network network) throws RefusedException {
    if (network == null) {
      return;
    }
    try {
      TextRules.idOrUnknown("address", network.getAddress());
      RangeRules.known("kind", network.getKind());
      TextRules.idOrUnknown("country", network.getCountry());
    } catch (RefusedException refused) {
      throw refused.within("network");
    }
  }

  private static void age(@Nullable AgeStatement age) throws RefusedException {
    if (age == null) {
      return;
    }
    try {
      RangeRules.ageRange(age.getMin(), age.getMax());
      RangeRules.known("source", age.getSource());
    } catch (RefusedException refused) {
      throw refused.within("age");
    }
  }

  private static void ban(@Nullable Ban ban) throws RefusedException {
    if (ban == null) {
      return;
    }
    try {
      RangeRules.known("reason", ban.getReason());
      RangeRules.timeOrUnknown("until", ban.getUntil());
    } catch (RefusedException refused) {
      throw refused.within("ban");
    }
  }
}
