package org.vigie.reference.simulation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.vigie.core.alert.Alert;
import org.vigie.core.bytes.ByteReader;
import org.vigie.core.bytes.ByteWriter;
import org.vigie.core.event.SessionEvent;
import org.vigie.core.fold.Step;
import org.vigie.core.fold.Stop;
import org.vigie.core.order.Input;
import org.vigie.core.order.Key;
import org.vigie.core.order.Rank;
import org.vigie.core.order.Root;
import org.vigie.core.order.StopName;
import org.vigie.core.route.AccountLife;
import org.vigie.core.route.PayloadKind;

/** Platforms with one mistake each (ORDER §5.5). */
final class Mutants {
  private Mutants() {}

  /** An input that comes late changes its own instant, but no later one. */
  static final class JudgesOnlyTheOwnInstant extends Plumbing {
    @Override
    boolean sends(Input cause, Input output) {
      return output.root().compareTo(cause.root()) <= 0;
    }
  }

  /** RECIPIENT adds the profile that it has by now, not that of the instant. */
  static final class EnrichesWithTheLatestProfile extends Plumbing {
    @Override
    <S> Stop<S> stop(Stop<S> real, Subtask<S> runner) {
      return real.name() == StopName.RECIPIENT ? new LatestProfile<>(real) : real;
    }
  }

  private static final class LatestProfile<S> extends Wrapped<S> {
    private final Map<Key, List<Input>> profiles = new HashMap<>();
    private final List<Input> observations = new ArrayList<>();
    private byte @Nullable [] before;

    LatestProfile(Stop<S> real) {
      super(real);
    }

    @Override
    public void apply(S state, Input input, Step step) {
      if (PayloadKind.read(new ByteReader(input.content())) == PayloadKind.OBSERVATION) {
        before = observations.isEmpty() ? real.encode(state) : before;
        observations.add(input);
      } else {
        profilesOf(input.key()).add(input);
      }
      real.apply(state, input, step);
    }

    private List<Input> profilesOf(Key key) {
      return profiles.computeIfAbsent(key, absent -> new ArrayList<>());
    }

    @Override
    public void judge(S state, Step step) {
      if (observations.isEmpty()) {
        real.judge(state, step);
        return;
      }
      S latest = real.decode(before);
      for (Input profile : profilesOf(observations.get(0).key())) {
        real.apply(latest, profile, new Step(profile.root(), step.history(), false));
      }
      observations.forEach(observation -> real.apply(latest, observation, step));
      observations.clear();
      real.judge(latest, step);
      real.judge(state, new Step(step.root(), step.history(), false));
    }
  }

  /** Of two events of one millisecond that which was read first comes first. */
  static final class BreaksTiesByArrival extends Plumbing {
    private final Map<Long, List<Root>> arrived = new HashMap<>();

    @Override
    Input decoded(Input input) {
      Root root = input.root();
      List<Root> before = arrived.computeIfAbsent(root.timeMs(), time -> new ArrayList<>());
      if (!before.contains(root)) {
        before.add(root);
      }
      int place = Math.min(before.indexOf(root), Rank.DEADLINE.ordinal() - 1);
      Root moved = new Root(root.timeMs(), Rank.values()[place], root.id());
      return new Input(
          input.stop(), input.key(), moved, input.path(), input.amends(), input.payload());
    }
  }

  /** One in three inputs that belong inside a tail is lost. */
  static final class DropsATailItem extends Plumbing {
    private int late;

    @Override
    boolean keeps(Input input, Root latest) {
      return input.root().compareTo(latest) >= 0 || ++late % 3 != 0;
    }
  }

  /** Revisions are numbered by who sends them, not inside the fold. */
  static final class NumbersRevisionsOutsideTheFold extends Plumbing {
    private final Map<UUID, Integer> sent = new HashMap<>();

    @Override
    byte[] published(byte[] alert) {
      Alert one = Alert.fromBytes(alert);
      return new Alert(
              one.alertId(),
              sent.merge(one.alertId(), 1, Integer::sum),
              one.episode(),
              one.harm(),
              one.severity(),
              one.state(),
              one.subject(),
              one.timeMs(),
              one.certain(),
              one.linkedAccounts(),
              one.score(),
              one.families(),
              one.findings(),
              one.subjectAges(),
              one.counterparts(),
              one.counterpartsTotal(),
              one.timeline(),
              one.evidence(),
              one.pending(),
              one.wouldClear(),
              one.bundle(),
              one.reviews(),
              one.restUntilMs())
          .toBytes();
    }
  }

  /** What a checkpoint stores holds inputs that came after its barrier. */
  static final class CommitsBeforeTheSnapshot extends Plumbing {
    @Override
    int elementsBeforeSnapshot() {
      return 10;
    }
  }

  /** What is due happens when its timer fires. */
  static final class JudgesDeadlinesAtTimerTime extends Plumbing {
    @Override
    <S> Stop<S> stop(Stop<S> real, Subtask<S> runner) {
      return new Wrapped<>(real) {
        @Override
        public long nextDeadlineMs(S state) {
          return Math.max(real.nextDeadlineMs(state), runner.watermarkMs());
        }
      };
    }
  }

  /** Who asks to be erased is forgotten as who is deleted: after 90 quiet days, not at once. */
  static final class TakesRequestsForDeletions extends Plumbing {
    @Override
    Input decoded(Input input) {
      ByteReader in = new ByteReader(input.content());
      if (PayloadKind.read(in) != PayloadKind.ACCOUNT_LIFE) {
        return input;
      }
      AccountLife life = AccountLife.read(in, input.root().timeMs());
      if (life.kind() != SessionEvent.Kind.ERASURE_REQUESTED) {
        return input;
      }
      ByteWriter out = new ByteWriter().octet(PayloadKind.ACCOUNT_LIFE.ordinal());
      deleted(life).write(out, input.root().timeMs());
      return new Input(
          input.stop(), input.key(), input.root(), input.path(), input.amends(), out.toBytes());
    }

    private static AccountLife deleted(AccountLife life) {
      return new AccountLife(
          life.community(),
          life.account(),
          SessionEvent.Kind.DELETED,
          life.accountKind(),
          life.device(),
          life.deviceKind(),
          life.networkKind(),
          life.age(),
          life.role(),
          life.roleSource(),
          life.linkedAccount(),
          life.room(),
          life.banReason(),
          life.banUntilMs(),
          life.origin());
    }
  }

  /** A stop that does what another one does. */
  private static class Wrapped<S> implements Stop<S> {
    final Stop<S> real;

    Wrapped(Stop<S> real) {
      this.real = real;
    }

    @Override
    public StopName name() {
      return real.name();
    }

    @Override
    public boolean settles() {
      return real.settles();
    }

    @Override
    public S decode(byte @Nullable [] stored) {
      return real.decode(stored);
    }

    @Override
    public byte @Nullable [] encode(S state) {
      return real.encode(state);
    }

    @Override
    public void apply(S state, Input input, Step step) {
      real.apply(state, input, step);
    }

    @Override
    public void judge(S state, Step step) {
      real.judge(state, step);
    }

    @Override
    public long nextDeadlineMs(S state) {
      return real.nextDeadlineMs(state);
    }

    @Override
    public void onDeadline(S state, Step step) {
      real.onDeadline(state, step);
    }
  }
}
