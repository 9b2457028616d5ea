package org.vigie.rules.bundle;

import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.CharacterCodingException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.vigie.rules.diagnostic.DiagnosticCode;
import org.vigie.rules.diagnostic.Diagnostics;
import org.vigie.rules.diagnostic.Place;
import org.vigie.rules.diagnostic.SourceText;

/**
 * The files of a folder of rules, read but not understood. Serializable, so that what was checked
 * where the job was submitted is what judges where it runs.
 */
public final class RuleFiles implements Serializable {
  private static final long serialVersionUID = 1L;

  /** Files of a folder. */
  public static final int FILES_MAX = 1024;

  private static final String SHIPPED = "/vigie/config/";
  private static final String SHIPPED_PROFILE = SHIPPED + "profiles/open-chat.yaml";
  private static final String ENDING = ".yaml";

  private final TreeMap<String, String> texts;

  private RuleFiles(SortedMap<String, String> texts) {
    this.texts = new TreeMap<>(texts);
  }

  /** The rules that ship inside the job. */
  public static RuleFiles shipped() {
    Diagnostics diagnostics = new Diagnostics();
    URL profile = RuleFiles.class.getResource(SHIPPED_PROFILE);
    if (profile == null) {
      throw new IllegalStateException("the jar holds no " + SHIPPED_PROFILE);
    }
    try {
      RuleFiles files = shipped(profile.toURI(), diagnostics);
      if (files.texts.isEmpty() || diagnostics.hasErrors()) {
        throw new IllegalStateException("the jar's rules can't be read: " + diagnostics.all());
      }
      return files;
    } catch (IOException e) {
      throw new UncheckedIOException("the jar's rules can't be read", e);
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The rules beside a profile, in a folder or a jar. */
  static RuleFiles shipped(URI profile, Diagnostics diagnostics) throws IOException {
    if (!profile.getScheme().equals("jar")) {
      return folder(Path.of(profile).resolve("../..").normalize(), "", diagnostics);
    }
    URI jar = URI.create(profile.toString().substring(0, profile.toString().indexOf("!/")));
    // A file system of our own: the shared one of the jar may be open, or be closed, elsewhere.
    Path file = file(URI.create(jar.getRawSchemeSpecificPart()));
    try (FileSystem inside = FileSystems.newFileSystem(file, (ClassLoader) null)) {
      return folder(inside.getPath(SHIPPED), "", diagnostics);
    }
  }

  /** Flink's application mode names its jars from the working directory: {@code file:usrlib/…}. */
  private static Path file(URI named) {
    return named.isOpaque() ? Path.of(named.getSchemeSpecificPart()) : Path.of(named);
  }

  /**
   * The files of a folder such as {@code config}. Where it declares no features or no profiles,
   * those that ship are used.
   *
   * @param diagnostics takes what can't be read
   */
  public static RuleFiles of(Path folder, Diagnostics diagnostics) {
    RuleFiles own;
    if (Files.isRegularFile(folder)) {
      own = new RuleFiles(new TreeMap<>());
      own.read(folder, folder.toString(), diagnostics);
      Path tests =
          folder.resolveSibling(folder.getFileName().toString().replace(ENDING, ".test.yaml"));
      if (Files.isRegularFile(tests)) {
        own.read(tests, tests.toString(), diagnostics);
      }
    } else {
      own = folder(folder, folder.toString() + "/", diagnostics);
    }
    if (own.texts.isEmpty() && !diagnostics.hasErrors()) {
      diagnostics.add(
          DiagnosticCode.NO_FILE,
          Place.of(folder.toString()),
          Files.exists(folder)
              ? "there is no .yaml file in it"
              : "there is no such file or folder");
    }
    return own;
  }

  /** These files, and those that ship for the kinds that are not among these. */
  public RuleFiles completed() {
    TreeMap<String, String> all = new TreeMap<>(texts);
    for (Map.Entry<String, String> entry : shipped().texts.entrySet()) {
      FileRole role = FileRole.of(entry.getKey());
      boolean isNeeded = role == FileRole.FEATURES || role == FileRole.PROFILE;
      if (isNeeded && of(role).isEmpty()) {
        all.put("(shipped)/" + entry.getKey(), entry.getValue());
      }
    }
    return new RuleFiles(all);
  }

  /** Files made of texts, by path; for tests. */
  public static RuleFiles of(Map<String, String> texts) {
    return new RuleFiles(new TreeMap<>(texts));
  }

  private static RuleFiles folder(Path folder, String prefix, Diagnostics diagnostics) {
    RuleFiles files = new RuleFiles(new TreeMap<>());
    if (!Files.isDirectory(folder)) {
      return files;
    }
    try (Stream<Path> walk = Files.walk(folder, 6)) {
      List<Path> found =
          walk.filter(path -> isRead(path) && Files.isRegularFile(path))
              .limit(FILES_MAX + 1L)
              .sorted()
              .toList();
      if (found.size() > FILES_MAX) {
        diagnostics.add(
            DiagnosticCode.FILE_TOO_LARGE,
            Place.of(folder.toString()),
            "the folder has too many files",
            "at most " + FILES_MAX);
        return files;
      }
      for (Path path : found) {
        String relative = folder.relativize(path).toString().replace('\\', '/');
        if (FileRole.isOfRules(relative)) {
          files.read(path, prefix + relative, diagnostics);
        } else if (FileRole.isNearlyOfRules(relative)) {
          diagnostics.add(
              DiagnosticCode.MISPLACED_FILE,
              Place.of(prefix + relative),
              "files that end in .yml are not read",
              (prefix + relative).replaceFirst("yml$", "yaml"));
        }
      }
    } catch (IOException e) {
      diagnostics.add(
          DiagnosticCode.UNREADABLE_FILE,
          Place.of(folder.toString()),
          String.valueOf(e.getMessage()));
    }
    return files;
  }

  /** The ending of ours, and the one that is nearly it. */
  private static boolean isRead(Path path) {
    return path.toString().endsWith(ENDING) || path.toString().endsWith(".yml");
  }

  private void read(Path path, String name, Diagnostics diagnostics) {
    try {
      texts.put(name, Files.readString(path).replace("\r\n", "\n"));
    } catch (CharacterCodingException e) {
      diagnostics.add(DiagnosticCode.UNREADABLE_FILE, Place.of(name), "the file is not UTF-8 text");
    } catch (NoSuchFileException e) {
      diagnostics.add(DiagnosticCode.UNREADABLE_FILE, Place.of(name), "there is no such file");
    } catch (IOException e) {
      diagnostics.add(DiagnosticCode.UNREADABLE_FILE, Place.of(name), "the file can't be read");
    }
  }

  /** The files of one role, by path. */
  List<SourceText> of(FileRole role) {
    return texts.entrySet().stream()
        .filter(entry -> FileRole.of(entry.getKey()) == role)
        .map(entry -> SourceText.of(entry.getKey(), entry.getValue()))
        .toList();
  }

  /** The tests beside the rules. */
  public List<SourceText> tests() {
    return of(FileRole.TEST);
  }

  /** Whether there is nothing at all. */
  public boolean isEmpty() {
    return texts.isEmpty();
  }
}
