package org.vigie.core.alert;

/** What an alert is about (CONTRACT §6). Append only: stored by ordinal. */
public enum SubjectKind {
  ACCOUNT,
  DEVICE,
  PLACE,
  ROOM,
  MEDIA,
  LINK
}
