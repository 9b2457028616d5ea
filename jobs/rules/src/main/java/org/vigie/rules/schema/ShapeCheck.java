package org.vigie.rules.schema;

import java.util.List;
import java.util.OptionalLong;
import org.vigie.rules.diagnostic.Diagnostic;
import org.vigie.rules.diagnostic.DiagnosticCode;
import org.vigie.rules.diagnostic.Diagnostics;
import org.vigie.rules.diagnostic.Place;
import org.vigie.rules.yaml.YamlList;
import org.vigie.rules.yaml.YamlMap;
import org.vigie.rules.yaml.YamlNode;
import org.vigie.rules.yaml.YamlScalar;

/** Holds a file to its shape; everything that is wrong is told at once. */
final class ShapeCheck {
  /** Longest condition, characters. */
  static final int CONDITION_CHARS_MAX = 2000;

  private final Diagnostics diagnostics;

  ShapeCheck(Diagnostics diagnostics) {
    this.diagnostics = diagnostics;
  }

  /**
   * Checks one value.
   *
   * @param name of the field that holds it
   */
  void check(String name, YamlNode node, Shape shape) {
    if (shape instanceof Shape.Struct struct) {
      struct(name, node, struct);
    } else if (shape instanceof Shape.Several several) {
      several(name, node, several);
    } else if (shape instanceof Shape.Named named) {
      named(name, node, named);
    } else if (node instanceof YamlScalar scalar) {
      scalar(name, scalar, shape);
    } else {
      diagnostics.add(
          DiagnosticCode.WRONG_KIND, node.place(), name + " is " + node.kind(), allowed(shape));
    }
  }

  private void struct(String name, YamlNode node, Shape.Struct struct) {
    if (!(node instanceof YamlMap map)) {
      diagnostics.add(
          DiagnosticCode.WRONG_KIND,
          node.place(),
          name + " is " + node.kind(),
          "a map with " + String.join(", ", names(struct)));
      return;
    }
    for (String given : map.fields().keySet()) {
      if (!names(struct).contains(given)) {
        diagnostics.add(
            Diagnostic.unknownName(
                DiagnosticCode.UNKNOWN_FIELD,
                map.keyPlace(given),
                (name.isEmpty() ? "there is no field " : name + " has no field ") + given,
                given,
                names(struct)));
      }
    }
    for (Shape.Field field : struct.fields()) {
      if (map.has(field.name())) {
        check(field.name(), map.get(field.name()).orElseThrow(), field.shape());
      } else if (field.required()) {
        diagnostics.add(
            DiagnosticCode.MISSING_FIELD,
            map.place(),
            (name.isEmpty() ? "" : name + ": ") + field.name() + " is missing: " + field.about(),
            allowed(field.shape()));
      }
    }
    exactlyOne(name, map, struct.exactlyOne());
  }

  private void exactlyOne(String name, YamlMap map, List<String> names) {
    List<String> given = names.stream().filter(map::has).toList();
    if (!names.isEmpty() && given.size() != 1) {
      Place place = given.isEmpty() ? map.place() : map.keyPlace(given.get(1));
      diagnostics.add(
          DiagnosticCode.EITHER_OR,
          place,
          (given.isEmpty() ? "an item of " + name + " says none of these" : name + " says ")
              + String.join(" and ", given),
          "one of " + String.join(", ", names));
    }
  }

  private void several(String name, YamlNode node, Shape.Several several) {
    if (!(node instanceof YamlList list)) {
      diagnostics.add(
          DiagnosticCode.WRONG_KIND,
          node.place(),
          name + (isBlank(node) ? " has no value" : " is " + node.kind()),
          (several.min() == 0 ? "[] for none, or " : "") + "a list of " + items(several.item()));
      return;
    }
    int size = list.items().size();
    if (size < several.min() || size > several.max()) {
      diagnostics.add(
          DiagnosticCode.OUT_OF_RANGE,
          node.place(),
          name + " has " + size + " items",
          several.min() + " to " + several.max());
    }
    list.items().forEach(item -> check(name, item, several.item()));
  }

  private static boolean isBlank(YamlNode node) {
    return node instanceof YamlScalar scalar && scalar.text().isBlank();
  }

  private void named(String name, YamlNode node, Shape.Named named) {
    if (!(node instanceof YamlMap map)) {
      diagnostics.add(
          DiagnosticCode.WRONG_KIND,
          node.place(),
          name + " is " + node.kind(),
          "a map of names and values");
      return;
    }
    if (map.fields().size() > named.max()) {
      diagnostics.add(
          DiagnosticCode.OUT_OF_RANGE,
          node.place(),
          name + " has " + map.fields().size() + " entries",
          "at most " + named.max());
    }
    map.fields()
        .forEach(
            (key, value) -> {
              if (named.name() instanceof Shape.Word word
                  && !word.pattern().matcher(key).matches()) {
                bad(map.keyPlace(key), "a name is written " + key, word.like());
              } else if (named.name() instanceof Shape.Choice choice
                  && !choice.allowed().contains(key)) {
                diagnostics.unknown(
                    DiagnosticCode.BAD_VALUE,
                    map.keyPlace(key),
                    name + " has no " + key,
                    key,
                    choice.allowed());
              }
              check(key, value, named.value());
            });
  }

  private void scalar(String name, YamlScalar scalar, Shape shape) {
    String text = scalar.text();
    if (shape instanceof Shape.Choice choice) {
      if (!choice.allowed().contains(text)) {
        diagnostics.unknown(
            DiagnosticCode.BAD_VALUE, scalar.place(), name + " is " + text, text, choice.allowed());
      }
    } else if (shape instanceof Shape.Word word) {
      if (!word.pattern().matcher(text).matches()) {
        bad(scalar.place(), name + " is " + shortened(text), word.like());
      }
    } else if (shape instanceof Shape.Flag) {
      if (!scalar.plain() || !text.equals("true") && !text.equals("false")) {
        bad(scalar.place(), name + " is " + shortened(text), "true or false, without quotes");
      }
    } else if (shape instanceof Shape.Text || shape instanceof Shape.Condition) {
      length(
          name,
          scalar,
          shape instanceof Shape.Text limited ? limited.charsMax() : CONDITION_CHARS_MAX);
    } else {
      number(name, scalar, shape);
    }
  }

  private void length(String name, YamlScalar scalar, int charsMax) {
    if (scalar.text().isBlank()) {
      diagnostics.add(DiagnosticCode.MISSING_FIELD, scalar.place(), name + " is empty");
    } else if (scalar.text().length() > charsMax) {
      diagnostics.add(
          DiagnosticCode.OUT_OF_RANGE,
          scalar.place(),
          name + " has " + scalar.text().length() + " characters",
          "at most " + charsMax);
    }
  }

  private void number(String name, YamlScalar scalar, Shape shape) {
    String text = scalar.text();
    if (shape instanceof Shape.Span span) {
      OptionalLong ms = Spans.parse(text);
      if (ms.isEmpty()) {
        bad(scalar.place(), name + " is " + shortened(text), allowed(shape));
      } else if (ms.getAsLong() < span.minMs() || ms.getAsLong() > span.maxMs()) {
        outOfRange(name, scalar, shape);
      }
    } else if (shape instanceof Shape.Whole whole) {
      if (!text.matches("-?(0|[1-9][0-9]{0,15})")) {
        bad(scalar.place(), name + " is " + shortened(text), allowed(shape));
      } else if (Long.parseLong(text) < whole.min() || Long.parseLong(text) > whole.max()) {
        outOfRange(name, scalar, shape);
      }
    } else if (shape instanceof Shape.Decimal decimal) {
      if (!text.matches("-?(0|[1-9][0-9]{0,9})(\\.[0-9]{1,9})?")) {
        bad(scalar.place(), name + " is " + shortened(text), allowed(shape));
      } else if (Double.parseDouble(text) < decimal.min()
          || Double.parseDouble(text) > decimal.max()) {
        outOfRange(name, scalar, shape);
      }
    }
  }

  private void outOfRange(String name, YamlScalar scalar, Shape shape) {
    diagnostics.add(
        DiagnosticCode.OUT_OF_RANGE, scalar.place(), name + " is " + scalar.text(), allowed(shape));
  }

  private void bad(Place place, String what, String allowed) {
    diagnostics.add(DiagnosticCode.BAD_VALUE, place, what, allowed);
  }

  private static String shortened(String text) {
    String line = text.lines().findFirst().orElse("empty");
    return line.length() <= 40 ? line : line.substring(0, 40) + "…";
  }

  private static List<String> names(Shape.Struct struct) {
    return struct.fields().stream().map(Shape.Field::name).toList();
  }

  /** Several of what may stand there, in words. */
  private static String items(Shape item) {
    if (item instanceof Shape.Text text) {
      return "texts of at most " + text.charsMax() + " characters each";
    }
    return item instanceof Shape.Struct struct
        ? "maps with " + String.join(", ", names(struct))
        : allowed(item);
  }

  /** What may stand there, in words. */
  private static String allowed(Shape shape) {
    if (shape instanceof Shape.Text text) {
      return "a text of at most " + text.charsMax() + " characters";
    }
    if (shape instanceof Shape.Word word) {
      return word.like();
    }
    if (shape instanceof Shape.Choice choice) {
      return "one of " + String.join(", ", choice.allowed());
    }
    if (shape instanceof Shape.Whole whole) {
      return "a whole number from " + whole.min() + " to " + whole.max();
    }
    if (shape instanceof Shape.Decimal decimal) {
      return "a number from " + shown(decimal.min()) + " to " + shown(decimal.max());
    }
    if (shape instanceof Shape.Flag) {
      return "true or false";
    }
    if (shape instanceof Shape.Span span) {
      return "a length of time such as 30m, 12h or 7d, from "
          + Spans.shown(span.minMs())
          + " to "
          + Spans.shown(span.maxMs());
    }
    if (shape instanceof Shape.Condition) {
      return "a condition such as `stages >= 3 && !household`";
    }
    if (shape instanceof Shape.Several several) {
      return "a list of " + items(several.item());
    }
    if (shape instanceof Shape.Struct struct) {
      return "a map with " + String.join(", ", names(struct));
    }
    return "a map of names and values";
  }

  private static String shown(double number) {
    return number == Math.rint(number) ? Long.toString((long) number) : Double.toString(number);
  }
}
