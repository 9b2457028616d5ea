package org.vigie.job;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.runtime.jobmanager.HighAvailabilityMode;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.vigie.detection.JobConfiguration;
import org.vigie.detection.OptionCatalogue;
import org.vigie.detection.kafka.BrokerUnreachableException;
import org.vigie.detection.kafka.KafkaJob;
import org.vigie.detection.option.ConfigFile;
import org.vigie.detection.option.GivenOptions;
import org.vigie.detection.option.OptionPlace;
import org.vigie.detection.option.OptionsRefusedException;
import org.vigie.detection.start.NewestCheckpoint;
import org.vigie.detection.start.StartOptions;
import org.vigie.schemas.RegistryUnavailableException;

/**
 * The job as a Flink cluster starts it: takes its options, looks at brokers and registry, and
 * submits the topology, or says everything that keeps it from starting.
 */
public final class VigieJob {
  private VigieJob() {}

  /**
   * Submits the job.
   *
   * @param arguments see {@link JobArguments#USAGE}
   * @throws JobRefusedException if it can't start as asked, naming all that is wrong
   * @throws Exception if Flink does not take the job
   */
  public static void main(String[] arguments) throws Exception {
    JobArguments given = JobArguments.parse(arguments);
    if (given.help()) {
      System.out.println(JobArguments.USAGE);
      return;
    }
    ReadyJob job = ready(given, StreamExecutionEnvironment.getExecutionEnvironment());
    job.kafka().start(job.env());
  }

  private record ReadyJob(KafkaJob kafka, StreamExecutionEnvironment env) {}

  private static ReadyJob ready(JobArguments given, StreamExecutionEnvironment cluster) {
    try {
      Configuration config = options(given, cluster).toConfiguration();
      NewestCheckpoint.restoreIn(config);
      StreamExecutionEnvironment env =
          StreamExecutionEnvironment.getExecutionEnvironment(JobConfiguration.of(config));
      KafkaJob kafka = new KafkaJob(config);
      List<String> problems = new ArrayList<>(kafka.problems(env.getParallelism()));
      if (beginsAnew(config)) {
        kafka.stateMissing().ifPresent(problems::add);
      }
      if (!problems.isEmpty()) {
        throw new JobRefusedException(problems);
      }
      return new ReadyJob(kafka, env);
    } catch (IOException unreadable) {
      throw new JobRefusedException(
          List.of(
              "no checkpoint can be looked for: %s; mend %s, or set %s: false"
                  .formatted(
                      unreadable,
                      CheckpointingOptions.CHECKPOINTS_DIRECTORY.key(),
                      StartOptions.NEWEST_CHECKPOINT.key())));
    } catch (OptionsRefusedException wrong) {
      throw new JobRefusedException(lines(wrong));
    } catch (BrokerUnreachableException | RegistryUnavailableException away) {
      throw new JobRefusedException(List.of(String.valueOf(away.getMessage())));
    } catch (IllegalArgumentException wrong) {
      throw new JobRefusedException(List.of(String.valueOf(wrong.getMessage())));
    }
  }

  private static List<String> lines(OptionsRefusedException wrong) {
    return wrong.diagnostics().stream()
        .map(diagnostic -> String.join("\n  ", diagnostic.lines()))
        .toList();
  }

  /** Whether no state is restored; where Flink is highly available, that shows later only. */
  private static boolean beginsAnew(Configuration config) {
    return !NewestCheckpoint.isRestored(config)
        && !HighAvailabilityMode.isHighAvailabilityModeActivated(config);
  }

  /** Flink's configuration, the file's over it, the arguments over both. */
  private static GivenOptions options(JobArguments given, StreamExecutionEnvironment cluster) {
    Configuration ofCluster = Configuration.fromMap(cluster.getConfiguration().toMap());
    GivenOptions all =
        GivenOptions.of(ofCluster)
            .overriddenBy(ofFile(given.config()))
            .overriddenBy(ofArguments(given.options()));
    OptionCatalogue.require(all);
    return all;
  }

  private static GivenOptions ofFile(Optional<Path> file) {
    if (file.isEmpty()) {
      return GivenOptions.NONE;
    }
    try {
      return ConfigFile.read(file.get());
    } catch (IOException unreadable) {
      throw new JobRefusedException(
          List.of("--config " + file.get() + " can't be read; name a file of options"));
    }
  }

  private static GivenOptions ofArguments(Map<String, String> options) {
    List<String> strange = new ArrayList<>();
    Map<String, OptionPlace> places = new TreeMap<>();
    options.forEach(
        (name, value) -> {
          places.put(name, OptionPlace.typed("--", name, " ", value));
          if (!name.contains(".")) {
            strange.add("--" + name + " is no option; --help shows the form of arguments");
          }
        });
    if (!strange.isEmpty()) {
      throw new JobRefusedException(strange);
    }
    return new GivenOptions(options, places);
  }
}
