package org.vigie.core.alert;

/** Through what a finding came about; part of its identity in a case. Append only. */
public enum Via {
  ACCOUNT,
  DEVICE,
  PLACE,
  MEDIA,
  LINK,
  ROOM,
  TEXT
}
