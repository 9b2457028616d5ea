package org.vigie.rules.bundle;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.vigie.rules.diagnostic.Json;
import org.vigie.rules.yaml.YamlList;
import org.vigie.rules.yaml.YamlMap;
import org.vigie.rules.yaml.YamlNode;
import org.vigie.rules.yaml.YamlScalar;

/**
 * What a bundle says, apart from how it is laid out: fields sorted, texts stripped, comments and
 * file names gone. Its digest names the bundle in every alert.
 */
final class CanonicalContent {
  /** Sections of a file of features that a judgement depends on. */
  private static final List<String> JUDGING = List.of("features", "guards");

  private CanonicalContent() {}

  /** One line of JSON. */
  static String of(List<YamlMap> features, List<WrittenRule> rules, Profile profile) {
    Map<String, Object> declared = new TreeMap<>();
    for (YamlMap file : features) {
      for (String section : JUDGING) {
        if (!file.has(section)) {
          continue;
        }
        file.map(section)
            .fields()
            .forEach((name, node) -> declared.put(section + "/" + name, canonical(node)));
      }
    }
    Map<String, Object> byId = new TreeMap<>();
    rules.forEach(rule -> byId.put(rule.rule().id(), canonical(rule.written())));
    Map<String, Object> all = new TreeMap<>();
    all.put("declared", declared);
    all.put("rules", byId);
    all.put("profile", canonical(profile.written()));
    return Json.line(all);
  }

  /** {@code sha256:} and 64 hex digits. */
  static String digest(String content) {
    try {
      MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
      byte[] digest = sha256.digest(content.getBytes(StandardCharsets.UTF_8));
      return "sha256:" + HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  private static Object canonical(YamlNode node) {
    if (node instanceof YamlMap map) {
      Map<String, Object> fields = new TreeMap<>();
      map.fields().forEach((name, value) -> fields.put(name, canonical(value)));
      return fields;
    }
    if (node instanceof YamlList list) {
      return list.items().stream().map(CanonicalContent::canonical).toList();
    }
    return ((YamlScalar) node).text().strip();
  }
}
