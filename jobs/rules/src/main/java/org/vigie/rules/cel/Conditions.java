package org.vigie.rules.cel;

import dev.cel.checker.CelStandardDeclarations;
import dev.cel.checker.CelStandardDeclarations.StandardFunction;
import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelIssue;
import dev.cel.common.CelOptions;
import dev.cel.common.CelValidationException;
import dev.cel.common.CelValidationResult;
import dev.cel.common.types.CelType;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerBuilder;
import dev.cel.compiler.CelCompilerFactory;
import java.util.Optional;
import org.vigie.core.rule.Condition;
import org.vigie.core.rule.ValueType;
import org.vigie.rules.diagnostic.DiagnosticCode;
import org.vigie.rules.diagnostic.Diagnostics;
import org.vigie.rules.yaml.YamlScalar;

/**
 * Compiles conditions: CEL parses them, the dialect holds them to clauses that a reviewer can be
 * shown, CEL type-checks them, and they become conditions of the engine.
 *
 * <p>Numbers are the nearest multiples of 2⁻²⁰. A name that is not known makes its comparison
 * unknown, and unknown goes through {@code &&}, {@code ||} and {@code !} as CEL's own unknown does:
 * what is true with a name unknown is true whatever it is, so that not knowing never fires a rule.
 */
public final class Conditions {
  /** Clauses of a condition. */
  public static final int CLAUSES_MAX = 32;

  /** Parentheses that matter inside each other. */
  public static final int DEPTH_MAX = 8;

  /** Longest condition, characters. */
  static final int CHARS_MAX = 2000;

  private static final CelOptions OPTIONS =
      CelOptions.newBuilder()
          .enableHeterogeneousNumericComparisons(true)
          .maxExpressionCodePointSize(CHARS_MAX)
          .maxParseRecursionDepth(64)
          .enableComprehension(false)
          .build();

  private static final CelStandardDeclarations OPERATORS =
      CelStandardDeclarations.newBuilder()
          .includeFunctions(
              StandardFunction.LOGICAL_AND,
              StandardFunction.LOGICAL_OR,
              StandardFunction.LOGICAL_NOT,
              StandardFunction.EQUALS,
              StandardFunction.NOT_EQUALS,
              StandardFunction.GREATER,
              StandardFunction.GREATER_EQUALS,
              StandardFunction.LESS,
              StandardFunction.LESS_EQUALS,
              StandardFunction.NEGATE)
          .build();

  private final Names names;
  private final CelCompiler compiler;

  public Conditions(Names names) {
    this.names = names;
    CelCompilerBuilder builder =
        CelCompilerFactory.standardCelCompilerBuilder()
            .setOptions(OPTIONS)
            .setStandardMacros()
            .setStandardEnvironmentEnabled(false)
            .setStandardDeclarations(OPERATORS)
            .setResultType(SimpleType.BOOL);
    names.values().forEach((name, type) -> builder.addVar(name, celType(type)));
    names
        .params()
        .forEach(
            (name, value) ->
                builder.addVar(
                    Names.PARAMS + "." + name,
                    value.contains(".") ? SimpleType.DOUBLE : SimpleType.INT));
    this.compiler = builder.build();
  }

  /**
   * Compiles one condition; empty if something is wrong, which is then told.
   *
   * @param text where it stands
   */
  public Optional<Condition> compile(YamlScalar text, Diagnostics diagnostics) {
    Diagnostics own = new Diagnostics();
    Optional<Condition> condition = parse(text, own).flatMap(ast -> lower(ast, text, own));
    own.all().forEach(diagnostics::add);
    return own.hasErrors() ? Optional.empty() : condition;
  }

  private Optional<CelAbstractSyntaxTree> parse(YamlScalar text, Diagnostics own) {
    CelValidationResult parsed = compiler.parse(text.text());
    if (parsed.hasError()) {
      parsed.getErrors().stream()
          .limit(1) // one slip of the pen makes several errors of the grammar
          .forEach(issue -> SyntaxErrors.tell(issue, offset(issue, text), text, own));
      return Optional.empty();
    }
    return Optional.of(ast(parsed));
  }

  private Optional<Condition> lower(CelAbstractSyntaxTree ast, YamlScalar text, Diagnostics own) {
    Condition condition = new Dialect(names, ast.getSource(), text, own).lower(ast.getExpr());
    if (own.hasErrors()) {
      return Optional.empty();
    }
    // The dialect is narrower than CEL's types; this says so of every condition that passes it.
    CelValidationResult checked = compiler.check(ast);
    for (CelIssue issue : checked.getErrors()) {
      own.add(
          DiagnosticCode.WRONG_TYPE,
          text.place(offset(issue, text), 1),
          firstLine(issue.getMessage()));
    }
    return own.hasErrors() ? Optional.empty() : Optional.of(condition);
  }

  private static CelAbstractSyntaxTree ast(CelValidationResult result) {
    try {
      return result.getAst();
    } catch (CelValidationException e) {
      throw new IllegalStateException("a result without errors has a tree", e);
    }
  }

  /** Lines count from 1, columns from 0, in code points. */
  private static int offset(CelIssue issue, YamlScalar text) {
    int line = issue.getSourceLocation().getLine();
    int at = 0;
    for (int i = 1; i < line; i++) {
      int next = text.text().indexOf('\n', at);
      if (next < 0) {
        break;
      }
      at = next + 1;
    }
    return Math.min(text.text().length(), at + Math.max(0, issue.getSourceLocation().getColumn()));
  }

  static String firstLine(String message) {
    return message.lines().findFirst().orElse(message);
  }

  private static CelType celType(ValueType type) {
    return switch (type) {
      case FLAG -> SimpleType.BOOL;
      case WHOLE -> SimpleType.INT;
      case NUMBER -> SimpleType.DOUBLE;
      case TOKEN -> throw new IllegalArgumentException("conditions compare no names");
    };
  }
}
