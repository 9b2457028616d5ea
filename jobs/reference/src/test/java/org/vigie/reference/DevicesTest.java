package org.vigie.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vigie.reference.Story.DAY_MS;
import static org.vigie.reference.Story.MINUTE_MS;

import java.util.SortedSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.vigie.core.event.SessionEvent;
import org.vigie.reference.Story.Life;

/** Page ¶19, ¶21: who shares a device. */
class DevicesTest {
  private static SortedSet<String> cluster(Story story) {
    return story.knowledge().devices.cluster("a", "d", story.now());
  }

  @Test
  void joinsThoseSeenWithinNinetyDays() {
    Story story = new Story().signedIn("b", "d").at(DAY_MS).signedIn("a", "d");

    assertThat(cluster(story.at(90 * DAY_MS - 1))).containsExactly("a", "b");
    assertThat(cluster(story.at(90 * DAY_MS))).containsExactly("a");
  }

  @Test
  void joinsNobodyInAHousehold() {
    Story story = new Story().signedIn("a", "d").signedIn("b", "d").signedIn("c", "d").after(1);
    assertThat(cluster(story)).containsExactly("a", "b", "c");

    assertThat(cluster(story.household("b", "a"))).containsExactly("a", "c");
  }

  @Test
  void joinsNobodyOnceAnyoneCalledItShared() {
    Life life = new Life("c", SessionEvent.Kind.SIGNED_IN);
    life.device = "d";
    life.deviceKind = SessionEvent.DeviceKind.SHARED;
    Story story = new Story().signedIn("a", "d").signedIn("b", "d").after(1).life(life);

    assertThat(cluster(story)).containsExactly("a");
    assertThat(cluster(story.after(1).signedIn("b", "d"))).containsExactly("a");
  }

  @ParameterizedTest
  @EnumSource
  void joinsNobodyOnSchoolAndPublicNetworks(SessionEvent.NetworkKind network) {
    Life life = new Life("b", SessionEvent.Kind.SIGNED_IN);
    life.device = "d";
    life.network = network;
    boolean joins =
        switch (network) {
          case SCHOOL, PUBLIC -> false;
          case UNKNOWN, RESIDENTIAL, MOBILE, HOSTING, VPN -> true;
        };

    assertThat(cluster(new Story().signedIn("a", "d").life(life)).size() == 2).isEqualTo(joins);
  }

  @Test
  void keepsEightDevicesOfAnAccount() {
    Story story = new Story();
    for (int i = 1; i <= 9; i++) {
      story.after(MINUTE_MS).signedIn("a", "d" + i);
    }

    assertThat(story.knowledge().devices.devicesOf("a", story.now()))
        .hasSize(8)
        .doesNotContain("d1");
  }

  @Test
  void isSeenAnewWhereItHadBeenDroppedForOtherDevices() {
    Story story = new Story().signedIn("a", "d0").signedIn("b", "d0");
    for (int i = 1; i <= 8; i++) {
      story.after(MINUTE_MS).signedIn("a", "d" + i);
    }
    assertThat(story.knowledge().devices.cluster("b", "d0", story.now())).containsExactly("b");

    story.after(MINUTE_MS).signedIn("a", "d0");
    Devices devices = story.knowledge().devices;
    assertThat(devices.cluster("b", "d0", story.now())).containsExactly("a", "b");
    assertThat(devices.isNewSighting(story.log().all().get(story.log().all().size() - 1))).isTrue();
  }

  @Test
  void keepsSixteenAccountsOfADevice() {
    Story story = new Story();
    for (int i = 10; i <= 26; i++) {
      story.after(MINUTE_MS).signedIn("x" + i, "d");
    }

    Devices devices = story.knowledge().devices;
    assertThat(devices.cluster("x26", "d", story.now()))
        .hasSize(16)
        .contains("x11")
        .doesNotContain("x10");
    assertThat(devices.cluster("x10", "d", story.now())).containsExactly("x10");
  }

  @Test
  void isSeenAnewAfterNinetyDays() {
    Story story =
        new Story()
            .signedIn("a", "d")
            .at(90 * DAY_MS - 1)
            .signedIn("a", "d")
            .at(180 * DAY_MS - 1)
            .signedIn("a", "d");
    Devices devices = story.knowledge().devices;

    assertThat(story.log().all().stream().map(devices::isNewSighting))
        .containsExactly(true, false, true);
  }
}
