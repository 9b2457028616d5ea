package org.vigie.tidy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.xml.stream.XMLStreamException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TestReportTest {
  @TempDir private Path root;

  @Test
  void countsAllModulesAndNamesWhatFailedAndWasSkipped() throws IOException, XMLStreamException {
    write(
        "a/target/surefire-reports/TEST-a.ATest.xml",
        suite(
            "a.ATest",
            2.5,
            "<testcase classname='a.ATest' name='passesWell' time='2'/>"
                + "<testcase classname='a.ATest' name='failsOnPurpose' time='0.5'><failure>x</failure></testcase>"));
    write(
        "b/target/failsafe-reports/TEST-b.BITCase.xml",
        suite(
            "b.BITCase",
            400,
            "<testcase classname='b.BITCase' name='errsOnPurpose' time='1'><error/><system-out>o</system-out></testcase>"
                + "<testcase classname='b.BITCase' name='isSkipped' time='0'><skipped/></testcase>"));
    write("b/target/failsafe-reports/failsafe-summary.xml", "<x/>");

    List<String> lines = TestReport.read(root).lines();

    assertThat(lines)
        .startsWith(
            "failed: a.ATest.failsOnPurpose",
            "failed: b.BITCase.errsOnPurpose",
            "skipped: b.BITCase.isSkipped",
            "slowest tests:",
            "     2.0 s  a.ATest.passesWell")
        .contains(
            "     2.5 s of 360 s  unit and rules", "   400.0 s of 360 s  MiniCluster  OVER BUDGET")
        .endsWith("1 passed, 2 failed, 1 skipped");
  }

  @Test
  void saysThatNothingRan() throws IOException, XMLStreamException {
    assertThat(TestReport.read(root).lines()).endsWith("0 passed, 0 failed, 0 skipped");
  }

  @ParameterizedTest
  @CsvSource({
    "org.vigie.core.AgeTest, UNIT",
    "org.vigie.core.SeedsTest, SEEDS",
    "org.vigie.reference.simulation.MutantsTest, SEEDS",
    "org.vigie.detection.RestoreITCase, MINI_CLUSTER",
    "org.vigie.cli.DemoProcessITCase, PROCESSES"
  })
  void groupsByTheNameOfTheClass(String className, TestReport.Group group) {
    assertThat(TestReport.Group.of(className)).isEqualTo(group);
  }

  private static String suite(String name, double seconds, String cases) {
    return "<?xml version='1.0' encoding='UTF-8'?><testsuite name='%s' time='%s'>%s</testsuite>"
        .formatted(name, seconds, cases);
  }

  private void write(String path, String text) throws IOException {
    Path file = root.resolve(path);
    Files.createDirectories(file.resolveSibling("."));
    Files.writeString(file, text);
  }
}
