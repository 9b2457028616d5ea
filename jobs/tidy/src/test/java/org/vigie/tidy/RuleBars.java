package org.vigie.tidy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The thresholds of the rules that ship, and of profiles that set others, by rule. */
final class RuleBars {
  private static final Pattern RULE_FILE = Pattern.compile("rules/.*/([A-Z][0-9]+)\\.yaml");
  private static final Pattern PROFILE = Pattern.compile("profiles/.*\\.yaml");
  private static final Pattern RULE = Pattern.compile("  ([A-Z][0-9]+):");
  private static final Pattern PARAMETER = Pattern.compile(" +([a-z_]+): ([0-9.]+)");
  private static final Map<String, Double> CLOCK_MS =
      Map.of("minutes", 6e4, "hours", 3.6e6, "days", 8.64e7);

  private RuleBars() {}

  /** All of them, from the files of the folder of configuration. */
  static Map<String, List<Amount>> read(List<SourceFile> files) {
    Map<String, List<Amount>> bars = new TreeMap<>();
    for (SourceFile file : files) {
      Matcher rule = RULE_FILE.matcher(file.path());
      if (rule.matches()) {
        bars.computeIfAbsent(rule.group(1), id -> new ArrayList<>());
        read(file, rule.group(1), bars);
      } else if (PROFILE.matcher(file.path()).matches()) {
        read(file, "", bars);
      }
    }
    return bars;
  }

  /** The block of parameters, which in a profile names the rules. */
  private static void read(SourceFile file, String ofRule, Map<String, List<Amount>> bars) {
    String rule = ofRule;
    boolean inside = false;
    for (String line : file.lines()) {
      inside = line.startsWith(" ") || line.startsWith("#") ? inside : line.equals("params:");
      Matcher named = RULE.matcher(line);
      Matcher parameter = PARAMETER.matcher(line);
      if (inside && named.matches()) {
        rule = named.group(1);
      } else if (inside && parameter.matches()) {
        Amount bar = amount(parameter.group(1), parameter.group(2));
        bars.computeIfAbsent(rule, id -> new ArrayList<>()).add(bar);
      }
    }
  }

  private static Amount amount(String name, String written) {
    double value = Double.parseDouble(written);
    for (Map.Entry<String, Double> clock : CLOCK_MS.entrySet()) {
      if (name.contains("_" + clock.getKey())) {
        return new Amount(Amount.DURATION, value * clock.getValue());
      }
    }
    return new Amount(written.contains(".") ? Amount.SHARE : Amount.COUNT, value);
  }
}
