package org.vigie.core.cases;

import org.jspecify.annotations.Nullable;
import org.vigie.core.alert.AlertState;
import org.vigie.core.alert.Finding;
import org.vigie.core.alert.ReviewNote;
import org.vigie.core.bytes.ByteReader;
import org.vigie.core.bytes.ByteWriter;
import org.vigie.core.event.Unknown;
import org.vigie.core.fold.BoundedList;
import org.vigie.core.fold.StateLimit;
import org.vigie.core.fold.Stop;
import org.vigie.core.route.SeenEvents;

/** What is kept of an alert. */
final class CaseState {
  private static final int VERSION = 3;
  private static final AlertState[] STATES = AlertState.values();

  int revision;
  int episode = 1;
  AlertState state = AlertState.OPEN;

  /** Instant and recording of the episode's first finding, and what had happened by then. */
  long detectedMs = Unknown.TIME;

  long detectedRecordedMs = Unknown.TIME;
  long messagesBefore;
  int targetsBefore;

  /** When the last meeting that it warns of is over, or {@link Stop#NO_DEADLINE}. */
  long lapseMs = Stop.NO_DEADLINE;

  /** When what came within a cool-down is shown at the latest, or {@link Stop#NO_DEADLINE}. */
  long gatheredMs = Stop.NO_DEADLINE;

  /** Until when a dismissal rests, and the families that the alert had then. */
  long restUntilMs = Unknown.TIME;

  int dismissedFamilies;

  final BoundedList<Held> findings = new BoundedList<>(StateLimit.CASE_FINDINGS);
  final SeenEvents seen = new SeenEvents(StateLimit.CASE_SEEN);
  final BoundedList<ReviewNote> reviews = new BoundedList<>(StateLimit.CASE_REVIEWS);

  /** What the present instant brought; never stored, empty between instants. */
  final CaseOccasion occasion = new CaseOccasion();

  /** A finding and whether it still holds. */
  record Held(Finding finding, boolean superseded) {}

  byte @Nullable [] encode() {
    if (revision == 0) {
      return null;
    }
    ByteWriter out = new ByteWriter(1024).octet(VERSION).number(revision).number(episode);
    out.octet(state.ordinal()).signed(detectedMs).signed(detectedRecordedMs);
    out.number(messagesBefore).number(targetsBefore).signed(lapseMs).signed(gatheredMs);
    out.signed(restUntilMs).number(dismissedFamilies);
    findings.write(
        out,
        held -> {
          held.finding().write(out);
          out.flag(held.superseded());
        });
    seen.write(out);
    reviews.write(out, review -> review.write(out));
    return out.toBytes();
  }

  /** The last revision of a stored case, 0 for a new one. */
  static int revisionOf(byte @Nullable [] stored) {
    return stored == null ? 0 : openStored(stored).count();
  }

  private static ByteReader openStored(byte[] stored) {
    ByteReader in = new ByteReader(stored);
    int version = in.octet();
    if (version != VERSION) {
      throw new IllegalStateException("case state of version " + version);
    }
    return in;
  }

  static CaseState decode(byte @Nullable [] stored) {
    CaseState state = new CaseState();
    if (stored != null) {
      ByteReader in = openStored(stored);
      state.revision = in.count();
      state.episode = in.count();
      state.state = STATES[in.octet()];
      state.detectedMs = in.signed();
      state.detectedRecordedMs = in.signed();
      state.messagesBefore = in.number();
      state.targetsBefore = in.count();
      state.lapseMs = in.signed();
      state.gatheredMs = in.signed();
      state.restUntilMs = in.signed();
      state.dismissedFamilies = in.count();
      state.findings.read(in, bytes -> new Held(Finding.read(bytes), bytes.flag()));
      state.seen.read(in);
      state.reviews.read(in, ReviewNote::read);
    }
    return state;
  }
}
