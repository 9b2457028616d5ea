package org.vigie.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestNameTest {
  private static final List<String> KNOWN = List.of("recipients", "sender", "room", "reply_to");

  @ParameterizedTest
  @CsvSource({
    "recipient,   recipients",
    "recipeints,  recipients",
    "Sender,      sender",
    "sedner,      sender",
    "rom,         room",
    "reply,       ",
    "replyto,     reply_to",
    "length,      ",
    "x,           "
  })
  void findsWhatWasProbablyMeant(String given, String meant) {
    assertThat(NearestName.of(given, KNOWN).orElse("")).isEqualTo(meant == null ? "" : meant);
  }

  @ParameterizedTest
  @CsvSource({"'',abc,3", "abc,abc,0", "abc,acb,1", "abc,abd,1", "abc,ab,1", "kitten,sitting,3"})
  void countsChangedCharacters(String from, String to, int distance) {
    assertThat(NearestName.distance(from, to)).isEqualTo(distance);
    assertThat(NearestName.distance(to, from)).isEqualTo(distance);
  }

  @Test
  void takesTheFirstOfEquals() {
    assertThat(NearestName.of("cat", List.of("car", "can"))).contains("car");
  }

  @Test
  void comparesNeitherNothingNorEndlessNames() {
    assertThat(NearestName.of("", KNOWN)).isEmpty();
    assertThat(NearestName.of("s".repeat(65), List.of("s".repeat(65)))).isEmpty();
  }
}
