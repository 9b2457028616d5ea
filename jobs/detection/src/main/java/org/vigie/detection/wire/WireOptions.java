package org.vigie.detection.wire;

import static org.apache.flink.configuration.ConfigOptions.key;

import java.time.Duration;
import java.util.List;
import org.apache.flink.configuration.ConfigOption;
import org.vigie.detection.option.Allowed;
import org.vigie.detection.option.Change;
import org.vigie.detection.option.DeclaredOption;
import org.vigie.detection.option.OptionArea;

/** Options of the wire: the schema registry, and headers of alerts. */
public final class WireOptions {
  /** Where the registry is. */
  public static final ConfigOption<String> REGISTRY_URL =
      key("vigie.registry.url")
          .stringType()
          .noDefaultValue()
          .withDescription(
              "Schema registry that speaks Confluent's REST, up to and without /subjects; several,"
                  + " separated by commas, are asked in turn. With it, what the job writes is in"
                  + " the Confluent wire format; without it, in Avro single-object encoding. Both"
                  + " are read in either case but records in the Confluent format, which only a"
                  + " registry explains. Apicurio: http://host:8080/apis/ccompat/v7.");

  /** Whether schemas may be registered. */
  public static final ConfigOption<Boolean> REGISTRY_AUTO_REGISTER =
      key("vigie.registry.auto-register")
          .booleanType()
          .defaultValue(false)
          .withDescription(
              "Register the schemas of this version at start, under TOPIC-value for each topic."
                  + " Without it the start is refused until they are registered.");

  /** User for basic authentication. */
  public static final ConfigOption<String> REGISTRY_USER =
      key("vigie.registry.user")
          .stringType()
          .noDefaultValue()
          .withDescription("User for basic authentication at the registry.");

  /** Password for basic authentication. */
  public static final ConfigOption<String> REGISTRY_PASSWORD =
      key("vigie.registry.password")
          .stringType()
          .noDefaultValue()
          .withDescription(
              "Password of that user. It travels with the job; vigie.registry.password-file does"
                  + " not.");

  /** File with the password. */
  public static final ConfigOption<String> REGISTRY_PASSWORD_FILE =
      key("vigie.registry.password-file")
          .stringType()
          .noDefaultValue()
          .withDescription(
              "File whose first line is that password, readable where the job is submitted and on"
                  + " every TaskManager; read at each question.");

  /** Certificates to trust. */
  public static final ConfigOption<String> REGISTRY_TRUST_STORE =
      key("vigie.registry.truststore")
          .stringType()
          .noDefaultValue()
          .withDescription(
              "Certificates to trust at the registry instead of the JDK's: PKCS#12, JKS, or PEM"
                  + " (.pem, .crt).");

  /** Password of the trust store. */
  public static final ConfigOption<String> REGISTRY_TRUST_STORE_PASSWORD =
      key("vigie.registry.truststore-password")
          .stringType()
          .noDefaultValue()
          .withDescription("Password that opens vigie.registry.truststore.");

  /** Own key for mutual TLS. */
  public static final ConfigOption<String> REGISTRY_KEY_STORE =
      key("vigie.registry.keystore")
          .stringType()
          .noDefaultValue()
          .withDescription(
              "Key and certificate to show to the registry (mutual TLS): PKCS#12 or JKS.");

  /** Password of the key store. */
  public static final ConfigOption<String> REGISTRY_KEY_STORE_PASSWORD =
      key("vigie.registry.keystore-password")
          .stringType()
          .noDefaultValue()
          .withDescription("Password that opens vigie.registry.keystore and the key in it.");

  /** Longest wait for one answer. */
  public static final ConfigOption<Duration> REGISTRY_TIMEOUT =
      key("vigie.registry.timeout")
          .durationType()
          .defaultValue(Duration.ofSeconds(5))
          .withDescription("Longest wait for one answer of the registry.");

  /** Longest wait over all tries. */
  public static final ConfigOption<Duration> REGISTRY_PATIENCE =
      key("vigie.registry.patience")
          .durationType()
          .defaultValue(Duration.ofSeconds(30))
          .withDescription(
              "How long a record whose schema is not known yet waits for a registry that is away,"
                  + " and all behind it. Then the task fails and Flink tries again from the last"
                  + " checkpoint: no record is skipped or refused because the registry is away."
                  + " Below the checkpoint timeout.");

  /** CloudEvents headers on alerts. */
  public static final ConfigOption<Boolean> CLOUD_EVENTS =
      key("vigie.alerts.cloudevents")
          .booleanType()
          .defaultValue(false)
          .withDescription(
              "Put the headers of CloudEvents 1.0 (binary mode: ce_id, ce_source, ce_type, ce_time,"
                  + " ce_subject) on alerts; their values stay as they are.");

  private static final Allowed<String> TEXT = Allowed.texts("any text but an empty one", "(?s).+");

  /** All of them. */
  public static final OptionArea AREA =
      new OptionArea(
          "Wire",
          "The schema registry, and the headers of alerts.",
          List.of(
              new DeclaredOption<>(
                  REGISTRY_URL,
                  Allowed.texts(
                      "http:// or https:// addresses, several separated by commas",
                      "https?://[^\\s,]+(,\\s*https?://[^\\s,]+)*"),
                  Change.FREE),
              new DeclaredOption<>(REGISTRY_AUTO_REGISTER, Allowed.yesOrNo(), Change.FREE),
              new DeclaredOption<>(REGISTRY_USER, TEXT, Change.FREE),
              new DeclaredOption<>(REGISTRY_PASSWORD, TEXT, Change.FREE),
              new DeclaredOption<>(REGISTRY_PASSWORD_FILE, TEXT, Change.FREE),
              new DeclaredOption<>(REGISTRY_TRUST_STORE, TEXT, Change.FREE),
              new DeclaredOption<>(REGISTRY_TRUST_STORE_PASSWORD, TEXT, Change.FREE),
              new DeclaredOption<>(REGISTRY_KEY_STORE, TEXT, Change.FREE),
              new DeclaredOption<>(REGISTRY_KEY_STORE_PASSWORD, TEXT, Change.FREE),
              new DeclaredOption<>(
                  REGISTRY_TIMEOUT,
                  Allowed.durations(Duration.ofMillis(100), Duration.ofMinutes(5)),
                  Change.FREE),
              new DeclaredOption<>(
                  REGISTRY_PATIENCE,
                  Allowed.durations(Duration.ofSeconds(1), Duration.ofHours(1)),
                  Change.FREE),
              new DeclaredOption<>(CLOUD_EVENTS, Allowed.yesOrNo(), Change.FREE)));

  private WireOptions() {}
}
