package org.vigie.reference;

/** Whom or what an alert is about. */
record Subject(ReferenceAlert.SubjectKind kind, String id) {
  static Subject account(String id) {
    return new Subject(ReferenceAlert.SubjectKind.ACCOUNT, id);
  }

  /** ¶21, 0012 ¶70: the device if it joins at least two accounts, else the account. */
  static Subject of(Occasion occasion) {
    return occasion instanceof Occasion.OfLink link ? of(link) : account(occasion.account());
  }

  private static Subject of(Occasion.OfLink link) {
    return switch (link.way()) {
      case DEVICE ->
          link.cluster().size() > 1
              ? new Subject(ReferenceAlert.SubjectKind.DEVICE, link.id())
              : account(link.account());
      case MEDIA -> new Subject(ReferenceAlert.SubjectKind.MEDIA, link.id());
      case LINK -> new Subject(ReferenceAlert.SubjectKind.LINK, link.id());
      case ROOM -> new Subject(ReferenceAlert.SubjectKind.ROOM, link.id());
      case TEXT -> account(link.account());
      // 0012 ¶76: a place for itself is judged for nobody.
      case PLACE ->
          link.account().isEmpty()
              ? new Subject(ReferenceAlert.SubjectKind.PLACE, link.id())
              : account(link.account());
      // A target is an account by whom others pass.
      case ACCOUNT -> account(link.id().isEmpty() ? link.account() : link.id());
    };
  }
}
