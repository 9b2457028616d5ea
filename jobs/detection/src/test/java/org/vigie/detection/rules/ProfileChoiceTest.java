package org.vigie.detection.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProfileChoiceTest {
  @Test
  void readsOneForAll() {
    assertThat(ProfileChoice.parse("open-chat")).isEqualTo(ProfileChoice.DEFAULT);
    assertThat(ProfileChoice.parse(" dating ").of("c1")).isEqualTo("dating");
  }

  @Test
  void readsOneOfEachCommunity() {
    ProfileChoice choice = ProfileChoice.parse("c1 dating;social-gaming ; c2  friends-based");

    assertThat(choice.byCommunity()).isEqualTo(Map.of("c1", "dating", "c2", "friends-based"));
    assertThat(choice.of("c2")).isEqualTo("friends-based");
    assertThat(choice.of("c3")).isEqualTo("social-gaming");
    assertThat(ProfileChoice.parse("c1 dating").of("c2")).isEqualTo("open-chat");
  }

  @Test
  void takesAsManyProfilesAsAJobCanKeepTwice() {
    String most = "c0 p0";
    for (int i = 1; i < ProfileChoice.PROFILES_MAX - 1; i++) {
      most += "; c" + i + " p" + i;
    }
    String oneMore = most + "; open-chat; c99 p99";

    assertThat(ProfileChoice.parse(most).byCommunity()).hasSize(ProfileChoice.PROFILES_MAX - 1);
    assertThatThrownBy(() -> ProfileChoice.parse(oneMore)).hasMessageContaining("too many");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ";",
        "c1 dating;",
        "c1 dating; c1 dating",
        "a; b",
        "c1 c2 dating",
        "c1 Dating"
      })
  void saysHowItIsWritten(String written) {
    assertThatThrownBy(() -> ProfileChoice.parse(written))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("COMMUNITY PROFILE");
  }
}
