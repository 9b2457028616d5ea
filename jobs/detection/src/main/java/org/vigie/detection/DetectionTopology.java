package org.vigie.detection;

import static org.vigie.core.order.StopName.ALERTS;
import static org.vigie.core.order.StopName.AUDIT;
import static org.vigie.core.order.StopName.CASES;
import static org.vigie.core.order.StopName.LINKS;
import static org.vigie.core.order.StopName.PAIR;
import static org.vigie.core.order.StopName.RECIPIENT;
import static org.vigie.core.order.StopName.SENDER;

import java.util.Arrays;
import java.util.Locale;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.vigie.alert.Alert;
import org.vigie.alert.AuditEntry;
import org.vigie.alert.DeadLetter;
import org.vigie.core.order.Input;
import org.vigie.core.order.StopName;
import org.vigie.detection.alert.AlertEncoder;
import org.vigie.detection.alert.ProvisionalEncoder;
import org.vigie.detection.audit.AuditOperator;
import org.vigie.detection.audit.AuditSettings;
import org.vigie.detection.audit.RequestNotes;
import org.vigie.detection.decode.DecodeFunction;
import org.vigie.detection.decode.LogRecord;
import org.vigie.detection.rules.KnownRules;
import org.vigie.detection.rules.RuleBundle;
import org.vigie.detection.stop.Routes;
import org.vigie.detection.stop.StopDefinition;
import org.vigie.detection.stop.StopOperator;
import org.vigie.detection.type.Types;

/**
 * The data's path (DESIGN §2), from top to bottom in the order in which the data flows. Sources
 * come in as streams with their watermarks, sinks are put on what comes out.
 *
 * <p>Every uid is part of the state's identity: it can't change while savepoints are kept.
 */
public final class DetectionTopology {
  /** Most subtasks that a stop can ever have; part of the state's identity. */
  public static final int MAX_PARALLELISM = 720;

  private final DetectionSettings settings;
  private final DataStream<RuleBundle> bundles;

  private DetectionTopology(DetectionSettings settings, DataStream<RuleBundle> bundles) {
    this.settings = settings;
    this.bundles = bundles;
  }

  /**
   * Builds the topology.
   *
   * @param records what stands in the log, with watermarks no later than any effective time to come
   * @param bundles rule sets that come while the job runs ({@link #noBundles} if none can)
   */
  public static DetectionStreams build(
      DataStream<LogRecord> records, DataStream<RuleBundle> bundles, DetectionSettings settings) {
    records.getExecutionEnvironment().setMaxParallelism(MAX_PARALLELISM);
    return new DetectionTopology(settings, bundles).connect(records);
  }

  private DetectionStreams connect(DataStream<LogRecord> records) {
    SingleOutputStreamOperator<Input> decoded =
        records
            .process(
                new DecodeFunction(settings.stops().idSecret(), settings.decode()), Types.INPUT)
            .setParallelism(records.getParallelism())
            .name("decode")
            .uid("decode");
    DataStream<DeadLetter> deadLetters = decoded.getSideOutput(DecodeFunction.DEAD_LETTERS);

    SingleOutputStreamOperator<Input> recipient = stop(RECIPIENT, sentTo(RECIPIENT, decoded));
    SingleOutputStreamOperator<Input> pair = stop(PAIR, sentTo(PAIR, recipient));
    SingleOutputStreamOperator<Input> sender = stop(SENDER, sentTo(SENDER, decoded, pair));
    SingleOutputStreamOperator<Input> links = stop(LINKS, sentTo(LINKS, sender));
    SingleOutputStreamOperator<Input> cases = stop(CASES, sentTo(CASES, decoded, sender, links));

    SingleOutputStreamOperator<Alert> alerts =
        cases.transform("encode", Types.ALERT, alertEncoder()).uid("encode");
    DataStream<Alert> provisional =
        sentTo(ALERTS, cases)
            .map(new ProvisionalEncoder(settings.marks()), Types.ALERT)
            .name("encode-provisional")
            .uid("encode-provisional");
    DataStream<AuditEntry> ofRequests =
        sentTo(AUDIT, sender)
            .map(new RequestNotes(), Types.AUDIT_ENTRY)
            .name("note-requests")
            .uid("note-requests");
    DataStream<AuditEntry> notes =
        decoded
            .getSideOutput(DecodeFunction.NOTES)
            .union(alerts.getSideOutput(AlertEncoder.NOTES), ofRequests);
    return new DetectionStreams(
        alerts, provisional, alerts.getSideOutput(AlertEncoder.PROGRESS), deadLetters, notes);
  }

  /** Names the run by when it was submitted: that is now. */
  private AlertEncoder alertEncoder() {
    return new AlertEncoder(
        settings.marks(), settings.transactionalAlerts(), System.currentTimeMillis());
  }

  /** One hop: keyed inputs, and rule bundles for every subtask. */
  private SingleOutputStreamOperator<Input> stop(StopName name, DataStream<Input> inputs) {
    String uid = name.name().toLowerCase(Locale.ROOT);
    return inputs
        .keyBy(Input::key, Types.KEY)
        .connect(bundles.broadcast())
        .transform(uid, Types.INPUT, operator(name))
        .uid(uid);
  }

  /** What earlier hops send to a stop. */
  private static DataStream<Input> sentTo(StopName stop, SingleOutputStreamOperator<?>... hops) {
    DataStream<Input> first = hops[0].getSideOutput(Routes.to(stop));
    for (SingleOutputStreamOperator<?> hop : Arrays.asList(hops).subList(1, hops.length)) {
      first = first.union(hop.getSideOutput(Routes.to(stop)));
    }
    return first;
  }

  private StopOperator operator(StopName name) {
    return new StopOperator(
        new StopDefinition(settings.stopFactory(name), settings.rules(), settings.stops()));
  }

  /**
   * The hop of the audit, for a job that writes one: notes become entries of one chain.
   *
   * @param streams what {@link #build} made
   * @param bundles the same that it was given
   * @param rules what is in force from the start
   */
  public static DataStream<AuditEntry> audit(
      DetectionStreams streams,
      DataStream<RuleBundle> bundles,
      AuditSettings settings,
      KnownRules rules) {
    return streams
        .notes()
        .connect(bundles)
        .transform("audit", Types.AUDIT_ENTRY, new AuditOperator(settings, rules))
        .forceNonParallel()
        .uid("audit");
  }

  /**
   * No bundles, on a stream that lives as long as the records do.
   *
   * @param records the topology's records
   */
  public static DataStream<RuleBundle> noBundles(DataStream<LogRecord> records) {
    return records
        .flatMap((record, out) -> {}, Types.RULE_BUNDLE)
        .setParallelism(records.getParallelism())
        .name("no-bundles")
        .uid("no-bundles");
  }
}
