package org.vigie.simulator.world;

/** Where people live: their day starts earlier or later than the world's clock. */
enum Zone {
  PARIS("Europe/Paris", "FR", 1),
  LONDON("Europe/London", "GB", 0),
  NEW_YORK("America/New_York", "US", -5),
  SAO_PAULO("America/Sao_Paulo", "BR", -3),
  MANILA("Asia/Manila", "PH", 8);

  private final String zoneName;
  private final String country;
  private final int offsetHours;

  Zone(String zoneName, String country, int offsetHours) {
    this.zoneName = zoneName;
    this.country = country;
    this.offsetHours = offsetHours;
  }

  String zoneName() {
    return zoneName;
  }

  String country() {
    return country;
  }

  String letter() {
    return country.substring(0, 1);
  }

  /** The hour that a clock there shows in an hour since 1970. */
  int localHour(long hourUtc) {
    return (int) Math.floorMod(hourUtc + offsetHours, 24L);
  }
}
