package org.vigie.schemas.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.apache.avro.Schema;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.schemas.RegistryUnavailableException;
import org.vigie.schemas.registry.RegistryAccess.KeyFile;

final class RegistryCallsTest {
  private static final Schema SCHEMA = Schema.create(Schema.Type.STRING);

  private final FakeRegistry registry = new FakeRegistry();

  @AfterEach
  void stop() {
    registry.close();
  }

  @Test
  void registersUnderTheSubject() {
    registry.then(200, "{\"id\":42}");

    assertThat(registry.calls().register("vigie.alerts-value", SCHEMA)).isEqualTo(42);
    assertThat(registry.asked())
        .containsExactly(
            "POST /subjects/vigie.alerts-value/versions  {\"schema\":\"\\\"string\\\"\"}");
  }

  @Test
  void saysWhyASchemaIsNotTaken() {
    registry.then(409, "{\"error_code\":409,\"message\":\"reader lacks a default\"}");

    assertThatThrownBy(() -> registry.calls().register("s", SCHEMA))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("not compatible with: reader lacks a default");
  }

  @Test
  void findsWhetherASubjectHoldsASchema() {
    registry
        .then(200, "{\"subject\":\"s\",\"id\":5,\"version\":2}")
        .then(404, "{\"error_code\":40401,\"message\":\"no subject\"}")
        .then(404, "{\"error_code\":40403,\"message\":\"no schema\"}");
    RegistryCalls calls = registry.calls();

    assertThat(calls.idOf("s", SCHEMA)).hasValue(5);
    assertThat(calls.idOf("s", SCHEMA)).isEmpty();
    assertThat(calls.idOf("s", SCHEMA)).isEmpty();
  }

  @Test
  void listsTheVersionsOfASubject() {
    registry
        .then(200, "[1,3]")
        .then(200, "{\"id\":5,\"version\":1,\"schema\":\"one\"}")
        .then(200, "{\"id\":9,\"version\":3,\"schema\":\"three\",\"schemaType\":\"JSON\"}");

    assertThat(registry.calls().versions("s"))
        .containsExactly(
            new RegistryCalls.Registered(5, "one", "AVRO", false),
            new RegistryCalls.Registered(9, "three", "JSON", false));
  }

  @Test
  void takesNoWordForAnAnswerButTheRegistrysOwn() {
    registry.then(404, "{\"error_code\":404,\"message\":\"no such page\"}").then(401, "who?");
    RegistryCalls calls = registry.calls();

    assertThatThrownBy(() -> calls.schema(1))
        .isInstanceOf(RegistryUnavailableException.class)
        .hasMessageContaining("answers 404: no such page; check the path of vigie.registry.url");
    assertThatThrownBy(() -> calls.schema(1))
        .hasMessageContaining("answers 401: who?; check vigie.registry.user");
  }

  @Test
  void refusesAnAnswerWithoutEnd() {
    registry.then(200, " ".repeat(5 * 1024 * 1024));

    assertThatThrownBy(() -> registry.calls().schema(1))
        .isInstanceOf(RegistryUnavailableException.class)
        .hasMessageContaining("an answer of over 4194304 bytes");
  }

  @Test
  void asksTheNextAddressWhereOneDoesNotAnswer() {
    registry.then(200, "{\"schema\":\"x\"}");
    RegistrySettings settings =
        new RegistrySettings(
            List.of(URI.create("http://127.0.0.1:9"), registry.url()),
            Duration.ofSeconds(10),
            Duration.ZERO,
            RegistryAccess.open());

    assertThat(new RegistryCalls(settings).schema(1)).isPresent();
  }

  @Test
  void showsCredentialsToTheRegistryAndToNobodyElse(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("password"), "opensesame\n");
    registry.then(200, "{\"schema\":\"x\"}").then(200, "{\"schema\":\"x\"}");
    RegistryAccess given = new RegistryAccess("ali", Secret.of("opensesame"), null, null);
    RegistryAccess filed = new RegistryAccess("ali", Secret.inFile(file.toString()), null, null);

    new RegistryCalls(registry.settings(given)).schema(1);
    new RegistryCalls(registry.settings(filed)).schema(1);

    assertThat(registry.asked()).containsOnly("GET /schemas/ids/1 Basic YWxpOm9wZW5zZXNhbWU= ");
    assertThat(registry.settings(given).toString() + registry.settings(filed))
        .doesNotContain("opensesame");
  }

  @Test
  void namesTheKeyFileThatCantBeOpened() {
    KeyFile trust = new KeyFile("nowhere.p12", Optional.empty());
    RegistryAccess access = new RegistryAccess(null, null, trust, null);

    assertThatThrownBy(() -> new RegistryCalls(registry.settings(access)).schema(1))
        .isInstanceOf(RegistryUnavailableException.class)
        .hasMessageContaining("nowhere.p12 can't be opened");
  }

  @Test
  void refusesSettingsThatCantWork() {
    assertThatThrownBy(() -> at("registry:8081")).hasMessageContaining("use http(s)://host");
    assertThatThrownBy(() -> at("http://ali:opensesame@registry:8081"))
        .hasMessageContaining("holds credentials")
        .message()
        .doesNotContain("opensesame");
    assertThat(at("https://registry/apis/ccompat/v7/").urls())
        .containsExactly(URI.create("https://registry/apis/ccompat/v7"));
    assertThatThrownBy(() -> new RegistryAccess("ali", null, null, null))
        .hasMessageContaining("a user and a password");
  }

  private static RegistrySettings at(String url) {
    return new RegistrySettings(
        List.of(URI.create(url)), Duration.ofSeconds(1), Duration.ZERO, RegistryAccess.open());
  }
}
