package org.vigie.detection.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.util.InstantiationUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.vigie.alert.Alert;
import org.vigie.event.Review;
import org.vigie.schemas.RecordKind;
import org.vigie.schemas.RegistryUnavailableException;
import org.vigie.schemas.WireFrame;
import org.vigie.schemas.WriterSchemas.Answer;

final class SchemaRegistrationTest {
  private static final String MISSING = "{\"error_code\":40401,\"message\":\"none\"}";
  private static final List<WireSubject> SUBJECTS =
      List.of(
          new WireSubject("in", RecordKind.REVIEW, false),
          new WireSubject("out", RecordKind.ALERT, true));

  private final Map<String, String> answers = new HashMap<>();
  private final List<String> asked = new ArrayList<>();
  private final Configuration config = new Configuration();
  private HttpServer server;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
    config.set(WireOptions.REGISTRY_URL, "http://127.0.0.1:" + server.getAddress().getPort());
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  private synchronized void answer(HttpExchange exchange) throws IOException {
    String question = exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath();
    asked.add(question);
    String body = answers.getOrDefault(question, MISSING);
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(body.equals(MISSING) ? 404 : 200, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  @Test
  void writesSingleObjectEncodingWithoutARegistry() {
    WireFormat wire = SchemaRegistration.agree(new Configuration(), SUBJECTS);

    assertThat(wire.frame()).isEqualTo(WireFrame.SINGLE_OBJECT);
    assertThat(wire.schemas()).isEmpty();
  }

  @Test
  void refusesToStartWithoutItsSchemasAndNamesTheRemedy() {
    assertThatThrownBy(() -> SchemaRegistration.agree(config, SUBJECTS))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("does not hold this version's schema of alert under out-value")
        .hasMessageContaining("vigie.registry.auto-register=true")
        .message()
        .doesNotContain("in-value");
    assertThat(asked).doesNotContain("POST /subjects/out-value/versions");
  }

  @Test
  void registersOnlyWhereThatIsAllowed() {
    config.set(WireOptions.REGISTRY_AUTO_REGISTER, true);
    answers.put("POST /subjects/in-value/versions", "{\"id\":1}");
    answers.put("POST /subjects/out-value/versions", "{\"id\":2}");

    WireFormat wire = SchemaRegistration.agree(config, SUBJECTS);

    assertThat(wire.writer(RecordKind.ALERT, Alert.class, "out")).isNotNull();
    assertThat(wire.frame()).isEqualTo(WireFrame.CONFLUENT);
    assertThatThrownBy(() -> wire.writer(RecordKind.ALERT, Alert.class, "elsewhere"))
        .hasMessageContaining("elsewhere was not looked up");
  }

  @Test
  void travelsWithWhatProducersHaveRegisteredSoThatNobodyAsksAgain() throws Exception {
    String older = "{\\\"type\\\":\\\"record\\\",\\\"name\\\":\\\"Review\\\",\\\"fields\\\":[]}";
    answers.put("POST /subjects/in-value", "{\"id\":1}");
    answers.put("POST /subjects/out-value", "{\"id\":2}");
    answers.put("GET /subjects/in-value/versions", "[1]");
    answers.put("GET /subjects/in-value/versions/1", "{\"id\":7,\"schema\":\"" + older + "\"}");
    WireFormat wire = SchemaRegistration.agree(config, SUBJECTS);
    server.stop(0);

    WireFormat arrived = InstantiationUtil.clone(wire);

    assertThat(arrived.schemas().orElseThrow().schema(7)).isInstanceOf(Answer.Known.class);
    assertThat(arrived.schemas().orElseThrow().schema(1))
        .isEqualTo(new Answer.Known(Review.getClassSchema()));
  }

  @Test
  void saysThatTheRegistryIsAway() {
    server.stop(0);

    assertThatThrownBy(() -> SchemaRegistration.agree(config, SUBJECTS))
        .isInstanceOf(RegistryUnavailableException.class)
        .hasMessageContaining("the schema registry does not answer at http://127.0.0.1");
  }

  @Test
  void refusesOptionsThatCantWork() {
    config.set(WireOptions.REGISTRY_URL, "not an address");
    assertThatThrownBy(() -> SchemaRegistration.settings(config))
        .hasMessageContaining("vigie.registry.url is no address");

    config.set(WireOptions.REGISTRY_URL, "http://registry");
    config.set(WireOptions.REGISTRY_USER, "ali");
    assertThatThrownBy(() -> SchemaRegistration.settings(config))
        .hasMessageContaining("a user and a password");

    config.set(WireOptions.REGISTRY_PASSWORD, "opensesame");
    assertThat(SchemaRegistration.settings(config).orElseThrow().toString())
        .doesNotContain("opensesame");
  }
}
