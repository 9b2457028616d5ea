package org.vigie.cli.option;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.apache.flink.configuration.Configuration;
import org.vigie.cli.CommandFailedException;
import org.vigie.detection.kafka.KafkaOptions;

/** A file of Kafka client properties, as operators have it for Kafka's own tools. */
public final class ClientFile {
  private ClientFile() {}

  /**
   * Adds the properties as options of every client of the job.
   *
   * @throws CommandFailedException if the file can't be read
   */
  public static void addTo(Configuration config, Path file) {
    Properties properties = new Properties();
    try (Reader in = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      properties.load(in);
    } catch (IOException | IllegalArgumentException e) {
      throw CommandFailedException.usage(
          "--kafka-config " + file + " can't be read", "give a file of Kafka client properties");
    }
    for (String name : properties.stringPropertyNames()) {
      config.setString(KafkaOptions.CLIENT_PREFIX + name, properties.getProperty(name));
    }
  }
}
