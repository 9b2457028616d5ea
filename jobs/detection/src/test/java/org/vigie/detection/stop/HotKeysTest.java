package org.vigie.detection.stop;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.vigie.core.order.Key;

final class HotKeysTest {
  @Test
  void readsAKeyOnceWhileItIsHot() throws Exception {
    Stored stored = new Stored();
    HotKeys<int[]> hot = new HotKeys<>(4, 4, stored);

    hot.get(key(1));
    hot.get(key(1));

    assertThat(stored.reads).isEqualTo(1);
    assertThat(hot.hits()).isEqualTo(1);
    assertThat(hot.misses()).isEqualTo(1);
  }

  @Test
  void writesNothingUntilItMust() throws Exception {
    Stored stored = new Stored();
    HotKeys<int[]> hot = new HotKeys<>(4, 4, stored);

    increment(hot, key(1));
    increment(hot, key(1));
    assertThat(stored.writes).isEmpty();

    hot.flush();
    hot.flush();
    assertThat(stored.writes).containsExactly(key(1));
    assertThat(stored.values).containsEntry(key(1), 2);
  }

  @Test
  void writesBackTheKeyThatIsUnwrittenLongestWhenTooMuchIs() throws Exception {
    Stored stored = new Stored();
    HotKeys<int[]> hot = new HotKeys<>(10, 2, stored);

    increment(hot, key(1));
    increment(hot, key(2));
    increment(hot, key(3));
    increment(hot, key(1));

    assertThat(stored.writes).containsExactly(key(1), key(2));
    assertThat(hot.dirtySize()).isEqualTo(2);
    assertThat(hot.size()).isEqualTo(3);
  }

  @Test
  void writesAKeyThatLeavesTheCacheAndReadsItAgain() throws Exception {
    Stored stored = new Stored();
    HotKeys<int[]> hot = new HotKeys<>(2, 10, stored);

    increment(hot, key(1));
    increment(hot, key(2));
    increment(hot, key(3));
    increment(hot, key(1));

    assertThat(stored.writes).containsExactly(key(1), key(2));
    assertThat(hot.get(key(1)).value()).containsExactly(2);
    assertThat(hot.size()).isEqualTo(2);
  }

  @Test
  void writesBackOnceWhatHasWaitedLongHoweverOftenItChanged() throws Exception {
    Stored stored = new Stored();
    HotKeys<int[]> hot = new HotKeys<>(4, 4, stored);

    increment(hot, key(1));
    for (int tick = 1; tick <= HotKeys.TICKS; tick++) {
      hot.tick();
      increment(hot, key(1));
      increment(hot, key(2));
    }
    assertThat(stored.writes).isEmpty();

    hot.tick();
    assertThat(stored.writes).containsExactly(key(1));
    assertThat(stored.values).containsEntry(key(1), 1 + HotKeys.TICKS);
    hot.tick();
    assertThat(stored.writes).containsExactly(key(1), key(2));
    assertThat(hot.dirtySize()).isZero();
  }

  @Test
  void losesNothingAtAnySize() throws Exception {
    for (int seed = 0; seed < 50; seed++) {
      Random random = new Random(seed);
      Stored stored = new Stored();
      HotKeys<int[]> hot = new HotKeys<>(1 + random.nextInt(10), 1 + random.nextInt(10), stored);
      Map<Key, Integer> expected = new HashMap<>();
      for (int i = 0; i < 500; i++) {
        Key key = key(random.nextInt(30));
        increment(hot, key);
        expected.merge(key, 1, Integer::sum);
        if (random.nextInt(4) == 0) {
          hot.tick();
        }
        if (random.nextInt(50) == 0) {
          hot.flush();
          assertThat(stored.values).as("seed %d", seed).isEqualTo(expected);
        }
      }
    }
  }

  private static void increment(HotKeys<int[]> hot, Key key) throws Exception {
    HotKeys.Slot<int[]> slot = hot.get(key);
    slot.value()[0]++;
    hot.changed(slot);
  }

  private static Key key(long number) {
    return new Key(number, 0);
  }

  private static final class Stored implements HotKeys.Storage<int[]> {
    private final Map<Key, Integer> values = new HashMap<>();
    private final List<Key> writes = new ArrayList<>();
    private int reads;

    @Override
    public int[] read(Key key) {
      reads++;
      return new int[] {values.getOrDefault(key, 0)};
    }

    @Override
    public void write(Key key, int[] value) {
      writes.add(key);
      values.put(key, value[0]);
    }
  }
}
