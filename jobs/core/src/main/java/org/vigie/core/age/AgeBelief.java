package org.vigie.core.age;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vigie.core.bytes.ByteReader;
import org.vigie.core.bytes.ByteWriter;

/** The statements about one account, the latest of each source, and what follows from them. */
public final class AgeBelief {
  private final List<AgeStatement> statements = new ArrayList<>(1);
  private @Nullable AgeView view;

  /** What is believed. */
  public AgeView view(AgeInference inference) {
    if (statements.isEmpty()) {
      return inference.unsourced();
    }
    if (view == null) {
      view = inference.view(statements);
    }
    return view;
  }

  /**
   * Takes a statement in; of one source the one with the latest date counts.
   *
   * @return whether the belief is another one now
   */
  public boolean add(AgeStatement statement, AgeInference inference) {
    AgeView before = view(inference);
    for (AgeStatement known : statements) {
      if (known.source() == statement.source() && known.dateMs() > statement.dateMs()) {
        return false;
      }
    }
    statements.removeIf(known -> known.source() == statement.source());
    statements.add(statement);
    statements.sort(Comparator.comparing(AgeStatement::source));
    view = null;
    return !view(inference).believesAs(before);
  }

  /** Whether there is no statement. */
  public boolean isEmpty() {
    return statements.isEmpty();
  }

  /** Packs it with its view, so that reading costs no logarithm. */
  public void write(ByteWriter out) {
    out.number(statements.size());
    for (AgeStatement statement : statements) {
      statement.write(out);
    }
    if (!statements.isEmpty()) {
      out.flag(view != null);
      if (view != null) {
        view.write(out);
      }
    }
  }

  /** Reads what {@link #write} packed. */
  public static AgeBelief read(ByteReader in) {
    AgeBelief belief = new AgeBelief();
    int count = in.count();
    for (int i = 0; i < count; i++) {
      belief.statements.add(AgeStatement.read(in));
    }
    if (count > 0 && in.flag()) {
      belief.view = AgeView.read(in);
    }
    return belief;
  }
}
