package org.vigie.rules.cel;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.vigie.core.rule.Attribute;
import org.vigie.core.rule.Condition;
import org.vigie.core.rule.Fixed;
import org.vigie.core.rule.ValueType;
import org.vigie.rules.diagnostic.Diagnostics;
import org.vigie.rules.diagnostic.SourceText;
import org.vigie.rules.yaml.YamlScalar;

/** Draws conditions and values; few different numbers, so that bars are often met exactly. */
final class RandomConditions {
  static final int WHOLE_PARAM = 3;
  static final double DECIMAL_PARAM = 0.75;

  private static final Conditions CONDITIONS = conditions();
  private static final List<String> ORDERED = List.of(">=", "<=", ">", "<");
  private static final List<String> ALL = List.of(">=", "<=", ">", "<", "==", "!=");

  private final Random random;

  RandomConditions(Random random) {
    this.random = random;
  }

  static String nameOf(Attribute attribute) {
    return attribute.name().toLowerCase(Locale.ROOT);
  }

  private static Conditions conditions() {
    Map<String, ValueType> types = new LinkedHashMap<>();
    for (Attribute attribute : Attribute.values()) {
      types.put(nameOf(attribute), attribute.type());
    }
    return new Conditions(
        new Names(
            "features", types, Map.of("whole", "" + WHOLE_PARAM, "decimal", "" + DECIMAL_PARAM)));
  }

  static Condition compile(String text) {
    Diagnostics diagnostics = new Diagnostics();
    YamlScalar scalar = new YamlScalar(new SourceText("test", text), text, true, 0, text.length());
    Optional<Condition> condition = CONDITIONS.compile(scalar, diagnostics);
    assertThat(diagnostics.all()).as(text).isEmpty();
    return condition.orElseThrow();
  }

  /** A condition at most so deep. */
  String text(int depth) {
    int choice = depth == 0 ? 0 : random.nextInt(6);
    if (choice <= 1) {
      return clause();
    }
    if (choice == 2) {
      return "!(" + text(depth - 1) + ")";
    }
    List<String> parts = new ArrayList<>();
    for (int left = 2 + random.nextInt(2); left > 0; left--) {
      parts.add("(" + text(depth - 1) + ")");
    }
    return String.join(choice <= 4 ? " && " : " || ", parts);
  }

  private String clause() {
    Attribute attribute = Attribute.values()[random.nextInt(Attribute.values().length)];
    String name = nameOf(attribute);
    if (attribute.type() == ValueType.FLAG) {
      return random.nextBoolean() ? name : "!" + name;
    }
    boolean whole = attribute.type() == ValueType.WHOLE;
    boolean wholeBar = whole && random.nextInt(4) > 0 || random.nextInt(5) == 0;
    List<String> operators = whole && wholeBar ? ALL : ORDERED;
    String operator = operators.get(random.nextInt(operators.size()));
    String bar = wholeBar ? wholeBar() : decimalBar();
    return random.nextBoolean()
        ? name + " " + operator + " " + bar
        : bar + " " + operator + " " + name;
  }

  private String wholeBar() {
    int choice = random.nextInt(7);
    return choice == 6 ? "params.whole" : String.valueOf(choice - 1);
  }

  /** On the grid of 2⁻²⁰, on which CEL and the engine see the same number. */
  private String decimalBar() {
    if (random.nextInt(6) == 0) {
      return "params.decimal";
    }
    String bar = new BigDecimal(Fixed.toDouble(number(random))).toPlainString();
    return bar.contains(".") ? bar : bar + ".0";
  }

  private static long number(Random random) {
    long[] numbers = {0, 1, Fixed.ONE / 4, Fixed.of(0.6), Fixed.of(0.75), Fixed.ONE, 3 * Fixed.ONE};
    return numbers[random.nextInt(numbers.length)] + random.nextInt(2);
  }

  static Map<Attribute, Long> values(Random random) {
    Map<Attribute, Long> values = new EnumMap<>(Attribute.class);
    for (Attribute attribute : Attribute.values()) {
      values.put(attribute, random.nextInt(4) == 0 ? Fixed.UNKNOWN : known(attribute, random));
    }
    return values;
  }

  static long known(Attribute attribute, Random random) {
    return switch (attribute.type()) {
      case FLAG -> random.nextBoolean() ? Fixed.ONE : 0;
      case WHOLE -> Fixed.whole(random.nextInt(6));
      case NUMBER -> number(random);
      case TOKEN -> throw new AssertionError("no attribute is a name");
    };
  }
}
