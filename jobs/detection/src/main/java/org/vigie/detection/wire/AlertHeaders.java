package org.vigie.detection.wire;

import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;
import org.vigie.alert.Alert;
import org.vigie.alert.Evidence;
import org.vigie.alert.Timeline;
import org.vigie.schemas.WireFrame;

/**
 * What stands on an alert beside its value: {@code content-type}, {@code vigie.schema}, the {@code
 * traceparent} of the newest event in its evidence that was sent in a trace, and, where asked for,
 * the attributes of CloudEvents 1.0 in Kafka's binary mode, so that routers need not read the
 * value. All of it is a function of the alert.
 */
public final class AlertHeaders implements Serializable {
  private static final long serialVersionUID = 1L;

  private final String contentType;
  private final @Nullable String source;

  /**
   * Headers of one topic.
   *
   * @param frame how values are framed
   * @param source {@code ce_source}, a URI reference; null for no CloudEvents
   */
  public AlertHeaders(WireFrame frame, @Nullable String source) {
    this.contentType = ContentType.of(frame);
    this.source = source;
  }

  /** Puts them on a record. */
  public void addTo(Headers headers, Alert alert) {
    put(headers, "content-type", contentType);
    put(headers, "vigie.schema", Alert.getClassSchema().getFullName());
    String traceparent = newestTrace(alert);
    if (traceparent != null) {
      put(headers, TraceHeader.NAME, traceparent);
    }
    if (source != null) {
      putCloudEvent(headers, source, alert);
    }
  }

  /** Evidence stands oldest first. */
  private static @Nullable String newestTrace(Alert alert) {
    String newest = null;
    for (Evidence evidence : alert.getEvidence()) {
      newest = evidence.getTraceparent() == null ? newest : evidence.getTraceparent();
    }
    return newest;
  }

  private static void putCloudEvent(Headers headers, String source, Alert alert) {
    put(headers, "ce_specversion", "1.0");
    put(headers, "ce_id", id(alert));
    put(headers, "ce_source", source);
    put(
        headers,
        "ce_type",
        alert.getSettled() ? "org.vigie.alert.settled" : provisionalType(alert));
    put(headers, "ce_subject", alert.getAlertId());
    Timeline timeline = alert.getTimeline();
    Long detectedMs = timeline == null ? null : timeline.getDetectedEventTime();
    if (detectedMs != null) {
      put(headers, "ce_time", Instant.ofEpochMilli(detectedMs).toString());
    }
  }

  private static String provisionalType(Alert alert) {
    return switch (alert.getState()) {
      case WITHDRAWN -> "org.vigie.alert.withdrawn";
      case OPEN, CONFIRMED, DISMISSED, EXPIRED, UNRECOGNISED -> "org.vigie.alert.provisional";
    };
  }

  /** The same alert has the same id each time that it is sent. */
  private static String id(Alert alert) {
    return alert.getSettled()
        ? alert.getAlertId() + "/" + alert.getRevision()
        : alert.getAlertId() + "/" + alert.getProvisionalId() + "/" + alert.getState();
  }

  private static void put(Headers headers, String name, String value) {
    headers.add(name, value.getBytes(StandardCharsets.UTF_8));
  }
}
