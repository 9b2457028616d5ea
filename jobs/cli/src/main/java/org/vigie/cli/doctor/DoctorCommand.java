package org.vigie.cli.doctor;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import org.apache.flink.configuration.Configuration;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;
import org.vigie.cli.ExitCode;
import org.vigie.cli.Session;
import org.vigie.cli.console.Console;
import org.vigie.cli.console.Ink;
import org.vigie.cli.console.JsonFields;
import org.vigie.cli.console.Table;
import org.vigie.cli.option.BrokerAccess;
import org.vigie.detection.kafka.KafkaSettings;
import org.vigie.detection.kafka.WireSubjects;
import org.vigie.detection.wire.WireOptions;
import org.vigie.schemas.RegistryUnavailableException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Looks whether everything around the job is as it must be. */
@Command(
    name = "doctor",
    header = "Looks whether machine, brokers, topics and registry are as the job needs them.",
    description =
        "Changes nothing. Each line is ok, not ok with what to do, or skipped with the reason. Ends"
            + " with 1 if anything is not ok, with 3 if no broker answers.",
    footer = {
      "",
      "Examples:",
      "  vigie doctor --bootstrap-servers localhost:9092",
      "  vigie doctor --config config.yaml --kafka-config client.properties --json"
    })
public final class DoctorCommand implements Callable<Integer> {
  private final Session session;

  @Mixin private final BrokerAccess brokers = new BrokerAccess();

  @Option(names = "--json", description = "Print each line as JSON.")
  private boolean json;

  /** The command in a session. */
  public DoctorCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws InterruptedException {
    Configuration config = brokers.configuration();
    KafkaSettings settings = BrokerAccess.settings(config);
    List<Finding> findings = new ArrayList<>(MachineLook.findings(config));
    findings.add(registry(config));
    boolean reached = true;
    try (Admin admin = Admin.create(settings.adminProperties())) {
      findings.addAll(new BrokerLook(config, settings, admin).findings(System.currentTimeMillis()));
    } catch (ExecutionException | KafkaException e) {
      reached = false;
      findings.add(
          Finding.notOk(
              "broker",
              String.valueOf(BrokerAccess.unreachable(settings, e).getMessage()),
              BrokerAccess.unreachable(settings, e).remedy()));
    }
    print(findings);
    if (!reached) {
      return ExitCode.ENVIRONMENT;
    }
    boolean bad = findings.stream().anyMatch(one -> one.state() == Finding.State.NOT_OK);
    return bad ? ExitCode.NOT_OK : ExitCode.DONE;
  }

  /** Asks for the schemas, and never registers any. */
  private static Finding registry(Configuration config) {
    if (!config.contains(WireOptions.REGISTRY_URL)) {
      return Finding.skipped("registry", WireOptions.REGISTRY_URL.key() + " is not set");
    }
    Configuration asking = new Configuration(config);
    asking.set(WireOptions.REGISTRY_AUTO_REGISTER, false);
    try {
      WireSubjects.agree(asking);
      return Finding.ok("registry", "holds the schemas of this version");
    } catch (IllegalArgumentException e) {
      return Finding.notOk(
          "registry", String.valueOf(e.getMessage()), "see docs/options.md, chapter Wire");
    } catch (RegistryUnavailableException e) {
      return Finding.notOk(
          "registry",
          String.valueOf(e.getMessage()),
          "check " + WireOptions.REGISTRY_URL.key() + " and that a registry runs there");
    }
  }

  private void print(List<Finding> findings) {
    Console console = session.get();
    if (json) {
      findings.forEach(one -> console.print(line(one)));
      return;
    }
    Table table = new Table();
    for (Finding one : findings) {
      table.row().cell(ink(one.state()), one.state().words()).cell(one.name()).cell(one.text());
      if (!one.remedy().isEmpty()) {
        table.row().cell("").cell("").cell("remedy: " + one.remedy());
      }
    }
    console.print(table.lines(console.style()));
  }

  private static Ink ink(Finding.State state) {
    return switch (state) {
      case OK -> Ink.GOOD;
      case NOT_OK -> Ink.BAD;
      case SKIPPED -> Ink.FAINT;
    };
  }

  private static String line(Finding one) {
    return new JsonFields()
        .put("check", one.name())
        .put("state", one.state().name())
        .put("text", one.text())
        .put("remedy", one.remedy())
        .line();
  }
}
