package org.vigie.core.fold;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.vigie.core.judge.CompiledRules;
import org.vigie.core.order.Key;
import org.vigie.core.order.Root;
import org.vigie.core.order.StopName;

/** One instant of a fold: what judges it, and what comes out. */
public final class Step {
  private final Root root;
  private final RuleHistory rules;
  private final boolean forced;
  private final List<Output> outputs = new ArrayList<>(2);
  private Set<StateLimit> limits = Set.of();
  private boolean repeated;

  /**
   * A step at an instant.
   *
   * @param forced whether the key's frontier was ever forced forward (ORDER §2.7)
   */
  public Step(Root root, RuleHistory rules, boolean forced) {
    this.root = root;
    this.rules = rules;
    this.forced = forced;
  }

  /** The instant. */
  public Root root() {
    return root;
  }

  /** Its effective time, epoch milliseconds. */
  public long timeMs() {
    return root.timeMs();
  }

  /** The rules in force in a community at the instant. */
  public CompiledRules rules(String community) {
    return rules.at(root.timeMs(), community);
  }

  /** All rule sets, of every time and community. */
  public RuleHistory history() {
    return rules;
  }

  /** Whether order was not guaranteed for this key. */
  public boolean isForced() {
    return forced;
  }

  /** Sends a payload to a key of a later stop. */
  public void emit(StopName stop, Key key, byte[] payload) {
    int index = 0;
    for (Output output : outputs) {
      if (output.stop() == stop && output.key().equals(key)) {
        index++;
      }
    }
    outputs.add(new Output(root, stop, key, index, payload));
  }

  /** Notes that a collection of the state was full and an entry had to go. */
  public void reached(StateLimit limit) {
    if (limits.isEmpty()) {
      limits = EnumSet.of(limit);
    } else {
      limits.add(limit);
    }
  }

  /** Notes that the instant's event was known already and changed nothing. */
  public void repeated() {
    repeated = true;
  }

  /** Whether its event was known already. */
  boolean isRepeated() {
    return repeated;
  }

  /** The collections that were full. */
  Set<StateLimit> limits() {
    return limits;
  }

  /** What was sent, in order. */
  public List<Output> outputs() {
    return outputs;
  }
}
