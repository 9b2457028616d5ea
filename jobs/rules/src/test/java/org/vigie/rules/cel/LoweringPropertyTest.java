package org.vigie.rules.cel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cel.common.CelOptions;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerBuilder;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.runtime.CelAttributePattern;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import dev.cel.runtime.CelUnknownSet;
import dev.cel.runtime.PartialVars;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.vigie.core.rule.Attribute;
import org.vigie.core.rule.Condition;
import org.vigie.core.rule.Fixed;
import org.vigie.core.rule.ValueType;

/** Lowered conditions say what CEL's own interpreter says, unknown included. */
class LoweringPropertyTest {
  private static final int EXPRESSIONS = Integer.getInteger("vigie.expressions", 400);
  private static final int VALUES_EACH = 6;
  private static final long SEED = Long.getLong("vigie.seed", 20_240_625L);

  private static final CelOptions OPTIONS =
      CelOptions.newBuilder()
          .enableHeterogeneousNumericComparisons(true)
          .enableUnknownTracking(true)
          .build();

  private final CelCompiler oracle = oracle();
  private final CelRuntime runtime =
      CelRuntimeFactory.legacyCelRuntimeBuilder().setOptions(OPTIONS).build();

  private static CelCompiler oracle() {
    CelCompilerBuilder builder =
        CelCompilerFactory.standardCelCompilerBuilder()
            .setOptions(OPTIONS)
            .setResultType(SimpleType.BOOL);
    for (Attribute attribute : Attribute.values()) {
      builder.addVar(
          RandomConditions.nameOf(attribute),
          switch (attribute.type()) {
            case FLAG -> SimpleType.BOOL;
            case WHOLE -> SimpleType.INT;
            case NUMBER -> SimpleType.DOUBLE;
            case TOKEN -> throw new AssertionError("no attribute is a name");
          });
    }
    builder.addVar("params.whole", SimpleType.INT);
    builder.addVar("params.decimal", SimpleType.DOUBLE);
    return builder.build();
  }

  @Test
  void loweredConditionsSayWhatCelSays() throws Exception {
    for (int i = 0; i < EXPRESSIONS; i++) {
      long seed = SEED + i;
      Random random = new Random(seed);
      String text = new RandomConditions(random).text(3);
      Condition lowered = RandomConditions.compile(text);
      CelRuntime.Program program = runtime.createProgram(oracle.compile(text).getAst());
      for (int j = 0; j < VALUES_EACH; j++) {
        Map<Attribute, Long> values = RandomConditions.values(random);
        assertThat(Verdicts.of(lowered, values))
            .as("seed %d: %s with %s", seed, text, values)
            .isEqualTo(judged(program, values));
      }
    }
  }

  @Test
  void whatIsTrueWithUnknownsIsTrueWhateverTheyAre() {
    int trueWithUnknowns = 0;
    for (int i = 0; i < EXPRESSIONS; i++) {
      long seed = SEED - i - 1;
      Random random = new Random(seed);
      String text = new RandomConditions(random).text(3);
      Condition lowered = RandomConditions.compile(text);
      for (int j = 0; j < VALUES_EACH; j++) {
        Map<Attribute, Long> values = RandomConditions.values(random);
        if (values.containsValue(Fixed.UNKNOWN)
            && Verdicts.of(lowered, values) == Verdicts.Verdict.TRUE) {
          trueWithUnknowns++;
          Map<Attribute, Long> known = new EnumMap<>(values);
          known.replaceAll(
              (attribute, value) ->
                  value == Fixed.UNKNOWN ? RandomConditions.known(attribute, random) : value);
          assertThat(Verdicts.of(lowered, known))
              .as("seed %d: %s with %s, then %s", seed, text, values, known)
              .isEqualTo(Verdicts.Verdict.TRUE);
        }
      }
    }
    assertThat(trueWithUnknowns).isPositive();
  }

  private static Verdicts.Verdict judged(CelRuntime.Program program, Map<Attribute, Long> values)
      throws Exception {
    Map<String, Object> known = new HashMap<>();
    List<CelAttributePattern> unknown = new ArrayList<>();
    known.put("params.whole", (long) RandomConditions.WHOLE_PARAM);
    known.put("params.decimal", RandomConditions.DECIMAL_PARAM);
    values.forEach(
        (attribute, value) -> {
          String name = RandomConditions.nameOf(attribute);
          if (value == Fixed.UNKNOWN) {
            unknown.add(CelAttributePattern.create(name));
          } else if (attribute.type() == ValueType.FLAG) {
            known.put(name, value == Fixed.ONE);
          } else if (attribute.type() == ValueType.WHOLE) {
            known.put(name, value / Fixed.ONE);
          } else {
            known.put(name, Fixed.toDouble(value));
          }
        });
    Object result =
        program.eval(PartialVars.of(known, unknown.toArray(new CelAttributePattern[0])));
    if (result instanceof CelUnknownSet) {
      return Verdicts.Verdict.UNKNOWN;
    }
    return result.equals(true) ? Verdicts.Verdict.TRUE : Verdicts.Verdict.FALSE;
  }
}
