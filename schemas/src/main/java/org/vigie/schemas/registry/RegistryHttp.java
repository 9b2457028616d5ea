package org.vigie.schemas.registry;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Sends one question and waits for the answer. The client, and with it its threads, is made at the
 * first question: a job that knows all it meets has none.
 */
final class RegistryHttp {
  private static final int ANSWER_BYTES_MAX = 4 * 1024 * 1024;
  private static final String MEDIA_TYPE = "application/vnd.schemaregistry.v1+json";

  private final RegistrySettings settings;
  private @Nullable HttpClient client;

  RegistryHttp(RegistrySettings settings) {
    this.settings = settings;
  }

  /**
   * An answer of whatever status.
   *
   * @param status of HTTP
   * @param body at most {@link #ANSWER_BYTES_MAX}
   */
  record Reply(int status, byte[] body) {
    boolean ok() {
      return status == 200;
    }
  }

  /**
   * Asks the first address that answers at all.
   *
   * @param path behind the address, such as {@code /subjects}
   * @param json what is posted; null to get
   * @throws IOException if none answers in time; the message says what the last one did
   */
  Reply ask(String path, @Nullable String json) throws IOException, InterruptedException {
    IOException last = new IOException("no address");
    for (URI url : settings.urls()) {
      try {
        return send(request(URI.create(url + path), json));
      } catch (IOException unanswered) {
        last = new IOException(url + ": " + reason(unanswered), unanswered);
      }
    }
    throw last;
  }

  private HttpRequest request(URI address, @Nullable String json) throws IOException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(address).timeout(settings.timeout()).header("Accept", MEDIA_TYPE);
    RegistryAccess access = settings.access();
    if (access.user() != null && access.password() != null) {
      String pair = access.user() + ":" + access.password().reveal();
      String encoded = Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
      request.header("Authorization", "Basic " + encoded);
    }
    if (json == null) {
      return request.GET().build();
    }
    BodyPublisher body = BodyPublishers.ofString(json, StandardCharsets.UTF_8);
    return request.header("Content-Type", MEDIA_TYPE).POST(body).build();
  }

  /** The request's own timeout ends with the headers; this one covers the body too. */
  private Reply send(HttpRequest request) throws IOException, InterruptedException {
    CompletableFuture<HttpResponse<byte[]>> answer =
        client().sendAsync(request, answered -> new BoundedBody(ANSWER_BYTES_MAX));
    try {
      HttpResponse<byte[]> response =
          answer.get(settings.timeout().toMillis() + 100, TimeUnit.MILLISECONDS);
      return new Reply(response.statusCode(), response.body());
    } catch (TimeoutException late) {
      answer.cancel(true);
      throw new IOException("no answer within " + settings.timeout().toMillis() + " ms", late);
    } catch (ExecutionException failed) {
      throw failed.getCause() instanceof IOException unanswered
          ? unanswered
          : new IOException(String.valueOf(failed.getCause()), failed);
    }
  }

  private HttpClient client() throws IOException {
    if (client == null) {
      client =
          HttpClient.newBuilder()
              .version(HttpClient.Version.HTTP_1_1)
              .connectTimeout(settings.timeout())
              .followRedirects(HttpClient.Redirect.NEVER)
              .sslContext(KeyFiles.context(settings.access()))
              .build();
    }
    return client;
  }

  /** A refused connection comes without a message. */
  private static String reason(IOException unanswered) {
    String message = unanswered.getMessage();
    return message == null ? unanswered.getClass().getSimpleName() : message;
  }
}
