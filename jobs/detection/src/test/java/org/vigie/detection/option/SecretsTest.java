package org.vigie.detection.option;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.GlobalConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigie.detection.kafka.KafkaSettings;

final class SecretsTest {
  private static final String CANARY = "canary-7f3a";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "sasl.jaas.config",
        "ssl.keystore.password",
        "ssl.key.password",
        "ssl.keystore.key",
        "ssl.truststore.password",
        "sasl.oauthbearer.client.credentials.client.secret",
        "sasl.oauthbearer.assertion.private.key.file",
        "basic.auth.user.info",
        "schema.registry.basic.auth.user.info",
        "bearer.auth.token",
        "delegation.TOKEN",
        "some.api.key"
      })
  void masksWhatHoldsASecretByItsName(String property) {
    String key = "vigie.kafka.client." + property;

    assertThat(Secrets.masked(Map.of(key, CANARY))).containsEntry(key, Secrets.MASK);
    assertThat(new GivenOptions(Map.of(key, CANARY), Map.of()).toString()).doesNotContain(CANARY);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "password",
        "secret",
        "fs.azure.account.key",
        "apikey",
        "api-key",
        "auth-params",
        "service-key",
        "token",
        "basic-auth",
        "jaas.config",
        "http-headers"
      })
  void masksAllThatFlinkMasks(String name) {
    assertThat(GlobalConfiguration.isSensitive(name)).isTrue();
    assertThat(Secrets.isSecret(name)).isTrue();
  }

  @Test
  void masksAPasswordInsideAnAddress() {
    assertThat(Secrets.masked("vigie.registry.url", "https://me:" + CANARY + "@registry:8081/x"))
        .isEqualTo("https://******@registry:8081/x");
  }

  @Test
  void showsEverythingElse() {
    assertThat(Secrets.masked("vigie.kafka.client.security.protocol", "SASL_SSL"))
        .isEqualTo("SASL_SSL");
    assertThat(Secrets.masked("vigie.kafka.bootstrap-servers", "a:1,b:2")).isEqualTo("a:1,b:2");
  }

  @Test
  void showsNoSecretWhereSettingsArePrinted() {
    Configuration config = new Configuration();
    config.setString("vigie.kafka.bootstrap-servers", "localhost:9092");
    config.setString("vigie.kafka.client.sasl.jaas.config", "… password=\"" + CANARY + "\";");
    config.setString("vigie.kafka.sink.ssl.key.password", CANARY);

    assertThat(KafkaSettings.from(config).toString())
        .contains("localhost:9092")
        .doesNotContain(CANARY);
  }
}
