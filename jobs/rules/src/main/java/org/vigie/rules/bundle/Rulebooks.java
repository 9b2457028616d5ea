package org.vigie.rules.bundle;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vigie.core.rule.Harm;
import org.vigie.rules.diagnostic.DiagnosticCode;
import org.vigie.rules.diagnostic.Diagnostics;
import org.vigie.rules.diagnostic.Place;
import org.vigie.rules.diagnostic.SourceText;
import org.vigie.rules.lexicon.LexiconReader;
import org.vigie.rules.schema.FileKind;
import org.vigie.rules.yaml.YamlMap;
import org.vigie.rules.yaml.YamlNode;

/** The one way from files to rules: for checking, testing and the start of the job alike. */
public final class Rulebooks {
  private static final String LOOK_ALIKES = "look_alikes";
  private static final String GUARDS = "guards";

  /** Where a rule refers to features and guards. */
  private static final List<String> REFERRING =
      List.of("where", "when", "severity", GUARDS, "explanation");

  private final Diagnostics diagnostics;
  private final Declarations declared = new Declarations();
  private final DoubtfulNames doubtful = new DoubtfulNames();
  private final Map<SourceText, YamlMap> rules = new LinkedHashMap<>();
  private final List<YamlMap> broken = new ArrayList<>();
  private final List<YamlMap> features = new ArrayList<>();
  private final Map<String, Profile> profiles = new LinkedHashMap<>();

  private Rulebooks(Diagnostics diagnostics) {
    this.diagnostics = diagnostics;
  }

  /**
   * Understands files under a profile; empty if anything is wrong, and everything that is wrong is
   * told.
   *
   * @param profile id of a profile
   */
  public static Optional<Rulebook> read(RuleFiles files, String profile, Diagnostics diagnostics) {
    Diagnostics own = new Diagnostics();
    Optional<Rulebook> book = new Rulebooks(own).read(files, profile);
    own.all().forEach(diagnostics::add);
    return own.hasErrors() ? Optional.empty() : book;
  }

  private Optional<Rulebook> read(RuleFiles files, String profileId) {
    if (files.isEmpty()) {
      return Optional.empty(); // said by whoever found no files
    }
    read(files);
    declare();
    BrokenRule check = new BrokenRule(declared, doubtful, diagnostics);
    broken.forEach(check::check);
    rules.values().stream().filter(this::isDoubtful).forEach(check::check);
    if (rules.isEmpty() && !diagnostics.hasErrors()) {
      diagnostics.add(DiagnosticCode.NO_FILE, Place.NOWHERE, "there is no rule");
    }
    Profile profile = profiles.get(profileId);
    if (profile == null && profiles.size() < files.of(FileRole.PROFILE).size()) {
      return Optional.empty(); // it may be the one that is wrong, which is told
    }
    if (profile == null) {
      diagnostics.unknown(
          DiagnosticCode.UNKNOWN_PROFILE,
          Place.NOWHERE,
          "there is no profile " + profileId,
          profileId,
          profiles.keySet());
      return Optional.empty();
    }
    List<WrittenRule> written = rules(profile);
    checkOtherProfiles(profile);
    String bundle = CanonicalContent.digest(CanonicalContent.of(features, written, profile));
    return Optional.of(
        new Rulebook(written, declared, profile, List.copyOf(profiles.values()), bundle));
  }

  private void read(RuleFiles files) {
    for (SourceText source : files.of(FileRole.FEATURES)) {
      FileKind.FEATURES
          .read(source, diagnostics)
          .ifPresentOrElse(features::add, () -> doubt(source));
    }
    for (SourceText source : files.of(FileRole.PROFILE)) {
      FileKind.PROFILE
          .read(source, diagnostics)
          .flatMap(file -> ProfileReader.read(file, diagnostics))
          .ifPresent(this::add);
    }
    files.of(FileRole.LEXICON).forEach(source -> LexiconReader.read(source, diagnostics));
    for (SourceText source : files.of(FileRole.RULE)) {
      if (areTests(source)) {
        diagnostics.add(
            DiagnosticCode.MISPLACED_FILE,
            Place.of(source.file()),
            "these are the tests of a rule, and the file's name does not say so",
            "a name that ends in .test.yaml, such as X1.test.yaml beside X1.yaml");
        continue;
      }
      FileKind.RULE
          .read(source, diagnostics)
          .ifPresentOrElse(
              file -> add(source, file), () -> FileKind.formless(source).ifPresent(broken::add));
    }
  }

  private void doubt(SourceText source) {
    FileKind.formless(source).ifPresentOrElse(this::doubt, doubtful::addAny);
  }

  private void doubt(YamlMap file) {
    for (String kind : List.of("features", GUARDS)) {
      if (file.get(kind).orElse(null) instanceof YamlMap map) {
        doubtful.add(map.fields().keySet());
      }
    }
  }

  private boolean isDoubtful(YamlMap rule) {
    return doubtful.areIn(rule, REFERRING);
  }

  private static boolean areTests(SourceText source) {
    return FileKind.formless(source)
        .filter(file -> file.has("rule") && file.has("cases") && !file.has("id"))
        .isPresent();
  }

  private void add(Profile profile) {
    if (profiles.putIfAbsent(profile.id(), profile) != null) {
      diagnostics.add(
          DiagnosticCode.DUPLICATE_ID,
          profile.written().scalar("id").place(),
          "profile " + profile.id() + " exists already");
    }
  }

  private void add(SourceText source, YamlMap file) {
    for (Map.Entry<SourceText, YamlMap> known : rules.entrySet()) {
      if (known.getValue().text("id").equals(file.text("id"))) {
        diagnostics.add(
            DiagnosticCode.DUPLICATE_ID,
            file.scalar("id").place(),
            "rule " + file.text("id") + " is already in " + known.getKey().file());
        return;
      }
    }
    rules.put(source, file);
  }

  private void declare() {
    FeatureReader reader = new FeatureReader(declared, doubtful, diagnostics);
    features.forEach(reader::add);
    reader.read();
    GuardReader guards = new GuardReader(declared, doubtful, diagnostics);
    features.forEach(guards::read);
    features.stream().filter(file -> file.has(LOOK_ALIKES)).forEach(this::lookAlikes);
  }

  private void lookAlikes(YamlMap file) {
    YamlMap byHarm = file.map(LOOK_ALIKES);
    for (String harm : byHarm.fields().keySet()) {
      Harm known = Harm.valueOf(harm);
      byHarm.map(harm).fields().keySet().forEach(name -> declared.addLookAlike(known, name));
    }
  }

  private List<WrittenRule> rules(Profile profile) {
    List<WrittenRule> written = new ArrayList<>();
    RuleReader reader = new RuleReader(declared, profile, diagnostics);
    rules.forEach(
        (source, file) -> {
          if (!isDoubtful(file)) {
            reader.read(source, file).ifPresent(written::add);
          }
        });
    written.sort(Comparator.comparing(rule -> rule.rule().id()));
    paramsExist(profile);
    return written;
  }

  /** What passes under one profile must pass under all. */
  private void checkOtherProfiles(Profile chosen) {
    if (diagnostics.hasErrors()) {
      return;
    }
    for (Profile profile : profiles.values()) {
      if (!profile.equals(chosen) && !profile.params().isEmpty()) {
        rules(profile);
      }
    }
  }

  private void paramsExist(Profile profile) {
    if (profile.params().isEmpty()) {
      return;
    }
    YamlMap set = profile.written().map("params");
    for (String id : set.fields().keySet()) {
      Optional<YamlMap> rule =
          rules.values().stream().filter(file -> file.text("id").equals(id)).findFirst();
      // A profile speaks of the whole catalogue; a folder may hold a single rule of it.
      rule.ifPresent(file -> paramsExist(set.map(id), file));
    }
  }

  private void paramsExist(YamlMap set, YamlMap rule) {
    List<String> known =
        rule.get("params")
            .map(node -> List.copyOf(((YamlMap) node).fields().keySet()))
            .orElse(List.of());
    for (Map.Entry<String, YamlNode> entry : set.fields().entrySet()) {
      if (!known.contains(entry.getKey())) {
        diagnostics.unknown(
            DiagnosticCode.UNKNOWN_PARAM,
            set.keyPlace(entry.getKey()),
            rule.text("id") + " has no param " + entry.getKey(),
            entry.getKey(),
            known);
      }
    }
  }
}
