package org.vigie.simulator.truth;

import java.util.Locale;
import org.vigie.alert.Harm;

/** What people do who do harm, each with the family of harm that it belongs to. */
public enum PlantedHarm {
  WIDE_CONTACT("G1", Harm.GROOMING),
  STAGED_APPROACH("G2", Harm.GROOMING),
  QUICK_SOLICITATION("G3", Harm.GROOMING),
  SAME_LINE_TO_MANY("G4", Harm.GROOMING),
  REJECTED_BY_MANY("G5", Harm.GROOMING),
  PERSISTENCE("G6", Harm.GROOMING),
  MOVING_AWAY("G7", Harm.GROOMING),
  GIFTS("G8", Harm.GROOMING),
  LURES_TO_ONE_PLACE("A2", Harm.AMBUSH),
  SILENCE_AFTER_MEETINGS("A3", Harm.AMBUSH),
  REPORTED_AMBUSH("A4", Harm.AMBUSH),
  DEMAND_AFTER_MEETING("A5", Harm.AMBUSH),
  LURES_IN_TURN("A6", Harm.AMBUSH),
  EXTORTION_BY_IMAGE("S1", Harm.SEXTORTION),
  SERIAL_EXTORTION("S2", Harm.SEXTORTION),
  SCATTERED_CONTACT("S3", Harm.SEXTORTION),
  ACCOUNT_FARM("S5", Harm.SEXTORTION),
  PAID_LURING("C1", Harm.MINOR_EXPLOITATION),
  OPERATED_MINORS("C2", Harm.MINOR_EXPLOITATION),
  CROWD_AROUND_A_MINOR("C3", Harm.MINOR_EXPLOITATION),
  DEALING("D1", Harm.DRUG_SALES),
  PASSED_MENU("D2", Harm.DRUG_SALES),
  LISTED_MATERIAL("M1", Harm.ABUSE_MATERIAL),
  SIMILAR_MATERIAL("M2", Harm.ABUSE_MATERIAL),
  SPREAD_MATERIAL("M3", Harm.ABUSE_MATERIAL),
  PLANNED_ASSAULT("R1", Harm.DRUGGED_ASSAULT),
  SEARCH_FOR_ACCOMPLICES("R2", Harm.DRUGGED_ASSAULT),
  ROOM_OF_ACCOMPLICES("R3", Harm.DRUGGED_ASSAULT),
  RETURN_ON_THE_DEVICE("B1", Harm.BAN_EVASION),
  RETURN_TO_THE_TARGETS("B2", Harm.BAN_EVASION),
  THROWAWAY_ACCOUNTS("B3", Harm.BAN_EVASION);

  private final String indicator;
  private final Harm harm;

  PlantedHarm(String indicator, Harm harm) {
    this.indicator = indicator;
    this.harm = harm;
  }

  /** The line of the catalogue of indicators that describes it. */
  public String indicator() {
    return indicator;
  }

  /** The family of harm that an alert about it names. */
  public Harm harm() {
    return harm;
  }

  /** As people say it. */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
