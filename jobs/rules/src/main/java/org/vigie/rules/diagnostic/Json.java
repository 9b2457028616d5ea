package org.vigie.rules.diagnostic;

import java.util.Iterator;
import java.util.List;
import java.util.Map;

/** Writes maps, lists, texts, whole numbers and flags as JSON. */
public final class Json {
  private Json() {}

  /** On one line. */
  public static String line(Object value) {
    StringBuilder out = new StringBuilder();
    write(value, out, -1);
    return out.toString();
  }

  /** On many lines, two spaces a level, with an end of line. */
  public static String pretty(Object value) {
    StringBuilder out = new StringBuilder();
    write(value, out, 0);
    return out.append('\n').toString();
  }

  /** Level −1 writes on one line. */
  private static void write(Object value, StringBuilder out, int level) {
    if (value instanceof Map<?, ?> map) {
      out.append('{');
      Iterator<? extends Map.Entry<?, ?>> entries = map.entrySet().iterator();
      while (entries.hasNext()) {
        Map.Entry<?, ?> entry = entries.next();
        newLine(out, level < 0 ? -1 : level + 1);
        text(String.valueOf(entry.getKey()), out);
        out.append(level < 0 ? ":" : ": ");
        write(entry.getValue(), out, level < 0 ? -1 : level + 1);
        out.append(entries.hasNext() ? "," : "");
      }
      close(!map.isEmpty(), out, level).append('}');
    } else if (value instanceof List<?> list) {
      out.append('[');
      for (int i = 0; i < list.size(); i++) {
        newLine(out, level < 0 ? -1 : level + 1);
        write(list.get(i), out, level < 0 ? -1 : level + 1);
        out.append(i + 1 < list.size() ? "," : "");
      }
      close(!list.isEmpty(), out, level).append(']');
    } else if (value instanceof String text) {
      text(text, out);
    } else if (value instanceof Number || value instanceof Boolean) {
      out.append(value);
    } else {
      throw new IllegalArgumentException("no JSON for " + value.getClass());
    }
  }

  private static StringBuilder close(boolean filled, StringBuilder out, int level) {
    if (filled) {
      newLine(out, level);
    }
    return out;
  }

  private static void newLine(StringBuilder out, int level) {
    if (level >= 0) {
      out.append('\n').append("  ".repeat(level));
    }
  }

  private static void text(String text, StringBuilder out) {
    out.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"' -> out.append("\\\"");
        case '\\' -> out.append("\\\\");
        case '\n' -> out.append("\\n");
        case '\t' -> out.append("\\t");
        case '\r' -> out.append("\\r");
        default -> {
          if (c < ' ') {
            out.append(String.format("\\u%04x", (int) c));
          } else {
            out.append(c);
          }
        }
      }
    }
    out.append('"');
  }
}
