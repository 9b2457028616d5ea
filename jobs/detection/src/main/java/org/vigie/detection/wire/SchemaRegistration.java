package org.vigie.detection.wire;

import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.ReadableConfig;
import org.jspecify.annotations.Nullable;
import org.vigie.schemas.registry.CachedSchemas;
import org.vigie.schemas.registry.RegistryAccess;
import org.vigie.schemas.registry.RegistryAccess.KeyFile;
import org.vigie.schemas.registry.RegistryCalls;
import org.vigie.schemas.registry.RegistryCalls.Registered;
import org.vigie.schemas.registry.RegistrySettings;
import org.vigie.schemas.registry.Secret;

/**
 * What is agreed with the registry before the job starts: the numbers of the schemas that it
 * writes, and the schemas that its events may be written by. A registry that is away then is an
 * error; later it is not.
 */
public final class SchemaRegistration {
  private static final int KNOWN_MAX = CachedSchemas.SCHEMAS_MAX / 2;

  private final RegistrySettings settings;
  private final boolean autoRegister;
  private final RegistryCalls calls;
  private final List<String> problems = new ArrayList<>();
  private final Map<String, Integer> idsByTopic = new HashMap<>();
  private final Map<Integer, String> known = new HashMap<>();

  private SchemaRegistration(RegistrySettings settings, boolean autoRegister) {
    this.settings = settings;
    this.autoRegister = autoRegister;
    this.calls = new RegistryCalls(settings);
  }

  /**
   * The wire format as configured.
   *
   * @param subjects the topics of the job
   * @throws IllegalArgumentException if options are wrong or schemas are missing: all that is wrong
   *     at once, each with its remedy
   * @throws org.vigie.schemas.RegistryUnavailableException if the registry does not answer
   */
  public static WireFormat agree(ReadableConfig config, List<WireSubject> subjects) {
    Optional<RegistrySettings> settings = settings(config);
    if (settings.isEmpty()) {
      return WireFormat.singleObject();
    }
    boolean autoRegister = config.get(WireOptions.REGISTRY_AUTO_REGISTER);
    return new SchemaRegistration(settings.get(), autoRegister).agree(subjects);
  }

  /**
   * Where the registry is, if one is configured.
   *
   * @throws IllegalArgumentException if an option has a value that is not allowed
   */
  public static Optional<RegistrySettings> settings(ReadableConfig config) {
    return config
        .getOptional(WireOptions.REGISTRY_URL)
        .map(
            urls ->
                new RegistrySettings(
                    Arrays.stream(urls.split(",")).map(SchemaRegistration::url).toList(),
                    config.get(WireOptions.REGISTRY_TIMEOUT),
                    config.get(WireOptions.REGISTRY_PATIENCE),
                    access(config)));
  }

  private static URI url(String text) {
    try {
      return URI.create(text.strip());
    } catch (IllegalArgumentException broken) {
      throw new IllegalArgumentException(
          WireOptions.REGISTRY_URL.key() + " is no address; use http(s)://host:port/path", broken);
    }
  }

  private static RegistryAccess access(ReadableConfig config) {
    Optional<Secret> password =
        config
            .getOptional(WireOptions.REGISTRY_PASSWORD)
            .map(Secret::of)
            .or(() -> config.getOptional(WireOptions.REGISTRY_PASSWORD_FILE).map(Secret::inFile));
    return new RegistryAccess(
        config.getOptional(WireOptions.REGISTRY_USER).orElse(null),
        password.orElse(null),
        keys(config, WireOptions.REGISTRY_TRUST_STORE, WireOptions.REGISTRY_TRUST_STORE_PASSWORD),
        keys(config, WireOptions.REGISTRY_KEY_STORE, WireOptions.REGISTRY_KEY_STORE_PASSWORD));
  }

  private static @Nullable KeyFile keys(
      ReadableConfig config, ConfigOption<String> file, ConfigOption<String> password) {
    return config
        .getOptional(file)
        .map(path -> new KeyFile(path, config.getOptional(password).map(Secret::of)))
        .orElse(null);
  }

  private WireFormat agree(List<WireSubject> subjects) {
    for (WireSubject subject : subjects) {
      number(subject);
      if (!subject.written()) {
        learn(subject);
      }
    }
    if (!problems.isEmpty()) {
      throw new IllegalArgumentException(String.join("; ", problems));
    }
    return new WireFormat(settings, idsByTopic, known);
  }

  private void number(WireSubject subject) {
    if (autoRegister) {
      register(subject);
      return;
    }
    OptionalInt id = calls.idOf(subject.name(), subject.kind().schema());
    if (id.isPresent()) {
      keep(subject, id.getAsInt());
    } else if (subject.written()) {
      problems.add(
          "the schema registry "
              + calls.where()
              + " does not hold this version's schema of "
              + subject.kind().typeName()
              + " under "
              + subject.name()
              + "; set "
              + WireOptions.REGISTRY_AUTO_REGISTER.key()
              + "=true once, or register it by a POST to /subjects/"
              + subject.name()
              + "/versions");
    }
  }

  private void register(WireSubject subject) {
    try {
      keep(subject, calls.register(subject.name(), subject.kind().schema()));
    } catch (IllegalArgumentException incompatible) {
      problems.add(
          incompatible.getMessage() + "; mend the subject's versions or its compatibility rule");
    }
  }

  private void keep(WireSubject subject, int id) {
    idsByTopic.put(subject.topic(), id);
    known.put(id, subject.kind().schema().toString());
  }

  /** What producers have registered, the newest first where there is much. */
  private void learn(WireSubject subject) {
    List<Registered> versions = new ArrayList<>(calls.versions(subject.name()));
    for (int at = versions.size() - 1; at >= 0 && known.size() < KNOWN_MAX; at--) {
      Registered version = versions.get(at);
      if (version.type().equals("AVRO") && !version.references()) {
        known.putIfAbsent(version.id(), version.text());
      }
    }
  }
}
