package org.vigie.schemas.standing;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.vigie.alert.Alert;
import org.vigie.alert.AlertState;

/** All that was read of one alert and still matters. */
final class AlertCard {

  private final Map<String, Alert> saidById = new LinkedHashMap<>();
  private final Set<String> settledIds = new LinkedHashSet<>();
  private @Nullable Alert settled;

  void settled(Alert revision) {
    if (settled == null || revision.getRevision() >= settled.getRevision()) {
      settled = revision;
    }
    String id = revision.getProvisionalId();
    if (id != null) {
      settledIds.add(id);
      saidById.remove(id);
      bound(settledIds);
    }
  }

  void said(Alert provisional) {
    String id = provisional.getProvisionalId();
    if (id == null || settledIds.contains(id)) {
      return;
    }
    saidById.remove(id); // so that what was said last stands last
    saidById.put(id, provisional);
    bound(saidById.keySet());
  }

  /** Where it stands once everything up to a time is settled. */
  Standing standing(long throughMs) {
    Standing newest = newest(throughMs);
    Alert known = settled;
    if (newest != null && (newest.phase() == Phase.PROVISIONAL || known == null)) {
      return newest;
    }
    if (known == null) {
      throw new IllegalStateException("an alert of which nothing was read");
    }
    return new Standing(Phase.SETTLED, known);
  }

  /** Of what was said and is not settled that which counts most: valid before taken back. */
  private @Nullable Standing newest(long throughMs) {
    Standing newest = null;
    for (Alert said : saidById.values()) {
      Standing other = new Standing(phase(said, throughMs), said);
      if (newest == null || isNewer(other, newest)) {
        newest = other;
      }
    }
    return newest;
  }

  private static boolean isNewer(Standing one, Standing other) {
    boolean valid = one.phase() == Phase.PROVISIONAL;
    if (valid != (other.phase() == Phase.PROVISIONAL)) {
      return valid;
    }
    return untilMs(one.alert()) >= untilMs(other.alert());
  }

  private static Phase phase(Alert said, long throughMs) {
    if (said.getState() == AlertState.WITHDRAWN) {
      return Phase.WITHDRAWN;
    }
    return untilMs(said) <= throughMs ? Phase.VOID : Phase.PROVISIONAL;
  }

  private static long untilMs(Alert said) {
    Long untilMs = said.getValidUntil();
    return untilMs == null ? Long.MAX_VALUE : untilMs;
  }

  private static void bound(Set<String> ids) {
    if (ids.size() > AlertBoard.IDS_MAX) {
      ids.remove(ids.iterator().next());
    }
  }
}
