package org.vigie.core.judge;

import java.util.List;
import java.util.function.ToIntFunction;
import org.vigie.core.rule.Condition;
import org.vigie.core.rule.Fixed;

/** A condition lowered to a tree of evaluators; testing allocates nothing. */
abstract class Evaluator {
  /** Three values in the order of minimum (all) and maximum (any). */
  static final int FALSE = 0;

  static final int UNKNOWN = 1;
  static final int TRUE = 2;

  abstract int test(Slots slots);

  /**
   * Lowers a condition.
   *
   * @param slotOf the slot of a name; throws for an unknown one
   */
  static Evaluator lower(Condition condition, ToIntFunction<String> slotOf) {
    if (condition instanceof Condition.All all) {
      return new Every(lower(all.of(), slotOf));
    }
    if (condition instanceof Condition.Any any) {
      return new Some(lower(any.of(), slotOf));
    }
    if (condition instanceof Condition.Not not) {
      return new Negated(lower(not.of(), slotOf));
    }
    if (condition instanceof Condition.Compare compare) {
      int slot = slotOf.applyAsInt(compare.name());
      return switch (compare.operator()) {
        case AT_LEAST -> new AtLeast(slot, compare.threshold());
        case AT_MOST -> new AtMost(slot, compare.threshold());
        case EQUAL -> new EqualTo(slot, compare.threshold());
      };
    }
    throw new IllegalStateException("a condition of unknown kind " + condition);
  }

  private static Evaluator[] lower(List<Condition> conditions, ToIntFunction<String> slotOf) {
    return conditions.stream().map(part -> lower(part, slotOf)).toArray(Evaluator[]::new);
  }

  private static int known(long value, boolean holds) {
    return value == Fixed.UNKNOWN ? UNKNOWN : holds ? TRUE : FALSE;
  }

  private static final class Every extends Evaluator {
    private final Evaluator[] parts;

    Every(Evaluator[] parts) {
      this.parts = parts;
    }

    @Override
    int test(Slots slots) {
      int least = TRUE;
      for (Evaluator part : parts) {
        least = Math.min(least, part.test(slots));
        if (least == FALSE) {
          return FALSE;
        }
      }
      return least;
    }
  }

  private static final class Some extends Evaluator {
    private final Evaluator[] parts;

    Some(Evaluator[] parts) {
      this.parts = parts;
    }

    @Override
    int test(Slots slots) {
      int greatest = FALSE;
      for (Evaluator part : parts) {
        greatest = Math.max(greatest, part.test(slots));
        if (greatest == TRUE) {
          return TRUE;
        }
      }
      return greatest;
    }
  }

  private static final class Negated extends Evaluator {
    private final Evaluator part;

    Negated(Evaluator part) {
      this.part = part;
    }

    @Override
    int test(Slots slots) {
      return TRUE - part.test(slots);
    }
  }

  private static final class AtLeast extends Evaluator {
    private final int slot;
    private final long threshold;

    AtLeast(int slot, long threshold) {
      this.slot = slot;
      this.threshold = threshold;
    }

    @Override
    int test(Slots slots) {
      long value = slots.get(slot);
      return known(value, value >= threshold);
    }
  }

  private static final class AtMost extends Evaluator {
    private final int slot;
    private final long threshold;

    AtMost(int slot, long threshold) {
      this.slot = slot;
      this.threshold = threshold;
    }

    @Override
    int test(Slots slots) {
      long value = slots.get(slot);
      return known(value, value <= threshold);
    }
  }

  private static final class EqualTo extends Evaluator {
    private final int slot;
    private final long threshold;

    EqualTo(int slot, long threshold) {
      this.slot = slot;
      this.threshold = threshold;
    }

    @Override
    int test(Slots slots) {
      long value = slots.get(slot);
      return known(value, value == threshold);
    }
  }
}
