package org.vigie.reference;

/** Whom or what an alert is about. */
record Subject(ReferenceAlert.SubjectKind kind, String id) {
  static Subject account(String id) {
    return new Subject(ReferenceAlert.SubjectKind.ACCOUNT, id);
  }

  /** ¶21: the device if it joins at least two accounts, else the account. */
  static Subject of(Occasion occasion) {
    boolean joined =
        occasion instanceof Occasion.OfLink link
            && link.way() == ReferenceFinding.Way.DEVICE
            && link.cluster().size() > 1;
    return joined
        ? new Subject(ReferenceAlert.SubjectKind.DEVICE, ((Occasion.OfLink) occasion).id())
        : account(occasion.account());
  }
}
