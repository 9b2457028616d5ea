package org.vigie.schemas.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.vigie.schemas.RegistryUnavailableException;
import org.vigie.schemas.WriterSchemas.Answer;

final class CachedSchemasTest {
  private static final String STRING = "{\"schema\":\"\\\"string\\\"\"}";
  private static final String NONE = "{\"error_code\":40403,\"message\":\"no such\"}";
  private static final long PATIENCE_MS = 10_000;

  private final FakeRegistry registry = new FakeRegistry();
  private final VirtualWaiting time = new VirtualWaiting();
  private final CachedSchemas schemas = new CachedSchemas(registry.calls(), PATIENCE_MS, time);

  /** Time that passes in pauses only. */
  private static final class VirtualWaiting implements CachedSchemas.Waiting {
    private final List<Long> pausesMs = new ArrayList<>();
    private long nowMs;

    @Override
    public long nowMs() {
      return nowMs;
    }

    @Override
    public void pause(long ms) {
      pausesMs.add(ms);
      nowMs += ms;
    }
  }

  @AfterEach
  void stop() {
    registry.close();
  }

  @Test
  void asksForEachNumberOnce() {
    registry.then(200, STRING).then(200, STRING);

    for (int round = 0; round < 3; round++) {
      assertThat(schemas.schema(7)).isInstanceOf(Answer.Known.class);
      assertThat(schemas.schema(8)).isInstanceOf(Answer.Known.class);
    }

    assertThat(registry.asked()).containsExactly("GET /schemas/ids/7  ", "GET /schemas/ids/8  ");
    assertThat(schemas.lookups()).isEqualTo(2);
  }

  @Test
  void knowsWithoutAskingWhatItWasGiven() {
    CachedSchemas given = new CachedSchemas(registry.settings(), Map.of(3, "\"string\""));

    assertThat(given.schema(3)).isInstanceOf(Answer.Known.class);
    assertThat(registry.asked()).isEmpty();
  }

  @Test
  void waitsLongerEachTimeForARegistryThatIsAway() {
    registry.then(503, "starting").then(404, "<html>").then(200, "<html>").then(200, STRING);

    assertThat(schemas.schema(7)).isInstanceOf(Answer.Known.class);
    assertThat(time.pausesMs).containsExactly(100L, 200L, 400L);
  }

  @Test
  void givesUpWhenPatienceEndsAndDecidesNothing() {
    assertThatThrownBy(() -> schemas.schema(7))
        .isInstanceOf(RegistryUnavailableException.class)
        .hasMessageContaining(registry.url() + "/schemas/ids/7 answers 500");
    assertThat(time.nowMs).isBetween(PATIENCE_MS / 2, PATIENCE_MS);

    registry.then(200, STRING);
    assertThat(schemas.schema(7)).isInstanceOf(Answer.Known.class);
  }

  @Test
  void believesThatANumberIsUnknownOnlyAfterAskingAgain() {
    registry.then(404, NONE).then(404, NONE).then(200, STRING);

    assertThat(schemas.schema(7)).isInstanceOf(Answer.Known.class);
  }

  @Test
  void keepsAnUnknownNumberForAMinute() {
    registry.then(404, NONE).then(404, NONE).then(404, NONE);
    for (int round = 0; round < 3; round++) {
      assertThat(schemas.schema(7))
          .isEqualTo(
              new Answer.Unusable("was written by a schema that the registry does not have"));
    }
    assertThat(registry.asked()).hasSize(CachedSchemas.UNKNOWN_TRIES);

    time.pause(CachedSchemas.UNKNOWN_KEPT_MS + 1);
    registry.then(200, STRING);
    assertThat(schemas.schema(7)).isInstanceOf(Answer.Known.class);
  }

  @Test
  void isNotHeldUpByNumbersThatAreMadeUp() {
    for (int i = 0; i < 3 * CachedSchemas.UNKNOWN_MAX; i++) {
      registry.then(404, NONE);
    }
    int made = CachedSchemas.UNKNOWN_MAX + 100;
    for (int id = 0; id < made; id++) {
      assertThat(schemas.schema(id)).isInstanceOf(Answer.Unusable.class);
    }
    int tries = CachedSchemas.UNKNOWN_MANY * (CachedSchemas.UNKNOWN_TRIES - 1);
    assertThat(registry.asked()).hasSize(made + tries);
    assertThat(schemas)
        .extracting("unknownSinceMs")
        .asInstanceOf(InstanceOfAssertFactories.MAP)
        .hasSize(CachedSchemas.UNKNOWN_MAX);
  }

  @Test
  void keepsNoMoreSchemasThanItsLimit() {
    for (int id = 0; id <= CachedSchemas.SCHEMAS_MAX; id++) {
      registry.then(200, STRING);
      schemas.schema(id);
    }
    assertThat(schemas)
        .extracting("answers")
        .asInstanceOf(InstanceOfAssertFactories.MAP)
        .hasSize(1);
  }

  @Test
  void refusesSchemasThatAreNotWholeAvro() {
    registry
        .then(200, "{\"schema\":\"{}\",\"schemaType\":\"JSON\"}")
        .then(200, "{\"schema\":\"\\\"x.Y\\\"\",\"references\":[{\"name\":\"x.Y\"}]}")
        .then(200, "{\"schema\":\"{\"}")
        .then(200, "{\"schema\":\"" + " ".repeat(256 * 1024) + "\\\"string\\\"\"}");

    assertThat(List.of(schemas.schema(1), schemas.schema(2), schemas.schema(3), schemas.schema(4)))
        .extracting(answer -> ((Answer.Unusable) answer).reason())
        .containsExactly(
            "was written by a schema that is no Avro",
            "was written by a schema with references; register it whole",
            "was written by a schema that does not parse",
            "was written by a schema over 256 KiB");
  }
}
