package org.vigie.tidy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Prints what a build's tests did, from the XML reports below a directory: failed tests, the ten
 * slowest, the time of each group against its budget, and the totals as the last line. Exit 0 if
 * tests ran and none failed, else 1.
 *
 * <p>One file without dependencies, so that {@code java TestReport.java DIR} also works after a
 * build that compiled nothing.
 */
public final class TestReport {
  private static final int SLOWEST_MAX = 10;

  /** What tests are run as, and how many seconds all tests of the group may take. */
  enum Group {
    UNIT("unit and rules", 360),
    SEEDS("seeds", 180),
    MINI_CLUSTER("MiniCluster", 360),
    PROCESSES("processes", 600);

    private final String label;
    private final int budgetSeconds;

    Group(String label, int budgetSeconds) {
      this.label = label;
      this.budgetSeconds = budgetSeconds;
    }

    /**
     * By the name of the class: {@code …ProcessITCase}, {@code …ITCase}, {@code …Seed…Test}, or any
     * other of the seeded simulation's package.
     */
    static Group of(String className) {
      String simpleName = className.substring(className.lastIndexOf('.') + 1);
      if (simpleName.endsWith("ITCase")) {
        return simpleName.endsWith("ProcessITCase") ? PROCESSES : MINI_CLUSTER;
      }
      boolean seeded = simpleName.contains("Seed") || className.contains(".simulation.");
      return seeded ? SEEDS : UNIT;
    }
  }

  /** How a test ended. */
  enum Outcome {
    PASSED,
    FAILED,
    SKIPPED
  }

  /**
   * One test of a report.
   *
   * @param className fully qualified
   * @param name method, with the arguments of a parameterized test
   */
  record TestRun(String className, String name, double seconds, Outcome outcome) {
    String title() {
      return className + "." + name;
    }
  }

  private final List<TestRun> runs = new ArrayList<>();
  private final Map<Group, Double> secondsByGroup = new EnumMap<>(Group.class);

  private TestReport() {}

  /**
   * Prints the report of the build below a directory.
   *
   * @param arguments the directory
   */
  public static void main(String[] arguments) throws IOException, XMLStreamException {
    TestReport report = read(Path.of(arguments[0]));
    report.lines().forEach(System.out::println);
    System.exit(report.count(Outcome.PASSED) > 0 && report.count(Outcome.FAILED) == 0 ? 0 : 1);
  }

  /** Reads every report below the directory. */
  static TestReport read(Path root) throws IOException, XMLStreamException {
    List<Path> files;
    try (Stream<Path> paths = Files.walk(root)) {
      files = paths.filter(TestReport::isReport).sorted().toList();
    }
    TestReport report = new TestReport();
    for (Path file : files) {
      try (InputStream in = Files.newInputStream(file)) {
        report.add(XMLInputFactory.newInstance().createXMLStreamReader(in));
      }
    }
    return report;
  }

  private static boolean isReport(Path file) {
    return file.toString()
        .replace('\\', '/')
        .matches(".*/target/(surefire|failsafe)-reports/TEST-[^/]*\\.xml");
  }

  private void add(XMLStreamReader xml) throws XMLStreamException {
    while (xml.hasNext()) {
      if (xml.next() != XMLStreamReader.START_ELEMENT) {
        continue;
      }
      switch (xml.getLocalName()) {
        // The time of a suite includes what runs before and after all its tests.
        case "testsuite" ->
            secondsByGroup.merge(Group.of(attribute(xml, "name")), seconds(xml), Double::sum);
        case "testcase" ->
            runs.add(
                new TestRun(
                    attribute(xml, "classname"),
                    attribute(xml, "name"),
                    seconds(xml),
                    Outcome.PASSED));
        case "failure", "error" -> endLastRun(Outcome.FAILED);
        case "skipped" -> endLastRun(Outcome.SKIPPED);
        default -> {
          // properties and output
        }
      }
    }
  }

  private void endLastRun(Outcome outcome) {
    TestRun run = runs.remove(runs.size() - 1);
    runs.add(new TestRun(run.className, run.name, run.seconds, outcome));
  }

  private static String attribute(XMLStreamReader xml, String name) {
    String value = xml.getAttributeValue("", name);
    return value == null ? "" : value;
  }

  private static double seconds(XMLStreamReader xml) {
    String time = attribute(xml, "time").replace(",", "");
    return time.isEmpty() ? 0 : Double.parseDouble(time);
  }

  /** The report, the totals last. */
  List<String> lines() {
    List<String> lines = new ArrayList<>();
    runs.stream()
        .filter(run -> run.outcome == Outcome.FAILED)
        .forEach(run -> lines.add("failed: " + run.title()));
    runs.stream()
        .filter(run -> run.outcome == Outcome.SKIPPED)
        .forEach(run -> lines.add("skipped: " + run.title()));
    lines.add("slowest tests:");
    runs.stream()
        .sorted(Comparator.comparingDouble(TestRun::seconds).reversed())
        .limit(SLOWEST_MAX)
        .forEach(
            run -> lines.add(String.format(Locale.ROOT, "%8.1f s  %s", run.seconds, run.title())));
    lines.add("time against budget:");
    for (Group group : Group.values()) {
      lines.add(budgetLine(group));
    }
    lines.add(
        "%d passed, %d failed, %d skipped"
            .formatted(count(Outcome.PASSED), count(Outcome.FAILED), count(Outcome.SKIPPED)));
    return lines;
  }

  private String budgetLine(Group group) {
    double used = secondsByGroup.getOrDefault(group, 0.0);
    String verdict = used > group.budgetSeconds ? "  OVER BUDGET" : "";
    return String.format(
        Locale.ROOT, "%8.1f s of %3d s  %s%s", used, group.budgetSeconds, group.label, verdict);
  }

  private long count(Outcome outcome) {
    return runs.stream().filter(run -> run.outcome == outcome).count();
  }
}
