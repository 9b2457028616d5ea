package org.vigie.core.rule;

/** Bands of age in whole years, both ends included. The first three are minors. */
public enum AgeBand {
  UNDER_13(0, 12, "<13"),
  FROM_13(13, 15, "13-15"),
  FROM_16(16, 17, "16-17"),
  FROM_18(18, 20, "18-20"),
  FROM_21(21, 150, "21+");

  private final int minYears;
  private final int maxYears;
  private final String label;

  AgeBand(int minYears, int maxYears, String label) {
    this.minYears = minYears;
    this.maxYears = maxYears;
    this.label = label;
  }

  /** Least age of the band, whole years. */
  public int minYears() {
    return minYears;
  }

  /** Greatest age of the band, whole years. */
  public int maxYears() {
    return maxYears;
  }

  /** As alerts show it. */
  public String label() {
    return label;
  }

  /** Whether people of the band are under 18. */
  public boolean isMinor() {
    return maxYears < 18;
  }
}
