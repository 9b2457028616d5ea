package org.vigie.detection.audit;

import static org.apache.flink.configuration.ConfigOptions.key;

import java.util.List;
import org.apache.flink.configuration.ConfigOption;
import org.vigie.detection.option.Allowed;
import org.vigie.detection.option.Change;
import org.vigie.detection.option.DeclaredOption;
import org.vigie.detection.option.OptionArea;

/** Options of the audit. */
public final class AuditOptions {
  /** File with the key that signs. */
  public static final ConfigOption<String> KEY_FILE =
      key("vigie.audit.key-file")
          .stringType()
          .noDefaultValue()
          .withDescription(
              "File with the private key that signs each day's head of the audit: Ed25519, PKCS#8"
                  + " in PEM without a password, as openssl genpkey -algorithm ed25519 writes it;"
                  + " readable on every TaskManager. Without it heads are not signed.");

  /** All of them. */
  public static final OptionArea AREA =
      new OptionArea(
          "Audit",
          "What the job writes to vigie.audit (operations/audit.md).",
          List.of(new DeclaredOption<>(KEY_FILE, Allowed.texts("a path", ".+"), Change.FREE)));

  private AuditOptions() {}
}
