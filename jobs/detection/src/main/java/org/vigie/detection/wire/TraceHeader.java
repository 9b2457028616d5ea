package org.vigie.detection.wire;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.vigie.core.event.Trace;

/** The header that names the trace in which a record was sent (W3C Trace Context). */
public final class TraceHeader {
  /** Its name, on events and alerts. */
  public static final String NAME = "traceparent";

  private TraceHeader() {}

  /** The trace of a record; none if its header is broken or there is none. */
  public static Trace of(Headers headers) {
    Header header = headers.lastHeader(NAME);
    return header == null || header.value() == null
        ? Trace.NONE
        : Trace.parse(new String(header.value(), StandardCharsets.US_ASCII));
  }
}
