package org.vigie.tidy;

import com.github.javaparser.ast.CompilationUnit;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.expr.ConditionalExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.MethodReferenceExpr;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Looks for harms that are planted by what a rule asks for: where an amount that a story draws
 * begins at a threshold of the rules for that harm, is that threshold and nothing else, or, of a
 * case of which little is to show, ends one below it. Counts are compared with counts, from three
 * on (none, one and two are what any story is made of); durations with durations, shares with
 * shares. How old somebody is, is no amount.
 */
final class PlantedBars {
  private static final int SMALLEST_COUNT = 3;

  /** Draws from the first to the second; a third is how long it takes where little shows. */
  private static final Set<String> RANGES = Set.of("between", "spread", "span");

  /** Draws from the first to the second, or from the third to the fourth where little shows. */
  private static final Set<String> CASTS = Set.of("count", "minors");

  /** Take a number, which may be drawn. */
  private static final Set<String> AMOUNTS = Set.of("minors", "adults", "people", "chance");

  /** Take somebody's age first. */
  private static final Set<String> PEOPLE = Set.of("offender", "newcomer");

  private final CompilationUnit unit;
  private final Amounts amounts;

  PlantedBars(CompilationUnit unit) {
    this.unit = unit;
    this.amounts = new Amounts(unit);
  }

  /**
   * An amount that must not be a threshold's.
   *
   * @param isEnd of a case of which little is to show: one more must not be the threshold
   */
  record Bound(Amount amount, boolean isEnd, int line) {
    boolean sitsOn(Amount bar) {
      if (!amount.unit().equals(bar.unit())) {
        return false;
      }
      if (!bar.unit().equals(Amount.COUNT)) {
        return amount.value() == bar.value();
      }
      boolean isOfAny = amount.value() < SMALLEST_COUNT;
      return !isOfAny && amount.value() + (isEnd ? 1 : 0) == bar.value();
    }
  }

  /** The bounds of what each harm draws, by its constant, as this class plants it. */
  Map<String, List<Bound>> boundsByHarm() {
    Map<String, List<Bound>> bounds = new LinkedHashMap<>();
    for (MethodCallExpr call : unit.findAll(MethodCallExpr.class)) {
      if (call.toString().startsWith("Plot.harm(")) {
        String harm = call.getArgument(0).toString().replace("PlantedHarm.", "");
        MethodReferenceExpr teller = call.getArgument(4).asMethodReferenceExpr();
        bounds.put(harm, boundsOf(teller.getIdentifier()));
      }
    }
    return bounds;
  }

  /** Of a method, and of those of its class that it calls. */
  private List<Bound> boundsOf(String teller) {
    List<Bound> bounds = new ArrayList<>();
    Set<String> seen = new LinkedHashSet<>(List.of(teller));
    Deque<String> toRead = new ArrayDeque<>(seen);
    while (!toRead.isEmpty()) {
      for (MethodDeclaration method : methods(toRead.remove())) {
        List<MethodCallExpr> calls = method.findAll(MethodCallExpr.class);
        calls.forEach(call -> collect(call, bounds));
        method.findAll(ConditionalExpr.class).forEach(choice -> collect(choice, bounds));
        calls.stream()
            .filter(call -> call.getScope().isEmpty() && seen.add(call.getNameAsString()))
            .forEach(call -> toRead.add(call.getNameAsString()));
      }
    }
    return bounds;
  }

  private List<MethodDeclaration> methods(String name) {
    return unit.findAll(MethodDeclaration.class, method -> method.getNameAsString().equals(name));
  }

  private void collect(MethodCallExpr call, List<Bound> bounds) {
    String name = call.getNameAsString();
    List<Expression> arguments = call.getArguments();
    if (RANGES.contains(name) && !isAge(call)) {
      add(arguments.get(0), false, bounds);
      if (arguments.size() > 2) {
        add(arguments.get(2), false, bounds);
      }
    } else if (CASTS.contains(name) && arguments.size() >= 4) {
      add(arguments.get(0), false, bounds);
      add(arguments.get(3), true, bounds);
    } else if (AMOUNTS.contains(name)) {
      add(arguments.get(0), false, bounds);
    }
  }

  /** One of two amounts, of which one may be as it is written. */
  private void collect(ConditionalExpr choice, List<Bound> bounds) {
    add(choice.getThenExpr(), false, bounds);
    add(choice.getElseExpr(), false, bounds);
  }

  private static boolean isAge(MethodCallExpr draw) {
    return draw.getParentNode()
        .filter(
            parent ->
                parent instanceof MethodCallExpr call
                    && PEOPLE.contains(call.getNameAsString())
                    && call.getArgument(0).toString().equals(draw.toString()))
        .isPresent();
  }

  private void add(Expression expression, boolean isEnd, List<Bound> bounds) {
    Optional<Amount> amount = amounts.of(expression);
    int line = Callables.lineOf(expression.getBegin());
    amount.ifPresent(one -> bounds.add(new Bound(one, isEnd, line)));
  }
}
