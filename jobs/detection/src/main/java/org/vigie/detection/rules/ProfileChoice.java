package org.vigie.detection.rules;

import java.io.Serializable;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.vigie.core.fold.RuleHistory;
import org.vigie.rules.bundle.Profile;

/**
 * By the profile of which kind of community each community is judged.
 *
 * @param byCommunity profiles of the communities that have their own
 * @param ofOthers the profile of all others
 */
public record ProfileChoice(Map<String, String> byCommunity, String ofOthers)
    implements Serializable {
  /** One profile for all. */
  public static final ProfileChoice DEFAULT = new ProfileChoice(Map.of(), Profile.DEFAULT);

  /** How a choice is written, in words. */
  public static final String FORM =
      "the name of a profile; or COMMUNITY PROFILE, several separated by semicolons, none twice, at"
          + " most 1000 of at most 32 profiles, and a name alone among them for every community"
          + " without its own";

  /** Most communities. */
  public static final int COMMUNITIES_MAX = 1000;

  /** Most profiles, so that what a job begins with and a change of it both have room. */
  public static final int PROFILES_MAX = RuleHistory.RULE_SETS_MAX / 2;

  private static final String NAME = "[a-z0-9-]+";
  private static final long serialVersionUID = 1L;

  public ProfileChoice {
    byCommunity = Map.copyOf(byCommunity);
  }

  /**
   * Reads a choice.
   *
   * @param written in {@link #FORM}
   * @throws IllegalArgumentException if it is not of that form
   */
  public static ProfileChoice parse(String written) {
    Map<String, String> byCommunity = new TreeMap<>();
    String ofOthers = "";
    String[] parts = written.split(";", -1);
    if (parts.length > COMMUNITIES_MAX) {
      throw new IllegalArgumentException(parts.length + " communities are too many");
    }
    for (String part : parts) {
      String[] words = part.strip().split("\\s+", -1);
      String profile = words[words.length - 1];
      boolean isNew =
          switch (words.length) {
            case 1 -> ofOthers.isEmpty();
            case 2 -> byCommunity.put(words[0], profile) == null;
            default -> false;
          };
      if (!isNew || !profile.matches(NAME)) {
        throw new IllegalArgumentException("\"" + part.strip() + "\" is not " + FORM);
      }
      ofOthers = words.length == 1 ? profile : ofOthers;
    }
    ProfileChoice choice =
        new ProfileChoice(byCommunity, ofOthers.isEmpty() ? Profile.DEFAULT : ofOthers);
    if (choice.profiles().size() > PROFILES_MAX) {
      throw new IllegalArgumentException(
          choice.profiles().size() + " profiles are too many: " + FORM);
    }
    return choice;
  }

  /** The profile of a community. */
  public String of(String community) {
    return byCommunity.getOrDefault(community, ofOthers);
  }

  /** The communities of each profile that some have for their own, by profile. */
  Map<String, TreeSet<String>> communities() {
    Map<String, TreeSet<String>> communities = new TreeMap<>();
    byCommunity.forEach(
        (community, profile) ->
            communities.computeIfAbsent(profile, key -> new TreeSet<>()).add(community));
    return communities;
  }

  /** All profiles that are named. */
  TreeSet<String> profiles() {
    TreeSet<String> profiles = new TreeSet<>(byCommunity.values());
    profiles.add(ofOthers);
    return profiles;
  }
}
