package org.vigie.core.route;

import java.util.List;
import org.vigie.core.alert.Evidence;
import org.vigie.core.bytes.ByteWriter;
import org.vigie.core.event.AgeClaim;
import org.vigie.core.event.Event;
import org.vigie.core.event.Interaction;
import org.vigie.core.event.Message;
import org.vigie.core.event.RecordedEvent;
import org.vigie.core.event.Review;
import org.vigie.core.event.SessionEvent;
import org.vigie.core.event.Unknown;
import org.vigie.core.order.Input;
import org.vigie.core.order.Key;
import org.vigie.core.order.Path;
import org.vigie.core.order.Rank;
import org.vigie.core.order.Root;
import org.vigie.core.order.StopName;
import org.vigie.core.order.Tags;

/** One event on its way. */
final class Route {
  /** Room for an observation without a meeting and with ids of some 20 bytes. */
  private static final int OBSERVATION_BYTES = 192;

  private final Origin origin;
  private final Root root;
  final long actorTag;
  private final List<Input> inputs;

  Route(RecordedEvent recorded, EffectiveTime time, long actorTag, List<Input> inputs) {
    Event event = recorded.event();
    this.root = new Root(time.timeMs(), rankOf(event), event.eventId());
    this.origin =
        new Origin(
            kindOf(event),
            recorded.position(),
            event.timeMs(),
            recorded.recordedMs(),
            time.clamped());
    this.actorTag = actorTag;
    this.inputs = inputs;
  }

  Origin origin() {
    return origin;
  }

  /**
   * Sends an observation.
   *
   * @param causeTag of the actor, and of the target where both are needed to tell events apart
   */
  void observe(Observation observation, long causeTag) {
    ByteWriter out = new ByteWriter(OBSERVATION_BYTES).octet(PayloadKind.OBSERVATION.ordinal());
    observation.write(out, root.timeMs());
    Key key = Tags.accountKey(observation.counterpartTag());
    Path path = new Path(StopName.DECODE, causeTag, PayloadKind.OBSERVATION.ordinal());
    inputs.add(new Input(StopName.RECIPIENT, key, root, path, false, out.toBytes()));
  }

  void live(AccountLife life, long accountTag) {
    ByteWriter out = new ByteWriter(128).octet(PayloadKind.ACCOUNT_LIFE.ordinal());
    life.write(out, root.timeMs());
    Key key = Tags.accountKey(accountTag);
    send(StopName.SENDER, key, PayloadKind.ACCOUNT_LIFE, out);
    boolean changesProfile =
        life.age().isPresent()
            || Unknown.isKnown(life.device())
            || life.kind() == SessionEvent.Kind.ACCOUNT_CREATED
            || life.kind().endsAccount()
            || life.kind() == SessionEvent.Kind.BANNED
            || life.kind() == SessionEvent.Kind.RESTORED;
    if (changesProfile) {
      send(StopName.RECIPIENT, key, PayloadKind.ACCOUNT_LIFE, out);
    }
  }

  void disclose(Message message, AgeClaim claim) {
    ByteWriter out = new ByteWriter().octet(PayloadKind.AGE_STATED.ordinal());
    new AgeStated(message.community(), message.actor(), claim, root.timeMs(), origin)
        .write(out, root.timeMs());
    Key key = Tags.accountKey(actorTag);
    send(StopName.SENDER, key, PayloadKind.AGE_STATED, out);
    send(StopName.RECIPIENT, key, PayloadKind.AGE_STATED, out);
  }

  void post(Posted posted) {
    ByteWriter out = new ByteWriter().octet(PayloadKind.POSTED.ordinal());
    posted.write(out, root.timeMs());
    send(StopName.SENDER, Tags.accountKey(actorTag), PayloadKind.POSTED, out);
  }

  void send(StopName stop, Key key, PayloadKind kind, ByteWriter payload) {
    Path path = new Path(StopName.DECODE, actorTag, kind.ordinal());
    inputs.add(new Input(stop, key, root, path, false, payload.toBytes()));
  }

  private static Rank rankOf(Event event) {
    if (event instanceof Message) {
      return Rank.MESSAGE;
    }
    if (event instanceof Interaction) {
      return Rank.INTERACTION;
    }
    return event instanceof Review ? Rank.REVIEW : Rank.ACCOUNT_LIFE;
  }

  private static Evidence.Kind kindOf(Event event) {
    if (event instanceof Message) {
      return Evidence.Kind.MESSAGE;
    }
    return event instanceof Interaction ? Evidence.Kind.INTERACTION : Evidence.Kind.SESSION;
  }
}
