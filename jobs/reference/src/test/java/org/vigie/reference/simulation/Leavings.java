package org.vigie.reference.simulation;

import java.util.ArrayList;
import java.util.List;
import org.vigie.core.event.AgeClaim;
import org.vigie.core.event.Event;
import org.vigie.core.event.Interaction;
import org.vigie.core.event.Message;
import org.vigie.core.event.SessionEvent;
import org.vigie.core.event.SessionEvent.DeviceKind;
import org.vigie.core.event.SessionEvent.NetworkKind;
import org.vigie.core.event.Unknown;

/** Lets people of random courses ask to be erased, anywhere in them, and go on or come back. */
final class Leavings {
  private static final List<AgeClaim> AGES =
      List.of(
          new AgeClaim(13, 15, AgeClaim.Source.VERIFIED),
          new AgeClaim(13, 15, AgeClaim.Source.DECLARED),
          new AgeClaim(30, 40, AgeClaim.Source.VERIFIED),
          new AgeClaim(21, Unknown.INT, AgeClaim.Source.DECLARED));
  private static final List<String> DEVICES = List.of("d1", "d2");
  private static final Draft.Stamp ANY = new Draft.Stamp("", "", 0, 0);

  private final Dice dice;

  Leavings(Dice dice) {
    this.dice = dice;
  }

  /** Adds what one or two accounts of a course ask for, and what they do then. */
  void weave(List<Draft> plot) {
    List<String> cast = cast(plot);
    if (cast.isEmpty()) {
      return;
    }
    for (int left = 1 + dice.below(2); left > 0; left--) {
      // Who acts most is there most often.
      String account = dice.pick(cast);
      int at = dice.below(plot.size() + 1);
      for (Draft draft : leaving(account, dice.pick(cast))) {
        plot.add(at, draft);
        at += 1 + dice.below(Math.max(1, Math.min(10, plot.size() - at)));
      }
    }
  }

  /** Who acts or is acted towards, as often as that. */
  private static List<String> cast(List<Draft> plot) {
    List<String> cast = new ArrayList<>();
    for (Draft draft : plot) {
      Event event = draft.at(ANY);
      if (event instanceof Message message) {
        cast.add(message.actor());
        cast.addAll(message.recipients().stream().limit(2).toList());
      } else if (event instanceof Interaction interaction) {
        cast.add(interaction.actor());
        cast.add(interaction.target());
      } else if (event instanceof SessionEvent) {
        cast.add(event.actor());
      }
    }
    return cast;
  }

  private List<Draft> leaving(String account, String other) {
    List<Draft> plot = new ArrayList<>();
    plot.add(request(account));
    addIf(plot, 20, life(account, SessionEvent.Kind.DELETED));
    addIf(plot, 15, life(account, SessionEvent.Kind.RESTORED));
    addIf(plot, 15, request(account));
    addIf(plot, 35, Draft.age(account, dice.pick(AGES)));
    addIf(plot, 15, seen(account, SessionEvent.Kind.ACCOUNT_CREATED));
    addIf(plot, 20, seen(account, SessionEvent.Kind.SIGNED_IN));
    addIf(plot, 20, new Draft.OfMessage(account, List.of(other)));
    addIf(plot, 20, new Draft.OfMessage(other, List.of(account)));
    addIf(plot, 15, Draft.age(account, dice.pick(AGES)));
    addIf(plot, 10, request(account));
    return dice.percent(60) ? plot : startingWithTheFirst(plot);
  }

  private List<Draft> startingWithTheFirst(List<Draft> plot) {
    List<Draft> shuffled = new ArrayList<>();
    shuffled.add(plot.get(0));
    shuffled.addAll(dice.shuffled(plot.subList(1, plot.size())));
    return shuffled;
  }

  private Draft request(String account) {
    Draft.OfSession request = life(account, SessionEvent.Kind.ERASURE_REQUESTED);
    if (dice.percent(12)) {
      request.aged(dice.pick(AGES));
    }
    return dice.percent(12) ? on(request) : request;
  }

  private Draft seen(String account, SessionEvent.Kind kind) {
    return on(life(account, kind));
  }

  private Draft on(Draft.OfSession session) {
    return session.on(dice.pick(DEVICES), DeviceKind.PERSONAL, NetworkKind.RESIDENTIAL);
  }

  private static Draft.OfSession life(String account, SessionEvent.Kind kind) {
    return new Draft.OfSession(account, kind);
  }

  private void addIf(List<Draft> plot, int chance, Draft draft) {
    if (dice.percent(chance)) {
      plot.add(draft);
    }
  }
}
