package org.vigie.detection.wire;

import org.vigie.schemas.WireFrame;

/** Values of the header {@code content-type}: Avro, and how the record says its schema. */
public final class ContentType {
  private ContentType() {}

  /** The value for a frame. */
  public static String of(WireFrame frame) {
    return switch (frame) {
      case CONFLUENT -> "application/avro; frame=confluent";
      case SINGLE_OBJECT -> "application/avro; frame=single-object";
      case UNKNOWN -> throw new IllegalArgumentException("nothing is written without a frame");
    };
  }
}
