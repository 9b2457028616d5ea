package org.vigie.reference;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/**
 * What an instant tells an account of one of its pairs (page 0011 ¶41, ¶43, ¶44).
 *
 * @param events signed events of either
 * @param aboutMeetings messages of either about a meeting
 * @param run how many messages of the account are unanswered, if that is told
 */
record PairNews(List<SignedEvent> events, List<Observation> aboutMeetings, OptionalInt run) {
  static final PairNews NONE = new PairNews(List.of(), List.of(), OptionalInt.empty());

  PairNews {
    events = List.copyOf(events);
    aboutMeetings = List.copyOf(aboutMeetings);
  }

  PairNews with(SignedEvent event) {
    List<SignedEvent> more = new ArrayList<>(events);
    more.add(event);
    return new PairNews(more, aboutMeetings, run);
  }

  PairNews with(Observation aboutMeeting) {
    List<Observation> more = new ArrayList<>(aboutMeetings);
    more.add(aboutMeeting);
    return new PairNews(events, more, run);
  }

  PairNews withRun(int told) {
    return new PairNews(events, aboutMeetings, OptionalInt.of(told));
  }

  /** ¶45: whether something of it was done by the account, or was a reaction to it. */
  boolean tellsAge(String account) {
    return run.orElse(0) > 0
        || aboutMeetings.stream().anyMatch(message -> message.actor().equals(account))
        || events.stream().anyMatch(event -> event.from().equals(account) || event.isReaction());
  }
}
