package org.vigie.reference.simulation;

import java.util.List;
import java.util.Optional;
import java.util.function.LongFunction;
import java.util.stream.LongStream;
import org.vigie.core.event.RecordedEvent;

/** Which seeds a test tries, and what it says of one that fails. */
final class Seeds {
  private static final int SHOWN_MAX = 3;
  private static final int COURSES = 40;
  private static final int MANY = 10_000;

  private Seeds() {}

  /**
   * Every seed from 0 on, as many as {@code -Dseeds} says, or the one that {@code -Dseed} names.
   */
  static LongStream chosen(int usually) {
    Long one = Long.getLong("seed");
    return one == null
        ? LongStream.range(0, Integer.getInteger("seeds", usually))
        : LongStream.of(one);
  }

  /** Whether so many are tried that every kind of course is to be among them. */
  static boolean areMany() {
    return Long.getLong("seed") == null && Integer.getInteger("seeds", MANY) >= MANY;
  }

  /** Throws with the log shrunk to what still fails, if any of the seeds does. */
  static void assertAll(
      LongStream seeds, String test, Shrinker.Check check, LongFunction<List<RecordedEvent>> log) {
    List<Long> failing =
        seeds
            .parallel()
            .filter(seed -> check.failure(log.apply(seed), seed).isPresent())
            .limit(SHOWN_MAX)
            .sorted()
            .boxed()
            .toList();
    if (!failing.isEmpty()) {
      throw new AssertionError(report(failing, test, check, log));
    }
  }

  /** Without one event all dice fall otherwise: a smaller log is tried in several courses. */
  private static Optional<String> failureInAnyCourse(
      List<RecordedEvent> log, long seed, Shrinker.Check check) {
    return LongStream.range(seed, seed + COURSES)
        .mapToObj(course -> check.failure(log, course))
        .flatMap(Optional::stream)
        .findFirst();
  }

  private static String report(
      List<Long> failing,
      String test,
      Shrinker.Check check,
      LongFunction<List<RecordedEvent>> log) {
    long seed = failing.get(0);
    Shrinker.Check inAnyCourse = (some, first) -> failureInAnyCourse(some, first, check);
    List<RecordedEvent> shrunk = Shrinker.shrink(log.apply(seed), seed, inAnyCourse);
    Optional<String> failure = inAnyCourse.failure(shrunk, seed);
    return """
        failing seeds: %s
        again with: mvn -q -pl jobs/reference -am test -Dtest=%s -Dseed=%d -Dsurefire.failIfNoSpecifiedTests=false
        shrunk to %d events:
        %s
        %s"""
        .formatted(
            failing,
            test,
            seed,
            shrunk.size(),
            LogLines.of(shrunk),
            failure.orElse("(only the whole log fails)"));
  }
}
