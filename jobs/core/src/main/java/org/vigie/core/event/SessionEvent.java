package org.vigie.core.event;

import java.util.List;

/**
 * The life of an account and its sessions (CONTRACT §3). Absent ids are {@link Unknown#ID}.
 *
 * @param actor the account
 * @param device device token
 * @param age an age statement, {@link AgeClaim#NONE} if the event carries none
 * @param linkedAccount the other account of HOUSEHOLD_LINKED, the old id of RENAMED
 * @param banReason a harm's name or OTHER for BANNED, else {@link Unknown#ID}
 * @param banUntilMs end of the ban, {@link Unknown#TIME} if open
 */
public record SessionEvent(
    String eventId,
    String community,
    long timeMs,
    String actor,
    Kind kind,
    AccountKind accountKind,
    String device,
    DeviceKind deviceKind,
    NetworkKind networkKind,
    String place,
    AgeClaim age,
    Role role,
    RoleSource roleSource,
    String linkedAccount,
    String room,
    List<Signal> signals,
    String banReason,
    long banUntilMs)
    implements Event {
  public SessionEvent {
    signals = List.copyOf(signals);
  }

  /** What happened to the account. */
  public enum Kind {
    ACCOUNT_CREATED,
    SIGNED_IN,
    SIGNED_OUT,
    AGE_SIGNAL,
    ROLE_ASSERTED,
    HOUSEHOLD_LINKED,
    PROFILE_UPDATED,
    RENAMED,
    ROOM_JOINED,
    ROOM_LEFT,
    DELETED,
    BANNED,
    RESTORED,
    ERASURE_REQUESTED;

    /** Whether the account is gone by it. */
    public boolean endsAccount() {
      return this == DELETED || this == ERASURE_REQUESTED;
    }

    /**
     * Whether it asks that the account be forgotten at once: a deletion does so while an earlier
     * request is remembered.
     */
    public boolean isRequest(boolean afterAnother) {
      return this == ERASURE_REQUESTED || this == DELETED && afterAnother;
    }
  }

  /** What kind of account it is; rules about persons read HUMAN and UNKNOWN. */
  public enum AccountKind {
    UNKNOWN,
    HUMAN,
    BOT,
    BRIDGED,
    OFFICIAL
  }

  /** Whose device it is. */
  public enum DeviceKind {
    UNKNOWN,
    PERSONAL,
    SHARED,
    EMULATOR
  }

  /** Kind of network the session came over. */
  public enum NetworkKind {
    UNKNOWN,
    RESIDENTIAL,
    MOBILE,
    HOSTING,
    VPN,
    SCHOOL,
    PUBLIC
  }

  /** A role that explains wide contacts. */
  public enum Role {
    NONE,
    EDUCATOR,
    COACH,
    YOUTH_WORKER,
    GUARDIAN,
    MODERATOR,
    ORGANISER,
    SELLER,
    SUPPORT,
    HELPLINE
  }

  /** Who says so. */
  public enum RoleSource {
    NONE,
    SELF,
    PLATFORM_VERIFIED
  }
}
