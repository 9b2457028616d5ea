package org.vigie.rules.docs;

import org.vigie.rules.diagnostic.DiagnosticCode;

/** Every code that a check may tell, as a page. */
final class DiagnosticsPage {
  private DiagnosticsPage() {}

  static String text() {
    StringBuilder page =
        new StringBuilder("# What checks tell\n\nGenerated from `DiagnosticCode`; ");
    page.append("a test keeps it in sync. `vigie explain CODE` says the same.\n\n");
    page.append("| code | | what | how to mend it |\n|---|---|---|---|\n");
    for (DiagnosticCode code : DiagnosticCode.values()) {
      page.append("| ").append(code.id()).append(" | ").append(code.word()).append(" | ");
      page.append(code.title()).append(" | ").append(code.mend()).append(" |\n");
    }
    return page.toString().replace("||", "\\|\\|");
  }
}
