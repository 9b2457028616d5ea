package org.vigie.simulator;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Names of accounts that a reader can tell apart and that mean nothing. */
final class Pseudonyms {
  private static final List<String> COLOURS =
      List.of(
          "amber", "azure", "brass", "cedar", "chalk", "coral", "dusky", "ember", "fawn", "flint",
          "frost", "hazel", "ivory", "jade", "lemon", "lilac", "maple", "mossy", "ochre", "olive",
          "onyx", "opal", "pearl", "plum", "rusty", "sable", "sandy", "slate", "tawny", "teal");
  private static final List<String> ANIMALS =
      List.of(
          "badger", "bison", "crane", "curlew", "dipper", "falcon", "ferret", "finch", "gannet",
          "gecko", "heron", "ibis", "jackal", "kestrel", "lark", "lynx", "marten", "newt", "otter",
          "petrel", "plover", "puffin", "raven", "robin", "seal", "shrew", "stoat", "swift", "tern",
          "vole", "wombat", "wren");

  private final Dice dice;
  private final Set<String> given = new HashSet<>();

  Pseudonyms(Dice dice) {
    this.dice = dice;
  }

  String next() {
    // While there is room a name is drawn again, so that no two differ by a number only.
    boolean room = given.size() < COLOURS.size() * ANIMALS.size() * 3 / 4;
    String name = draw(room);
    while (!given.add(name)) {
      name = draw(room);
    }
    return name;
  }

  private String draw(boolean room) {
    String name = dice.one(COLOURS) + "-" + dice.one(ANIMALS);
    return room ? name : name + "-" + dice.between(2, 99_999);
  }
}
