package org.vigie.bench.stream;

import java.time.Duration;
import java.util.List;
import org.vigie.detection.kafka.Topics;
import org.vigie.simulator.world.World;
import org.vigie.simulator.world.WorldSettings;

/**
 * The simulator's world: account life, messages, reactions, every planted harm and every
 * look-alike, so that what an event costs has findings and alerts in it.
 *
 * @param seed the same seed gives the same bytes
 * @param accounts how many in all its communities
 * @param days how long it is watched, behind 40 days of what was before
 */
public record WorldSpec(long seed, int accounts, int days) implements WrittenStream {
  /** Days unless another number is asked for: four weeks, as what is published of rules. */
  public static final int DAYS = 28;

  private static final List<String> TOPICS =
      List.of(Topics.MESSAGES, Topics.SESSIONS, Topics.INTERACTIONS);

  public WorldSpec {
    WorldSettings.of(accounts, days, seed);
  }

  @Override
  public List<String> topics() {
    return TOPICS;
  }

  @Override
  public Duration drift() {
    return Duration.ofHours(6);
  }

  @Override
  public StreamFacts write(TopicWriter writer) {
    WorldWriter events = new WorldWriter(writer);
    World.run(WorldSettings.of(accounts, days, seed), events);
    return events.facts();
  }
}
