package org.vigie.tidy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/** The repository's own text files: no build output, no version control, no data. */
final class SourceTree {
  private static final Set<String> SKIPPED_DIRECTORIES =
      Set.of("target", ".git", ".idea", ".vscode", "node_modules");
  private static final Set<String> TEXT_EXTENSIONS =
      Set.of("java", "xml", "md", "yaml", "yml", "avsc", "sh", "properties", "txt", "config");
  private static final Set<String> TEXT_NAMES = Set.of("vigie", "run", ".gitignore");

  private SourceTree() {}

  /**
   * Finds the root of the repository from a directory inside it.
   *
   * @throws IllegalStateException if no parent directory holds the root build file
   */
  static Path rootAbove(Path directory) {
    for (Path at = directory.toAbsolutePath(); at != null; at = at.getParent()) {
      if (Files.isDirectory(at.resolve(".mvn")) && Files.exists(at.resolve("jobs/tidy/pom.xml"))) {
        return at;
      }
    }
    throw new IllegalStateException("no repository root above " + directory);
  }

  /** Reads all text files below the root, sorted by path. */
  static List<SourceFile> read(Path root) throws IOException {
    List<Path> paths = new ArrayList<>();
    Files.walkFileTree(
        root,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path dir, BasicFileAttributes attributes) {
            return SKIPPED_DIRECTORIES.contains(nameOf(dir))
                ? FileVisitResult.SKIP_SUBTREE
                : FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (attributes.isRegularFile() && isText(nameOf(file))) {
              paths.add(file);
            }
            return FileVisitResult.CONTINUE;
          }
        });
    List<SourceFile> files = new ArrayList<>();
    for (Path path : paths) {
      String relative = root.relativize(path).toString().replace('\\', '/');
      files.add(new SourceFile(relative, Files.readString(path, StandardCharsets.UTF_8)));
    }
    files.sort(Comparator.comparing(SourceFile::path));
    return files;
  }

  private static boolean isText(String name) {
    return TEXT_NAMES.contains(name)
        || TEXT_EXTENSIONS.contains(name.substring(name.lastIndexOf('.') + 1));
  }

  private static String nameOf(Path path) {
    Path name = path.getFileName();
    return name == null ? "" : name.toString();
  }
}
