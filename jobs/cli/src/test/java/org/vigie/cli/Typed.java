package org.vigie.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.vigie.cli.console.Terminal;

/**
 * A command as someone types it, and what comes back.
 *
 * @param code how it ended
 * @param out standard output
 * @param err standard error
 */
public record Typed(int code, String out, String err) {
  /** Into pipes, with nothing on standard input. */
  public static Typed in(String... arguments) {
    return in(new Place("", false, Map.of()), arguments);
  }

  /** Into pipes, with something on standard input. */
  public static Typed withInput(String input, String... arguments) {
    return in(new Place(input, false, Map.of()), arguments);
  }

  /** On a terminal. */
  static Typed onTerminal(Map<String, String> environment, String... arguments) {
    return in(new Place("", true, environment), arguments);
  }

  private static Typed in(Place place, String... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Terminal terminal =
        new Terminal(
            new ByteArrayInputStream(place.input.getBytes(StandardCharsets.UTF_8)),
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            place.isTerminal,
            place.isTerminal,
            place.environment);
    int code = Vigie.run(terminal, arguments);
    return new Typed(
        code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  private record Place(String input, boolean isTerminal, Map<String, String> environment) {}
}
