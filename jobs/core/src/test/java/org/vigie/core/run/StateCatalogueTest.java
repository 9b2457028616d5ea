package org.vigie.core.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Deque;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.vigie.core.age.AgeBelief;
import org.vigie.core.age.AgeView;
import org.vigie.core.alert.Alert;
import org.vigie.core.fold.BoundedList;
import org.vigie.core.fold.StateLimit;
import org.vigie.core.order.StopName;
import org.vigie.core.order.Tags;
import org.vigie.core.route.Ban;
import org.vigie.core.route.SeenEvents;

/** Everything that state collects is in the catalogue; entries hold nothing without a bound. */
final class StateCatalogueTest {
  /** Lists that are cut, with the limits that cut them. */
  private static final Map<String, Set<StateLimit>> CUT =
      Map.of(
          "Finding.counterparts",
          Set.of(StateLimit.SENDER_LISTED_COUNTERPARTS, StateLimit.LINK_LISTED_COUNTERPARTS),
          "Finding.evidence",
          Set.of(
              StateLimit.SENDER_LISTED_EVENTS,
              StateLimit.LINK_LISTED_EVENTS,
              StateLimit.CASE_GATHERED_EVENTS),
          "Finding.meetings",
          Set.of(StateLimit.LINK_LISTED_MEETINGS, StateLimit.CASE_GATHERED_MEETINGS),
          "Evidence.media",
          Set.of(StateLimit.SENDER_LISTED_MEDIA),
          "Alert.counterparts",
          Set.of(StateLimit.CASE_LISTED_COUNTERPARTS),
          "Alert.evidence",
          Set.of(StateLimit.CASE_LISTED_EVENTS),
          "Alert.pending",
          Set.of(StateLimit.CASE_LISTED_MEETINGS));

  /** Other collections inside entries, with what bounds each so that nothing is ever cut. */
  private static final Map<String, String> BOUNDED_ENTRIES =
      Map.ofEntries(
          Map.entry("CodedPair.codes", "one a signal code"),
          Map.entry("Seen.household", "StateLimit.SENDER_HOUSEHOLD"),
          Map.entry("SignedEventList.events", "StateLimit.SENDER_PAIR_SIGNS"),
          Map.entry("Acquaintance.devices", "StateLimit.RECIPIENT_DEVICES"),
          Map.entry("Acquaintance.contacts", "StateLimit.RECIPIENT_CONTACTS"),
          Map.entry("Mark.devices", "StateLimit.RECIPIENT_DEVICES"),
          Map.entry("KeptAftermath.evidence", "a message and a reaction"),
          Map.entry("Finding.linkedAccounts", "StateLimit.LINK_ACCOUNTS"),
          Map.entry("Finding.subjectAges", "one an account of linkedAccounts"),
          Map.entry("Finding.stages", "one a signal code"),
          Map.entry("Verdict.clauses", "one a feature of the rule"),
          Map.entry("Verdict.guards", "one a guard of the rule"),
          Map.entry("Alert.findings", "StateLimit.CASE_FINDINGS"),
          Map.entry("Alert.linkedAccounts", "those of its findings"),
          Map.entry("Alert.subjectAges", "those of its findings"),
          Map.entry("Alert.reviews", "StateLimit.CASE_REVIEWS"),
          Map.entry("Timeline.stages", "one a signal code"));

  /** Limits of collections inside entries. */
  private static final Set<StateLimit> INSIDE_ENTRIES =
      EnumSet.of(StateLimit.SENDER_PAIR_SIGNS, StateLimit.SENDER_AGREED_TIMES);

  /** Fields of a state class that live for one instant and are never stored. */
  private static final String OCCASION = "occasion";

  @Test
  void boundsEveryCollectionOfEveryState() {
    for (StopName name : Stops.names()) {
      assertThat(unbounded(stateOf(name))).as("%s keeps without a limit", name).isEmpty();
    }
  }

  @Test
  void usesEveryLimitOnce() throws ReflectiveOperationException {
    List<StateLimit> used = new ArrayList<>();
    for (StopName name : Stops.names()) {
      Object state = Stops.of(name, new Tags(0)).decode(null);
      for (Field field : state.getClass().getDeclaredFields()) {
        field.setAccessible(true);
        if (field.getType() == BoundedList.class) {
          used.add(((BoundedList<?>) field.get(state)).limit());
        } else if (field.getType() == SeenEvents.class) {
          used.add(((SeenEvents) field.get(state)).limit());
        }
      }
    }
    assertThat(used)
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(StateLimit.values())
                .filter(limit -> !limit.isListed() && !INSIDE_ENTRIES.contains(limit))
                .toList());
  }

  @Test
  void boundsEveryListOfAnAlert() {
    Set<String> found = new HashSet<>();
    walk(new ArrayDeque<>(List.of(Alert.class)), found);

    assertThat(found).as("an alert lists without a limit").isEmpty();
  }

  @Test
  void cutsEveryListByLimitsOfItsOwn() {
    assertThat(CUT.values().stream().flatMap(Set::stream))
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(StateLimit.values()).filter(StateLimit::isListed).toList());
  }

  @Test
  void findsAPlantedCollectionWithoutLimit() {
    assertThat(unbounded(Planted.class)).containsExactlyInAnyOrder("Planted.names", "Entry.tags");
  }

  private static final class Planted {
    @SuppressWarnings("unused")
    private final List<String> names = new ArrayList<>();

    @SuppressWarnings("unused")
    private final BoundedList<Entry> entries = new BoundedList<>(StateLimit.CASE_REVIEWS);

    private record Entry(long[] tags) {}
  }

  private static Class<?> stateOf(StopName name) {
    return Stops.of(name, new Tags(0)).decode(null).getClass();
  }

  private static Set<String> unbounded(Class<?> state) {
    Set<String> found = new HashSet<>();
    Deque<Class<?>> entries = new ArrayDeque<>();
    for (Field field : state.getDeclaredFields()) {
      if (Modifier.isStatic(field.getModifiers()) || field.getName().equals(OCCASION)) {
        continue;
      }
      if (field.getType() == BoundedList.class) {
        entries.add(argument(field.getGenericType()));
      } else if (isCollection(field.getType())) {
        found.add(state.getSimpleName() + "." + field.getName());
      } else {
        assertThat(field.getType())
            .as("a kind of field that this test does not know: %s", field)
            .matches(type -> type.isPrimitive() || isLeaf(type));
      }
    }
    walk(entries, found);
    return found;
  }

  private static void walk(Deque<Class<?>> entries, Set<String> found) {
    Set<Class<?>> seen = new HashSet<>();
    while (!entries.isEmpty()) {
      Class<?> entry = entries.remove();
      if (!seen.add(entry)) {
        continue;
      }
      if (isStateful(entry)) {
        walkFields(entry, entries, found);
      }
      if (!entry.isRecord()) {
        continue;
      }
      for (RecordComponent component : entry.getRecordComponents()) {
        String name = entry.getSimpleName() + "." + component.getName();
        boolean known = BOUNDED_ENTRIES.containsKey(name) || CUT.containsKey(name);
        if (isCollection(component.getType()) && !known) {
          found.add(name);
        }
        boolean typed = component.getGenericType() instanceof ParameterizedType;
        entries.add(typed ? argument(component.getGenericType()) : component.getType());
      }
    }
  }

  /** An entry that is no record but keeps things of its own. */
  private static boolean isStateful(Class<?> entry) {
    return entry.getName().startsWith("org.vigie.core.sender.") && !entry.isRecord();
  }

  private static void walkFields(Class<?> entry, Deque<Class<?>> entries, Set<String> found) {
    for (Field field : entry.getDeclaredFields()) {
      String name = entry.getSimpleName() + "." + field.getName();
      if (Modifier.isStatic(field.getModifiers())) {
        continue;
      }
      if (field.getType() == BoundedList.class) {
        entries.add(argument(field.getGenericType()));
      } else if (isCollection(field.getType())) {
        if (!BOUNDED_ENTRIES.containsKey(name)) {
          found.add(name);
        }
        entries.add(argument(field.getGenericType()));
      } else {
        entries.add(field.getType());
      }
    }
  }

  private static boolean isCollection(Class<?> type) {
    return type.isArray()
        || Collection.class.isAssignableFrom(type)
        || Map.class.isAssignableFrom(type);
  }

  /**
   * An age belief holds one statement a source, a ban of its own no more targets than there are
   * contacts, warnings one time a harm; the others hold nothing that grows.
   */
  private static boolean isLeaf(Class<?> type) {
    return type == String.class
        || type == SeenEvents.class
        || type == AgeBelief.class
        || type == AgeView.class
        || type == Ban.class
        || type.getSimpleName().equals("WarnedHarms")
        || type.getSimpleName().equals("OwnBan")
        || type.isEnum();
  }

  private static Class<?> argument(Type type) {
    Type argument = ((ParameterizedType) type).getActualTypeArguments()[0];
    return (Class<?>) argument;
  }
}
