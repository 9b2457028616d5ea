package org.vigie.simulator.world;

/** What kind of platform a community is. Nothing is ever joined across communities. */
public enum CommunityKind {
  /** People who mostly know each other; the platform knows who is whose friend. */
  FRIENDS("harbour", true, 2),

  /** Strangers in rooms; nobody has friends that the platform knows of. */
  OPEN_CHAT("ferry", false, 2),

  /** Players, the young among them more than elsewhere. */
  GAMING("arcade", true, 4),

  /** Adults whom the platform matches; no friend graph. */
  DATING("lantern", false, 0),

  /** A platform that opens: everybody is new; nobody lives there before the story. */
  OPENING("slipway", false, 0);

  private final String community;
  private final boolean hasFriendGraph;
  private final int minorCircles;

  CommunityKind(String community, boolean hasFriendGraph, int minorCircles) {
    this.community = community;
    this.hasFriendGraph = hasFriendGraph;
    this.minorCircles = minorCircles;
  }

  /** Its name on the wire. */
  public String community() {
    return community;
  }

  /** Whether friends in common are known; else they are null on the wire. */
  public boolean hasFriendGraph() {
    return hasFriendGraph;
  }

  /** How many of ten circles are of minors. */
  int minorCircles() {
    return minorCircles;
  }

  boolean hasMinors() {
    return minorCircles > 0;
  }
}
