package org.vigie.tidy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

class ExceptionListTest {
  private static final Violation LONG_FILE = new Violation("FileLength", "A.java", "", 1, 450, "m");
  private static final Violation LONG_METHOD =
      new Violation("MethodLength", "A.java", "A.b(0)", 9, 70, "m");

  @Test
  void passesWhatIsListedAtItsSize() {
    ExceptionList list =
        list(
            "// why",
            "at most 2",
            "FileLength A.java 450 why",
            "MethodLength A.java#A.b(0) 70 why");

    assertThat(list.reconcile(List.of(LONG_FILE, LONG_METHOD))).isEmpty();
  }

  @Test
  void reportsWhatIsNotListed() {
    assertThat(list("at most 0").reconcile(List.of(LONG_FILE)))
        .containsExactly("A.java:1: [FileLength] m");
  }

  @Test
  void refusesAnEntryThatIsNoLongerNeeded() {
    assertThat(list("at most 1", "FileLength A.java 450 why").reconcile(List.of()))
        .containsExactly("FileLength A.java: no longer needed: remove it from the exception list");
  }

  @Test
  void refusesASizeThatGrew() {
    assertThat(list("at most 1", "FileLength A.java 449 why").reconcile(List.of(LONG_FILE)))
        .containsExactly("FileLength A.java: grew from 449 to 450");
  }

  @Test
  void refusesASizeThatIsStale() {
    assertThat(list("at most 1", "FileLength A.java 451 why").reconcile(List.of(LONG_FILE)))
        .containsExactly("FileLength A.java: shrank from 451 to 450: say so in the list");
  }

  @Test
  void refusesAListLongerThanItsMaximum() {
    assertThat(list("at most 0", "FileLength A.java 450 why").reconcile(List.of(LONG_FILE)))
        .singleElement()
        .asString()
        .contains("has 1 entries, and says at most 0");
  }

  @Test
  void refusesAMaximumLargerThanTheList() {
    assertThat(list("at most 1").reconcile(List.of()))
        .singleElement()
        .asString()
        .contains("has 0 entries, and says at most 1");
  }

  @Test
  void refusesAnEntryWithoutReasonOrTwice() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> list("at most 1", "FileLength A.java 450"));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> list("at most 1", "FileLength A.java 1 why", "FileLength A.java 2 why"));
    assertThatIllegalArgumentException().isThrownBy(() -> list("FileLength A.java 450 why"));
  }

  private static ExceptionList list(String... lines) {
    return ExceptionList.parse(List.of(lines));
  }
}
