package org.vigie.core.judge;

/** The signed events of a pair as one of its accounts keeps them, and what they can come after. */
public interface SignedEvents {
  /** A pair without any. */
  SignedEvents NONE = new NoSignedEvents();

  /** Number of events. */
  int size();

  /** Effective time of an event, epoch milliseconds. */
  long timeMs(int event);

  /** Rank of its instant, as {@link org.vigie.core.order.Rank} orders them. */
  int rank(int event);

  /** The platform's id of it. */
  String id(int event);

  /** Signs of an event, a bit each of {@link org.vigie.core.rule.Signs}. */
  long signs(int event);

  /** Those of its signs that need no second one. */
  long strong(int event);

  /** Those of its signs that its sender had from somebody else. */
  long relayed(int event);

  /** Whether the judged account sent it. */
  boolean isOwn(int event);

  /** Whether it was a DIRECT message, one to a small group, or an interaction. */
  boolean isPrivate(int event);

  /** First act of the pair, epoch milliseconds. */
  long contactMs();

  /** Number of agreed times that are kept, passed or not. */
  int meetings();

  /** An agreed time, epoch milliseconds. */
  long meetingMs(int meeting);

  /** Whether that meeting was at a public place. */
  boolean isPublic(int meeting);
}
