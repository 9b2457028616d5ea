package org.vigie.detection.legal;

import java.io.Serializable;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.vigie.core.event.SignalCode;

/**
 * The legal basis on which each signal may be taken in, by community, as the operator declares it.
 * Where nothing at all is declared every signal is taken in and alerts name no basis; as soon as
 * anything is, a signal without a basis in its community is left out before any state.
 *
 * @param declared words of the basis by code, by community; {@link #EVERY} stands for all of them
 */
public record LegalBases(Map<String, Map<SignalCode, String>> declared) implements Serializable {
  /** Stands for every community, or every code; a community's own words go before its words. */
  public static final String EVERY = "*";

  /** Nothing is declared. */
  public static final LegalBases UNDECLARED = new LegalBases(Map.of());

  /** How declarations are written, in words. */
  public static final String FORM =
      "COMMUNITY CODES = BASIS, several separated by semicolons; CODES are signal codes separated by"
          + " commas, and * is every community or code; none twice, at most 1000, a basis of at most 200"
          + " characters";

  /** Most declarations. */
  public static final int DECLARATIONS_MAX = 1000;

  /** Most characters of a basis, which alerts repeat. */
  public static final int BASIS_CHARACTERS_MAX = 200;

  private static final long serialVersionUID = 1L;

  public LegalBases {
    Map<String, Map<SignalCode, String>> copy = new TreeMap<>();
    declared.forEach((community, codes) -> copy.put(community, Map.copyOf(codes)));
    declared = Map.copyOf(copy);
  }

  /**
   * Reads declarations.
   *
   * @param written in {@link #FORM}; blank declares nothing
   * @throws IllegalArgumentException if it is not of that form
   */
  public static LegalBases parse(String written) {
    Map<String, Map<SignalCode, String>> declared = new TreeMap<>();
    if (!written.isBlank()) {
      String[] declarations = written.split(";", -1);
      if (declarations.length > DECLARATIONS_MAX) {
        throw new IllegalArgumentException(declarations.length + " declarations are too many");
      }
      for (String one : declarations) {
        declare(one.strip(), declared);
      }
    }
    return new LegalBases(declared);
  }

  private static void declare(String one, Map<String, Map<SignalCode, String>> declared) {
    int equals = one.indexOf('=');
    int blank = one.indexOf(' ');
    if (blank < 1 || equals < blank || one.substring(equals + 1).isBlank()) {
      throw new IllegalArgumentException("\"" + one + "\" is no " + FORM);
    }
    String basis = one.substring(equals + 1).strip();
    if (basis.length() > BASIS_CHARACTERS_MAX) {
      throw new IllegalArgumentException("a basis has " + basis.length() + " characters");
    }
    Map<SignalCode, String> codes =
        declared.computeIfAbsent(
            one.substring(0, blank), absent -> new EnumMap<>(SignalCode.class));
    for (SignalCode code : codes(one.substring(blank, equals).strip())) {
      if (codes.put(code, basis) != null) {
        throw new IllegalArgumentException("\"" + one + "\" declares " + code + " again");
      }
    }
  }

  private static Set<SignalCode> codes(String written) {
    Set<SignalCode> codes = EnumSet.noneOf(SignalCode.class);
    if (written.equals(EVERY)) {
      return EnumSet.allOf(SignalCode.class);
    }
    for (String name : written.split(",", -1)) {
      codes.add(SignalCode.valueOf(name.strip()));
    }
    return codes;
  }

  /** Whether a signal of a community may be taken in. */
  public boolean allows(String community, SignalCode code) {
    return declared.isEmpty() || basis(community, code).isPresent();
  }

  /**
   * The bases of signals, each once, in the order of the codes; empty if none has any.
   *
   * @param codes signals of the community
   */
  public Optional<String> of(String community, Set<SignalCode> codes) {
    Set<String> words = new LinkedHashSet<>();
    for (SignalCode code : SignalCode.values()) {
      if (codes.contains(code)) {
        basis(community, code).ifPresent(words::add);
      }
    }
    return words.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", words));
  }

  private Optional<String> basis(String community, SignalCode code) {
    return Optional.ofNullable(declared.getOrDefault(community, Map.of()).get(code))
        .or(() -> Optional.ofNullable(declared.getOrDefault(EVERY, Map.of()).get(code)));
  }
}
