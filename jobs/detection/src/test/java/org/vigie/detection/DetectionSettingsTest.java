package org.vigie.detection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.MemorySize;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.StateBackendOptions;
import org.apache.flink.util.InstantiationUtil;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.core.event.SignalCode;
import org.vigie.core.order.StopName;
import org.vigie.core.route.TimeBounds;
import org.vigie.core.rule.Rule;
import org.vigie.core.rule.RuleSet;
import org.vigie.core.run.Stops;
import org.vigie.detection.decode.DecodeOptions;
import org.vigie.detection.legal.LegalOptions;
import org.vigie.detection.option.OptionsRefusedException;
import org.vigie.detection.rules.KnownRules;
import org.vigie.detection.rules.RuleOptions;
import org.vigie.detection.stop.Routes;
import org.vigie.detection.stop.StopOptions;
import org.vigie.detection.stop.StopSettings;
import org.vigie.detection.time.SilenceBounds;
import org.vigie.detection.time.TimeOptions;

final class DetectionSettingsTest {
  @Test
  void readsEachOption() {
    Configuration config = new Configuration();
    config.set(StopOptions.HOT_KEYS, 11);
    config.set(StopOptions.DIRTY_KEYS, 12);
    config.set(StopOptions.TAIL_INSTANTS, 13);
    config.set(StopOptions.TAIL_SIZE, MemorySize.parse("14b"));
    config.set(StopOptions.ID_SECRET, 15L);
    config.set(DecodeOptions.DEAD_LETTER_PAYLOAD, true);
    config.set(LegalOptions.SIGNALS, "c1 SECRECY = consent");
    config.set(TimeOptions.ALLOW_CREATE_TIME, true);
    config.set(TimeOptions.DISORDER, Duration.ofSeconds(17));
    config.set(TimeOptions.FUTURE, Duration.ofSeconds(18));
    config.set(TimeOptions.STALENESS, Duration.ofSeconds(79));

    DetectionSettings settings = DetectionSettings.from(config);

    assertThat(settings.stops())
        .isEqualTo(new StopSettings(11, 12, 13, 14, 15, StopSettings.NO_END));
    assertThat(settings.stops().endingAt(16).endOfDataMs()).isEqualTo(16);
    assertThat(settings.decode().bounds()).isEqualTo(new TimeBounds(17_000, 18_000, 79_000));
    assertThat(SilenceBounds.from(config).disorder()).isEqualTo(Duration.ofSeconds(17));
    assertThat(settings.decode().deadLetterPayload()).isTrue();
    assertThat(settings.decode().bases().declared())
        .isEqualTo(Map.of("c1", Map.of(SignalCode.SECRECY, "consent")));
    assertThat(settings.createTime()).isTrue();
    assertThat(settings.rules().ruleSets()).isNotEmpty();
  }

  @Test
  void hasTheDefaultsThatTheDesignStates() {
    Configuration config = new Configuration();

    assertThat(StopSettings.from(config).tailInstants()).isEqualTo(256);
    assertThat(SilenceBounds.from(config))
        .isEqualTo(
            new SilenceBounds(
                Duration.ofSeconds(10),
                Duration.ofSeconds(15),
                Duration.ofSeconds(60),
                Duration.ofSeconds(5)));
    assertThat(DetectionSettings.from(config).decode().bounds()).isEqualTo(TimeBounds.DEFAULT);
    assertThat(DetectionSettings.from(config).decode().deadLetterPayload()).isFalse();
    assertThat(DetectionSettings.from(config).createTime()).isFalse();
  }

  @Test
  void refusesBoundsThatCanNotBe() {
    Configuration empty = new Configuration();
    empty.set(StopOptions.HOT_KEYS, 0);
    assertThatThrownBy(() -> StopSettings.from(empty)).hasMessageContaining("vigie.stop.hot-keys");

    Configuration hasty = new Configuration();
    hasty.set(TimeOptions.IDLE_AFTER, Duration.ZERO);
    assertThatThrownBy(() -> SilenceBounds.from(hasty))
        .hasMessageContaining("vigie.time.idle-after");
  }

  @Test
  void keepsFlinkFromWhatWouldMakeTheJobWrong() {
    Configuration given = new Configuration();
    given.set(PipelineOptions.GENERIC_TYPES, true);
    given.set(PipelineOptions.AUTO_GENERATE_UIDS, true);
    given.set(PipelineOptions.MAX_PARALLELISM, 8);
    given.set(PipelineOptions.OBJECT_REUSE, false);

    Configuration config = JobConfiguration.of(given);

    assertThat(config.get(PipelineOptions.GENERIC_TYPES)).isFalse();
    assertThat(config.get(PipelineOptions.AUTO_GENERATE_UIDS)).isFalse();
    assertThat(config.get(PipelineOptions.MAX_PARALLELISM)).isEqualTo(720);
    assertThat(config.get(PipelineOptions.OBJECT_REUSE)).isFalse();
    assertThat(config.get(StateBackendOptions.STATE_BACKEND)).isEqualTo("rocksdb");
    assertThat(config.get(CheckpointingOptions.INCREMENTAL_CHECKPOINTS)).isTrue();
  }

  @Test
  void makesEveryStopWhereItRuns() throws Exception {
    DetectionSettings settings = DetectionSettings.from(new Configuration());
    for (StopName name : Stops.names()) {
      assertThat(InstantiationUtil.clone(settings.stopFactory(name)).create().name())
          .isEqualTo(name);
    }
    assertThat(InstantiationUtil.clone(settings.rules()).ruleSets()).isNotEmpty();
  }

  @Test
  void judgesByTheRulesAndTheProfileThatAreNamed(@TempDir Path folder) throws Exception {
    Configuration dating = new Configuration();
    dating.set(RuleOptions.PROFILE, "dating");
    RuleSet shipped = DetectionSettings.from(new Configuration()).rules().ruleSets().get(0);
    RuleSet ofDating = DetectionSettings.from(dating).rules().ruleSets().get(0);
    assertThat(ofDating.rules()).hasSameSizeAs(shipped.rules());
    assertThat(ofDating.ages()).isNotEqualTo(shipped.ages());

    Path rules = Files.createDirectories(folder.resolve("rules/grooming"));
    Files.copy(Path.of("../../config/rules/grooming/G2.yaml"), rules.resolve("G2.yaml"));
    Configuration own = new Configuration();
    own.set(RuleOptions.PATH, folder.toString());
    KnownRules known = InstantiationUtil.clone(DetectionSettings.from(own).rules());
    Files.delete(rules.resolve("G2.yaml"));
    assertThat(known.ruleSets().get(0).rules()).extracting(Rule::id).containsExactly("G2");
  }

  @Test
  void judgesEachCommunityByTheProfileOfItsKind() {
    Configuration several = new Configuration();
    several.set(RuleOptions.PROFILE, "harbour friends-based; lantern dating; quay dating");
    List<RuleSet> rules = DetectionSettings.from(several).rules().ruleSets();

    assertThat(rules)
        .extracting(RuleSet::communities)
        .containsExactly(Set.of(), Set.of("lantern", "quay"), Set.of("harbour"));
    assertThat(rules).extracting(RuleSet::ages).doesNotHaveDuplicates();
  }

  @Test
  void startsWithNoRulesThatAreWrong(@TempDir Path folder) throws Exception {
    Path rule = Files.createDirectories(folder.resolve("rules")).resolve("X1.yaml");
    Files.writeString(rule, "id: X1\nharm: groming\n");
    Configuration own = new Configuration();
    own.set(RuleOptions.PATH, folder.toString());
    assertThatThrownBy(() -> DetectionSettings.from(own))
        .isInstanceOf(OptionsRefusedException.class)
        .hasMessageContaining("X1.yaml:2")
        .hasMessageContaining("blind_spots is missing");

    Configuration unknown = new Configuration();
    unknown.set(RuleOptions.PROFILE, "datin");
    assertThatThrownBy(() -> DetectionSettings.from(unknown)).hasMessageContaining("dating");
    unknown.set(RuleOptions.PROFILE, "open-chat; harbour frends-based");
    assertThatThrownBy(() -> DetectionSettings.from(unknown)).hasMessageContaining("friends-based");
    unknown.set(RuleOptions.PROFILE, "harbour dating; harbour open-chat");
    assertThatThrownBy(() -> DetectionSettings.from(unknown)).hasMessageContaining("none twice");
  }

  @Test
  void routesOnwardsOnly() {
    for (StopName stop : StopName.values()) {
      Set<StopName> receivers = Routes.receiversOf(stop);
      assertThat(receivers).allMatch(receiver -> receiver.compareTo(stop) > 0);
    }
  }
}
