package org.vigie.rules.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.vigie.rules.bundle.ShippedRules;
import org.vigie.rules.schema.FileKind;
import org.vigie.rules.schema.JsonSchema;

/**
 * Generated pages say what the code says. To write them anew: {@code mvn -pl jobs/rules test
 * -Dtest=GeneratedPagesTest -Dvigie.docs.write=true}.
 */
class GeneratedPagesTest {
  private static final Path ROOT = Path.of("..", "..");

  @Test
  void keepsTheRulesPageInSync() throws IOException {
    inSync("docs/rules.md", RulesPage.of(ShippedRules.rulebook()));
  }

  @Test
  void keepsThePageOfDiagnosticsInSync() throws IOException {
    inSync("docs/diagnostics.md", DiagnosticsPage.text());
  }

  @ParameterizedTest
  @EnumSource
  void keepsTheSchemaOfEachKindOfFileInSync(FileKind kind) throws IOException {
    inSync("config/schema/" + kind.schemaName() + ".json", JsonSchema.of(kind));
  }

  private static void inSync(String name, String text) throws IOException {
    Path page = ROOT.resolve(name);
    if (Boolean.getBoolean("vigie.docs.write")) {
      Files.writeString(page, text);
    }
    assertThat(Files.readString(page)).as("%s is not what the code says", name).isEqualTo(text);
  }
}
