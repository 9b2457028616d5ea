package org.vigie.core.route;

import org.vigie.core.bytes.ByteReader;
import org.vigie.core.bytes.ByteWriter;
import org.vigie.core.event.Message.Channel;

/** The first bytes of a packed {@link Observation}: whom it concerns, and what it can do. */
record ObservationHead(
    Observation.Kind kind, Channel channel, long subjectTag, long counterpartTag) {
  private static final Observation.Kind[] KINDS = Observation.Kind.values();
  private static final Channel[] CHANNELS = Channel.values();

  static void write(Observation observation, ByteWriter out) {
    out.octet(observation.kind().ordinal()).octet(observation.channel().ordinal());
    out.fixed64(observation.subjectTag()).fixed64(observation.counterpartTag());
  }

  static ObservationHead read(ByteReader in) {
    return new ObservationHead(KINDS[in.octet()], CHANNELS[in.octet()], in.fixed64(), in.fixed64());
  }
}
