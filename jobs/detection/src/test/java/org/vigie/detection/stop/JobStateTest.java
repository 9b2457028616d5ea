package org.vigie.detection.stop;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.flink.api.common.state.StateDescriptor;
import org.junit.jupiter.api.Test;

/**
 * All state that the job asks Flink for, each with what bounds it. What the bytes of a key hold is
 * enumerated in core.
 */
final class JobStateTest {
  private static final Map<String, String> BOUNDS =
      Map.of(
          "StateCatalogue.FOLD", "one value a key; what it collects has a StateLimit each",
          "StateCatalogue.BUNDLES", "RuleHistory.RULE_SETS_MAX; StopOperatorTest fills it",
          "ProgressState.RUN", "one number a subtask",
          "ProgressState.SETTLED_THROUGH", "one number a subtask",
          "AuditState.RUN", "three numbers",
          "AuditState.LAST", "one entry",
          "AuditState.PENDING", "AuditWriter.PENDING_MAX; AuditWriterTest fills it",
          "AuditState.UNSENT", "what was chained since the last completed checkpoint");

  @Test
  void nothingIsKeptWithoutABound() {
    Set<String> declared = new TreeSet<>();
    for (JavaClass one :
        new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.vigie.detection")) {
      one.getFields().stream()
          .filter(field -> field.getRawType().isAssignableTo(StateDescriptor.class))
          .forEach(field -> declared.add(one.getSimpleName() + "." + field.getName()));
    }

    assertThat(declared).isEqualTo(new TreeSet<>(BOUNDS.keySet()));
  }
}
