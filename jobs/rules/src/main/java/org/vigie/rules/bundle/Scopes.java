package org.vigie.rules.bundle;

import java.util.Collection;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.vigie.core.rule.Scope;

/**
 * Where several things are known together: a pair's stop knows the account too, a link's nothing
 * else.
 */
final class Scopes {
  private Scopes() {}

  /** The scope that knows all; empty if none does. Of nothing it is the account. */
  static Optional<Scope> joined(Collection<Scope> scopes) {
    Set<Scope> all = EnumSet.noneOf(Scope.class);
    all.addAll(scopes);
    if (all.contains(Scope.LINK)) {
      return all.size() == 1 ? Optional.of(Scope.LINK) : Optional.empty();
    }
    return Optional.of(all.contains(Scope.PAIR) ? Scope.PAIR : Scope.ACCOUNT);
  }

  /** Whether a stop that judges one scope knows what is of another. */
  static boolean reaches(Scope judged, Scope read) {
    return judged == read || judged == Scope.PAIR && read == Scope.ACCOUNT;
  }

  static String words(Scope scope) {
    return switch (scope) {
      case ACCOUNT -> "of an account";
      case PAIR -> "of a pair";
      case LINK -> "of a link";
    };
  }
}
