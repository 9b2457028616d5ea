package org.vigie.detection.decode;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.vigie.rules.bundle.ShippedLexicons;
import org.vigie.rules.lexicon.Lexicon;

/**
 * In which communities texts are looked at for indicator phrases, and with which lexicons. Where
 * nothing is chosen no text is read.
 *
 * @param byCommunity lexicons by community; {@link #EVERY} stands for those without their own
 */
public record LexiconChoice(Map<String, List<Lexicon>> byCommunity) implements Serializable {
  /** Stands for every community that is not named. */
  public static final String EVERY = "*";

  /** No text is read. */
  public static final LexiconChoice NONE = new LexiconChoice(Map.of());

  /** How a choice is written, in words. */
  public static final String FORM =
      "COMMUNITY LANGUAGES, several separated by semicolons; LANGUAGES are en, fr or both separated"
          + " by a comma, and * is every community without its own; none twice, at most 1000";

  /** Most communities. */
  public static final int COMMUNITIES_MAX = 1000;

  private static final long serialVersionUID = 1L;

  public LexiconChoice {
    byCommunity = Map.copyOf(byCommunity);
  }

  /**
   * Reads a choice.
   *
   * @param written in {@link #FORM}; blank chooses nothing
   * @throws IllegalArgumentException if it is not of that form
   */
  public static LexiconChoice parse(String written) {
    if (written.isBlank()) {
      return NONE;
    }
    Map<String, Lexicon> known = ShippedLexicons.byLanguage();
    Map<String, List<Lexicon>> chosen = new TreeMap<>();
    String[] parts = written.split(";", -1);
    if (parts.length > COMMUNITIES_MAX) {
      throw new IllegalArgumentException(parts.length + " communities are too many");
    }
    for (String part : parts) {
      String[] words = part.strip().split("\\s+", 2);
      if (words.length < 2 || chosen.put(words[0], lexicons(words[1], known)) != null) {
        throw new IllegalArgumentException("\"" + part + "\" is no " + FORM);
      }
    }
    return new LexiconChoice(chosen);
  }

  private static List<Lexicon> lexicons(String languages, Map<String, Lexicon> known) {
    List<Lexicon> lexicons = new ArrayList<>();
    for (String language : languages.split(",", -1)) {
      Lexicon lexicon = known.get(language.strip());
      if (lexicon == null || lexicons.contains(lexicon)) {
        throw new IllegalArgumentException("\"" + languages + "\" are no languages of " + FORM);
      }
      lexicons.add(lexicon);
    }
    return List.copyOf(lexicons);
  }

  /** The lexicons of a community; none where its texts are not read. */
  public List<Lexicon> of(String community) {
    List<Lexicon> own = byCommunity.get(community);
    return own != null ? own : byCommunity.getOrDefault(EVERY, List.of());
  }
}
