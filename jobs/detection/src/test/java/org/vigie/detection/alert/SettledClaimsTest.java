package org.vigie.detection.alert;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.vigie.detection.alert.SettledClaims.Claim;

final class SettledClaimsTest {
  @Test
  void claimsWhatHadPassedWhenTheCheckpointWasTaken() {
    SettledClaims claims = new SettledClaims(false, Long.MIN_VALUE);
    claims.passed(10);
    claims.note(1);
    claims.passed(20);

    assertThat(claims.complete(1)).contains(new Claim(1, 10));
  }

  @Test
  void claimsNothingBeforeTimeHasPassedOrOfAnUnknownCheckpoint() {
    SettledClaims claims = new SettledClaims(false, Long.MIN_VALUE);
    claims.note(1);

    assertThat(claims.complete(1)).isEmpty();
    assertThat(claims.complete(1)).isEmpty();
    assertThat(claims.complete(9)).isEmpty();
  }

  @Test
  void claimsTheLatestOfCheckpointsThatNobodyHeardTheEndOf() {
    SettledClaims claims = new SettledClaims(false, Long.MIN_VALUE);
    claims.passed(10);
    claims.note(1);
    claims.passed(20);
    claims.note(2);

    assertThat(claims.complete(3)).contains(new Claim(2, 20));
    assertThat(claims.complete(3)).isEmpty();
  }

  @Test
  void waitsForTheNextCheckpointWhereAlertsShowByTransactions() {
    SettledClaims claims = new SettledClaims(true, Long.MIN_VALUE);
    claims.passed(10);
    claims.note(1);
    assertThat(claims.complete(1)).isEmpty();

    claims.passed(20);
    claims.note(2);
    assertThat(claims.complete(2)).contains(new Claim(1, 10));
  }

  @Test
  void neverGoesBackAfterARestart() {
    SettledClaims claims = new SettledClaims(false, 50);
    claims.passed(40); // what is read again first

    assertThat(claims.note(1)).isEqualTo(50);
    assertThat(claims.complete(1)).contains(new Claim(1, 50));
  }
}
