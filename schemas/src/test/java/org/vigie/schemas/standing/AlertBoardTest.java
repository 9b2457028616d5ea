package org.vigie.schemas.standing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vigie.schemas.standing.Said.onArrival;
import static org.vigie.schemas.standing.Said.progress;
import static org.vigie.schemas.standing.Said.settled;
import static org.vigie.schemas.standing.Said.takenBack;

import org.junit.jupiter.api.Test;
import org.vigie.alert.Alert;

final class AlertBoardTest {
  private final AlertBoard board = new AlertBoard();

  @Test
  void showsTheHighestSettledRevisionWhateverComesTwiceOrLate() {
    board.settled(settled("a", 2, "p2"));
    board.settled(settled("a", 1, "p1"));
    board.settled(settled("a", 2, "p2"));

    assertThat(board.all()).containsExactly(new Standing(Phase.SETTLED, settled("a", 2, "p2")));
  }

  @Test
  void showsWhatIsNewerThanSettledUntilItIsSettledItself() {
    board.settled(settled("a", 1, "p1"));

    board.provisional(onArrival("a", "p2", 20));
    assertThat(phase()).isEqualTo(Phase.PROVISIONAL);

    board.settled(settled("a", 2, "p2"));
    assertThat(phase()).isEqualTo(Phase.SETTLED);

    board.provisional(onArrival("a", "p2", 20)); // a copy
    assertThat(phase()).isEqualTo(Phase.SETTLED);
  }

  @Test
  void showsTheLatestInstantOfSeveralThatAreNotSettled() {
    board.provisional(onArrival("a", "p9", 90));
    board.provisional(onArrival("a", "p5", 50));

    assertThat(shown().getProvisionalId()).isEqualTo("p9");

    board.provisional(takenBack("a", "p9", 90));
    assertThat(shown().getProvisionalId()).isEqualTo("p5");
  }

  @Test
  void fallsBackToWhatIsSettledWhenTheNewerIsTakenBack() {
    board.settled(settled("a", 1, "p1"));
    board.provisional(onArrival("a", "p2", 20));

    board.provisional(takenBack("a", "p2", 20));

    assertThat(shown()).isEqualTo(settled("a", 1, "p1"));
  }

  @Test
  void saysSoWhenNothingIsLeft() {
    board.provisional(onArrival("a", "p2", 20));

    board.provisional(takenBack("a", "p2", 20));

    assertThat(phase()).isEqualTo(Phase.WITHDRAWN);
    assertThat(phase().isCurrent()).isFalse();
  }

  @Test
  void showsAgainWhatWasTakenBackAndIsSaidAgain() {
    board.provisional(takenBack("a", "p2", 20));

    board.provisional(onArrival("a", "p2", 20));

    assertThat(phase()).isEqualTo(Phase.PROVISIONAL);
  }

  @Test
  void isVoidOnceAllSubtasksOfTheRunHavePassedIt() {
    board.provisional(onArrival("a", "p2", 20));

    assertThat(board.progress(progress("1", 0, 2, 1, 25))).isEmpty();
    assertThat(board.progress(progress("1", 1, 2, 1, 19))).isEmpty();
    assertThat(phase()).isEqualTo(Phase.PROVISIONAL);

    assertThat(board.progress(progress("1", 1, 2, 2, 20)))
        .containsExactly(new Standing(Phase.VOID, onArrival("a", "p2", 20)));
    assertThat(board.settledThroughMs()).isEqualTo(20);
  }

  @Test
  void isSettledAfterAllIfThatIsReadLater() {
    board.provisional(onArrival("a", "p2", 20));
    board.progress(progress("1", 0, 1, 1, 30));
    assertThat(phase()).isEqualTo(Phase.VOID);

    board.settled(settled("a", 1, "p2"));

    assertThat(phase()).isEqualTo(Phase.SETTLED);
  }

  @Test
  void asksTheNewestRunAloneAndAllOfIt() {
    board.provisional(onArrival("a", "p2", 20));
    board.progress(progress("1", 0, 1, 7, 30));

    board.progress(progress("2", 0, 2, 8, 30));
    assertThat(phase()).isEqualTo(Phase.PROVISIONAL); // its subtask 1 was not heard

    board.progress(progress("1", 0, 1, 9, 90)); // of a runner that does not know it is dead
    board.progress(progress("2", 1, 2, 8, 10));
    assertThat(board.settledThroughMs()).isEqualTo(10);
  }

  @Test
  void leavesOutSubtasksThatTheRunHasNoMore() {
    for (int subtask = 0; subtask < 4; subtask++) {
      board.progress(progress("1", subtask, 4, 1, 10));
    }
    board.progress(progress("1", 0, 2, 2, 30));
    assertThat(board.settledThroughMs()).isEqualTo(Long.MIN_VALUE);

    board.progress(progress("1", 1, 2, 2, 20));
    assertThat(board.settledThroughMs()).isEqualTo(20);
  }

  @Test
  void neverTakesAnAlertForVoidThatDoesNotSayHowLongItIsValid() {
    board.provisional(Alert.newBuilder(onArrival("a", "p2", 20)).setValidUntil(null).build());
    board.progress(progress("1", 0, 1, 1, Long.MAX_VALUE - 1));

    assertThat(phase()).isEqualTo(Phase.PROVISIONAL);
  }

  @Test
  void keepsNoMoreThanItSays() {
    for (int i = 0; i <= AlertBoard.IDS_MAX; i++) {
      board.provisional(onArrival("a", "p" + i, i));
    }
    for (int i = 1; i <= AlertBoard.IDS_MAX; i++) {
      board.provisional(takenBack("a", "p" + i, i));
    }

    assertThat(phase()).isEqualTo(Phase.WITHDRAWN); // p0 had to go
  }

  private Alert shown() {
    return board.of("a").orElseThrow().alert();
  }

  private Phase phase() {
    return board.of("a").orElseThrow().phase();
  }
}
