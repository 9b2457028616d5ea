package org.vigie.reference.simulation;

import org.vigie.core.alert.AlertId;
import org.vigie.core.alert.Role;
import org.vigie.core.alert.Subject;
import org.vigie.core.alert.SubjectKind;
import org.vigie.core.rule.Harm;

/** What an alert would be about, in any community. */
record Target(Harm harm, SubjectKind kind, String id) {
  String alertId(String community) {
    return AlertId.of(harm, new Subject(community, kind, id, Role.SUSPECTED_ACTOR)).toString();
  }
}
