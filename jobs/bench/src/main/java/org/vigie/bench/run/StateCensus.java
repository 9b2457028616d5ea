package org.vigie.bench.run;

import java.io.DataInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.runtime.checkpoint.Checkpoints;
import org.apache.flink.runtime.checkpoint.OperatorState;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.runtime.state.KeyGroupRange;
import org.apache.flink.runtime.state.KeyedStateHandle;
import org.apache.flink.runtime.state.StateSerializerProvider;
import org.apache.flink.runtime.state.metainfo.StateMetaInfoSnapshot;
import org.apache.flink.runtime.state.metainfo.StateMetaInfoSnapshot.BackendStateType;
import org.apache.flink.runtime.state.restore.FullSnapshotRestoreOperation;
import org.apache.flink.runtime.state.restore.KeyGroup;
import org.apache.flink.runtime.state.restore.KeyGroupEntry;
import org.apache.flink.runtime.state.restore.SavepointRestoreResult;
import org.apache.flink.runtime.state.restore.ThrowingIterator;
import org.apache.flink.util.StateMigrationException;

/** Counts keys and bytes of each stop: in a savepoint value by value, in a checkpoint by files. */
final class StateCensus {
  private static final String METADATA = "_metadata";

  private static final class Sums {
    private long keys;
    private long packedBytes;
    private long coreBytes;
  }

  private final TypeSerializer<?> keys;
  private final ToIntFunction<byte[]> coreBytes;

  /**
   * A census of a peer's stops.
   *
   * @param keys how their keys are written
   * @param coreBytes how much of a packed value does not wait
   */
  StateCensus(TypeSerializer<?> keys, ToIntFunction<byte[]> coreBytes) {
    this.keys = keys;
    this.coreBytes = coreBytes;
  }

  /** The bytes of each stop in a checkpoint of the format that the job runs with. */
  static Map<String, Long> storedBytes(String checkpoint) throws IOException {
    Map<String, Long> storedBytes = new HashMap<>();
    for (OperatorState operator : operators(checkpoint)) {
      storedBytes.put(nameOf(operator), operator.getStateSize());
    }
    return storedBytes;
  }

  /**
   * The stops that keep something by key, by name.
   *
   * @param savepoint in the canonical format, which holds every value as its stop packed it
   * @param storedBytes of a checkpoint of the same moment
   */
  List<StoredState> count(String savepoint, Map<String, Long> storedBytes)
      throws IOException, StateMigrationException {
    List<StoredState> states = new ArrayList<>();
    for (OperatorState operator : operators(savepoint)) {
      List<KeyedStateHandle> handles = new ArrayList<>();
      for (OperatorSubtaskState subtask : operator.getStates()) {
        handles.addAll(subtask.getManagedKeyedState());
      }
      if (!handles.isEmpty()) {
        states.add(count(operator, handles, storedBytes.getOrDefault(nameOf(operator), 0L)));
      }
    }
    states.sort((one, other) -> one.stop().compareTo(other.stop()));
    return states;
  }

  private StoredState count(OperatorState operator, List<KeyedStateHandle> handles, long stored)
      throws IOException, StateMigrationException {
    Sums sums = new Sums();
    try (ThrowingIterator<SavepointRestoreResult> results = restored(operator, handles, keys)) {
      while (results.hasNext()) {
        count(results.next(), sums);
      }
    }
    return new StoredState(nameOf(operator), sums.keys, sums.coreBytes, sums.packedBytes, stored);
  }

  private static <K> ThrowingIterator<SavepointRestoreResult> restored(
      OperatorState operator, List<KeyedStateHandle> handles, TypeSerializer<K> keys)
      throws IOException, StateMigrationException {
    KeyGroupRange all = KeyGroupRange.of(0, operator.getMaxParallelism() - 1);
    return new FullSnapshotRestoreOperation<>(
            all,
            StateCensus.class.getClassLoader(),
            handles,
            StateSerializerProvider.fromNewRegisteredSerializer(keys))
        .restore();
  }

  private void count(SavepointRestoreResult restored, Sums sums)
      throws IOException, StateMigrationException {
    try (ThrowingIterator<KeyGroup> groups = restored.getRestoredKeyGroups()) {
      while (groups.hasNext()) {
        count(groups.next(), restored.getStateMetaInfoSnapshots(), sums);
      }
    }
  }

  /** Values alone: timers are in a savepoint too. */
  private void count(KeyGroup group, List<StateMetaInfoSnapshot> states, Sums sums)
      throws IOException, StateMigrationException {
    try (ThrowingIterator<KeyGroupEntry> entries = group.getKeyGroupEntries()) {
      while (entries.hasNext()) {
        KeyGroupEntry entry = entries.next();
        BackendStateType type = states.get(entry.getKvStateId()).getBackendStateType();
        if (type == BackendStateType.KEY_VALUE) {
          add(entry.getValue(), sums);
        }
      }
    }
  }

  /** A value is a byte array behind its length. */
  private void add(byte[] value, Sums sums) {
    byte[] packed = Arrays.copyOfRange(value, Integer.BYTES, value.length);
    sums.keys++;
    sums.packedBytes += packed.length;
    sums.coreBytes += coreBytes.applyAsInt(packed);
  }

  private static Collection<OperatorState> operators(String pointer) throws IOException {
    Path folder = Path.of(URI.create(pointer));
    try (DataInputStream in = new DataInputStream(Files.newInputStream(folder.resolve(METADATA)))) {
      return Checkpoints.loadCheckpointMetadata(in, StateCensus.class.getClassLoader(), pointer)
          .getOperatorStates();
    }
  }

  private static String nameOf(OperatorState operator) {
    return operator
        .getOperatorUid()
        .or(operator::getOperatorName)
        .orElse(operator.getOperatorID().toString());
  }
}
