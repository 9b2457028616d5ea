package org.vigie.detection.replay;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutionException;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;
import org.apache.flink.util.CloseableIterator;
import org.apache.flink.util.FileUtils;
import org.vigie.alert.Alert;
import org.vigie.detection.DetectionSettings;
import org.vigie.detection.DetectionStreams;
import org.vigie.detection.DetectionTopology;
import org.vigie.detection.JobConfiguration;
import org.vigie.detection.decode.LogRecord;
import org.vigie.detection.stop.StopSettings;

/**
 * Runs the job over files: reads and sorts all lines, then sends them through the topology once, in
 * this process, until everything is settled. The order of lines in the files changes nothing.
 */
public final class Replay {
  private static final long CHUNK_BYTES_MAX = 64L * 1024 * 1024;

  /**
   * Far more than can be under way: a replay is never hurried, so that it can't depend on speed.
   */
  private static final int TAIL_MAX = 1 << 30;

  private final ReplaySettings settings;
  private final Configuration flink;

  /** A replay with Flink as the job sets it up. */
  public Replay(ReplaySettings settings) {
    this(settings, new Configuration());
  }

  /** A replay with some options of Flink's own. */
  public Replay(ReplaySettings settings, Configuration flink) {
    this.settings = settings;
    this.flink = new Configuration(flink);
  }

  /**
   * Replays files.
   *
   * @return what was read and found
   * @throws IOException if a file can't be opened or read
   * @throws ReplayFailedException if the job fails
   * @throws InterruptedException if the thread is interrupted; the job is stopped
   */
  public ReplayCounts run(List<ReplayInput> inputs, ReplayListener listener)
      throws IOException, ReplayFailedException, InterruptedException {
    Path folder = Files.createTempDirectory(settings.folder(), "vigie-replay-");
    try {
      Intake intake = new Intake(settings, new RecordSorter(folder, CHUNK_BYTES_MAX), listener);
      SortedFile sorted = intake.read(inputs);
      ReplayCounts counts = intake.counts(sorted.endMs());
      listener.sorted(counts);
      return counts.withRevisions(sorted.records() == 0 ? 0 : detect(sorted, listener));
    } finally {
      FileUtils.deleteDirectoryQuietly(folder.toFile());
    }
  }

  private long detect(SortedFile sorted, ReplayListener listener)
      throws ReplayFailedException, InterruptedException {
    StreamExecutionEnvironment env =
        JobConfiguration.local(flink, settings.parallelism(), settings.folder());
    DataStream<LogRecord> records =
        env.fromSource(
                new SortedFileSource(List.of(sorted)), SortedFileSource.watermarks(), "files")
            .setParallelism(1)
            .uid("files");
    StopSettings stops =
        settings.detection().stops().endingAt(sorted.endMs()).withTails(TAIL_MAX, TAIL_MAX);
    DetectionSettings detection = settings.detection().withStops(stops);
    DetectionStreams streams =
        DetectionTopology.build(records, DetectionTopology.noBundles(records), detection);
    streams.deadLetters().sinkTo(new DiscardingSink<>()).uid("dead-letters");
    CloseableIterator<Alert> alerts = streams.alerts().collectAsync();
    return await(env, alerts, listener);
  }

  private static long await(
      StreamExecutionEnvironment env, CloseableIterator<Alert> alerts, ReplayListener listener)
      throws ReplayFailedException, InterruptedException {
    long revisions = 0;
    try (alerts) {
      JobClient job = env.executeAsync("vigie-replay");
      while (alerts.hasNext()) {
        listener.alert(alerts.next());
        revisions++;
      }
      job.getJobExecutionResult().get();
    } catch (ExecutionException e) {
      throw new ReplayFailedException(e.getCause() == null ? e : e.getCause());
    } catch (InterruptedException e) {
      throw e;
    } catch (Exception e) {
      throw new ReplayFailedException(e);
    }
    return revisions;
  }
}
