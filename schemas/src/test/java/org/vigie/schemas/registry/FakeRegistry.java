package org.vigie.schemas.registry;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** Answers what it was told to, in turn, and remembers what it was asked. */
final class FakeRegistry implements AutoCloseable {
  private final HttpServer server;
  private final Deque<Answer> answers = new ArrayDeque<>();
  private final List<String> asked = new ArrayList<>();

  private record Answer(int status, String body) {}

  FakeRegistry() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    server.createContext("/", this::answer);
    server.start();
  }

  FakeRegistry then(int status, String body) {
    answers.add(new Answer(status, body));
    return this;
  }

  /** Requests so far: method, path, credentials if any, body. */
  List<String> asked() {
    return List.copyOf(asked);
  }

  URI url() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  RegistrySettings settings() {
    return settings(RegistryAccess.open());
  }

  RegistrySettings settings(RegistryAccess access) {
    return new RegistrySettings(
        List.of(url()), Duration.ofSeconds(10), Duration.ofSeconds(30), access);
  }

  RegistryCalls calls() {
    return new RegistryCalls(settings());
  }

  private synchronized void answer(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    String credentials = exchange.getRequestHeaders().getFirst("Authorization");
    asked.add(
        String.join(
            " ",
            exchange.getRequestMethod(),
            exchange.getRequestURI().getRawPath(),
            credentials == null ? "" : credentials,
            body));
    Answer answer = answers.isEmpty() ? new Answer(500, "nothing left to say") : answers.remove();
    byte[] bytes = answer.body().getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(answer.status(), bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
