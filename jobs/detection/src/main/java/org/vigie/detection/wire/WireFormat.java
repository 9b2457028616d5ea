package org.vigie.detection.wire;

import java.io.Serializable;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vigie.schemas.BinaryCodec;
import org.vigie.schemas.ContractRecord;
import org.vigie.schemas.RecordKind;
import org.vigie.schemas.WireFrame;
import org.vigie.schemas.WriterSchemas;
import org.vigie.schemas.registry.CachedSchemas;
import org.vigie.schemas.registry.RegistrySettings;

/**
 * In which frame the job writes and what it knows of a registry. It travels with the job, so that
 * subtasks that start while the registry is away know all that was known at submission.
 */
public final class WireFormat implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final WireFormat SINGLE_OBJECT = new WireFormat(null, Map.of(), Map.of());

  private final @Nullable RegistrySettings registry;
  private final Map<String, Integer> idsByTopic;
  private final Map<Integer, String> known;

  /**
   * The Confluent format.
   *
   * @param idsByTopic numbers of our schemas, of each topic that the job writes
   * @param known schemas by number that need not be asked for
   */
  WireFormat(
      @Nullable RegistrySettings registry,
      Map<String, Integer> idsByTopic,
      Map<Integer, String> known) {
    this.registry = registry;
    this.idsByTopic = Map.copyOf(idsByTopic);
    this.known = Map.copyOf(known);
  }

  /** Avro single-object encoding, where there is no registry. */
  public static WireFormat singleObject() {
    return SINGLE_OBJECT;
  }

  /** The frame that is written. */
  public WireFrame frame() {
    return registry == null ? WireFrame.SINGLE_OBJECT : WireFrame.CONFLUENT;
  }

  /**
   * A codec for what the job writes to a topic.
   *
   * @throws IllegalArgumentException if it does not write to that topic
   */
  public <R extends ContractRecord> BinaryCodec<R> writer(
      RecordKind kind, Class<R> recordClass, String topic) {
    if (registry == null) {
      return BinaryCodec.of(kind, recordClass);
    }
    Integer id = idsByTopic.get(topic);
    if (id == null) {
      throw new IllegalArgumentException("the schema of " + topic + " was not looked up at start");
    }
    return BinaryCodec.writing(kind, recordClass, id);
  }

  /** What the numbers of a registry stand for, for one thread; empty without one. */
  public Optional<WriterSchemas> schemas() {
    return registry == null ? Optional.empty() : Optional.of(new CachedSchemas(registry, known));
  }
}
