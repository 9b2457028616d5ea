package org.vigie.schemas;

import static org.vigie.alert.DeadLetterCode.BAD_VALUE;
import static org.vigie.alert.DeadLetterCode.TOO_LARGE;
import static org.vigie.alert.DeadLetterCode.UNREADABLE;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * Reads the bytes of a line as exactly one JSON object: strict UTF-8, no key twice, bounded depth
 * and numbers. Reuses its buffer: one instance belongs to one thread.
 */
final class JsonTree {
  private static final String ALLOWED = "one JSON object on one line, in UTF-8";
  private static final String WHOLE = "one whole JSON object on one line, in UTF-8";
  private static final int EXCERPT_CHARS = 12;

  private final ObjectMapper mapper;
  private final CharsetDecoder utf8 =
      StandardCharsets.UTF_8
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .onUnmappableCharacter(CodingErrorAction.REPORT);
  private CharBuffer characters = CharBuffer.allocate(1024);

  JsonTree(int bytesMax) {
    StreamReadConstraints bounds =
        StreamReadConstraints.builder()
            .maxNestingDepth(Limits.JSON_DEPTH_MAX)
            .maxNumberLength(Limits.JSON_NUMBER_DIGITS_MAX)
            .maxStringLength(bytesMax)
            .maxNameLength(bytesMax)
            .build();
    JsonFactory factory =
        JsonFactory.builder()
            .streamReadConstraints(bounds)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
            .build();
    mapper = new ObjectMapper(factory);
  }

  JsonNode read(byte[] bytes, int offset, int length) throws RefusedException {
    CharBuffer line = decoded(bytes, offset, length);
    try (JsonParser parser =
        mapper.getFactory().createParser(line.array(), line.arrayOffset(), line.remaining())) {
      return only(parser, line);
    } catch (IOException impossible) {
      throw new UncheckedIOException("closing an array can't fail", impossible);
    }
  }

  private JsonNode only(JsonParser parser, CharBuffer line) throws RefusedException, IOException {
    try {
      JsonNode value = mapper.readTree(parser);
      if (parser.nextToken() != null) {
        throw unreadable("holds more than one JSON value", "");
      }
      if (value == null || !value.isObject()) {
        throw unreadable("is no JSON object", "");
      }
      return value;
    } catch (StreamConstraintsException tooLarge) {
      throw new RefusedException(tooLarge(parser));
    } catch (JsonProcessingException broken) {
      throw new RefusedException(broken(parser, broken, line));
    }
  }

  private CharBuffer decoded(byte[] bytes, int offset, int length) throws RefusedException {
    if (characters.capacity() < length) {
      characters = CharBuffer.allocate(length);
    }
    characters.clear();
    ByteBuffer in = ByteBuffer.wrap(bytes, offset, length);
    utf8.reset();
    CoderResult result = utf8.decode(in, characters, true);
    if (result.isError()) {
      throw unreadable("is not UTF-8 at byte " + (in.position() - offset + 1), "");
    }
    return characters.flip();
  }

  private static Refusal tooLarge(JsonParser parser) {
    String path = path(parser.getParsingContext());
    boolean deep = parser.getParsingContext().getNestingDepth() >= Limits.JSON_DEPTH_MAX;
    if (deep) {
      return Refusal.of(TOO_LARGE, "", "is nested too deep")
          .allowing("at most " + Limits.JSON_DEPTH_MAX + " levels");
    }
    return Refusal.of(TOO_LARGE, path, "is a number with too many digits")
        .allowing("at most " + Limits.JSON_NUMBER_DIGITS_MAX + " digits");
  }

  private static Refusal broken(
      JsonParser parser, JsonProcessingException broken, CharBuffer line) {
    JsonStreamContext context = parser.getParsingContext();
    if (broken.getOriginalMessage().startsWith("Duplicate field")) {
      return Refusal.of(BAD_VALUE, path(context), "is given twice").allowing("every field once");
    }
    int at = (int) Math.min(broken.getLocation().getCharOffset(), line.remaining());
    if (broken instanceof JsonEOFException || at == line.remaining()) {
      return cutShort(line);
    }
    boolean atValue = parser.currentToken() == JsonToken.FIELD_NAME || isInText(broken);
    String path = atValue ? path(context) : path(context.getParent());
    return Refusal.of(UNREADABLE, path, "is not JSON near character " + (at + 1))
        .allowing(ALLOWED)
        .quoting(excerpt(line, at));
  }

  /** The record is meant, not the last field: what was cut off may have been of any. */
  private static Refusal cutShort(CharBuffer line) {
    int length = line.remaining();
    String message = "is where the line ends, at character " + length + ", before its object does";
    return Refusal.of(UNREADABLE, "", message).allowing(WHOLE).quoting(excerpt(line, length));
  }

  /** Whether a text was being read, rather than what stands between two fields. */
  private static boolean isInText(JsonProcessingException broken) {
    String message = broken.getOriginalMessage();
    return message.startsWith("Illegal unquoted") || message.startsWith("Unrecognized character");
  }

  private static String excerpt(CharBuffer line, int at) {
    int start = Math.max(0, at - EXCERPT_CHARS);
    int end = Math.min(line.remaining(), Math.max(0, at) + EXCERPT_CHARS);
    return Quoted.excerpt(line.subSequence(start, end).toString());
  }

  /** Where the parser stands, such as {@code media[0].hash}. */
  private static String path(@Nullable JsonStreamContext innermost) {
    Deque<String> steps = new ArrayDeque<>();
    for (JsonStreamContext at = innermost; at != null; at = at.getParent()) {
      if (at.inObject() && at.hasCurrentName()) {
        steps.push("." + Quoted.name(at.getCurrentName()));
      } else if (at.inArray() && at.hasCurrentIndex()) {
        steps.push("[" + at.getCurrentIndex() + "]");
      }
    }
    String path = String.join("", steps);
    return path.startsWith(".") ? path.substring(1) : path;
  }

  private static RefusedException unreadable(String message, String value) {
    return new RefusedException(
        Refusal.of(UNREADABLE, "", message).allowing(ALLOWED).quoting(value));
  }
}
