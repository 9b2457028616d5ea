package org.vigie.job;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** What is in a jar, entry by entry as it stands in the file, and what should not be. */
final class JarContents {
  /** What the job may bring; everything else is Flink's, or must be decided on. */
  private static final List<String> ALLOWED =
      List.of(
          "org/vigie/",
          "org/apache/flink/connector/kafka/",
          "org/apache/flink/connector/base/",
          "org/apache/flink/streaming/connectors/kafka/",
          "org/apache/flink/streaming/util/serialization/JSONKeyValueDeserializationSchema.class",
          "org/apache/kafka/",
          "org/apache/avro/",
          "org/apache/commons/compress/",
          "org/apache/commons/lang3/",
          "org/apache/commons/io/",
          "org/apache/commons/codec/",
          "com/fasterxml/jackson/",
          "com/github/luben/zstd/",
          "com/dynatrace/hash4j/",
          "net/jpountz/",
          "org/xerial/snappy/",
          "org/snakeyaml/engine/");

  private static final Pattern SIGNATURE = Pattern.compile("META-INF/[^/]*\\.(SF|RSA|DSA|EC)");
  private static final Pattern VERSIONED = Pattern.compile("META-INF/versions/\\d+/(.*)");

  private final List<String> names = new ArrayList<>();

  private JarContents() {}

  static JarContents of(Path jar) throws IOException {
    JarContents contents = new JarContents();
    try (InputStream file = Files.newInputStream(jar);
        ZipInputStream zip = new ZipInputStream(file)) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        contents.names.add(entry.getName());
      }
    }
    return contents;
  }

  List<String> names() {
    return names;
  }

  /** Everything that does not belong into the jar of a job. */
  List<String> violations() {
    List<String> found = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (String name : names) {
      if (!name.endsWith("/") && !seen.add(name)) {
        found.add("twice: " + name);
      }
      if (SIGNATURE.matcher(name).matches()) {
        found.add("a signature that no longer fits: " + name);
      }
      if (name.endsWith("module-info.class")) {
        found.add("the module of a part: " + name);
      } else if (name.endsWith(".class") && ALLOWED.stream().noneMatch(plain(name)::startsWith)) {
        found.add("not the job's: " + name);
      }
    }
    return found;
  }

  private static String plain(String name) {
    var versioned = VERSIONED.matcher(name);
    return versioned.matches() ? versioned.group(1) : name;
  }
}
