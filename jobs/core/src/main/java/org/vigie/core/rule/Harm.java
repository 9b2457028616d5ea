package org.vigie.core.rule;

/** What an alert is about (CONTRACT §6). The order is the stored order: append only. */
public enum Harm {
  GROOMING,
  AMBUSH,
  SEXTORTION,
  MINOR_EXPLOITATION,
  DRUG_SALES,
  ABUSE_MATERIAL,
  DRUGGED_ASSAULT,
  BAN_EVASION
}
