package org.vigie.tidy;

import java.util.List;

/** One rule of the house style. */
interface Check {

  /** Name in reports. */
  String name();

  /** All places of the file that break the rule, in the order of the file. */
  List<Violation> inspect(SourceFile file);

  /** Every rule, in the order in which reports list them. */
  static List<Check> all() {
    return List.of(
        new FileLengthCheck(),
        new MethodLengthCheck(),
        new ParameterCountCheck(),
        new NestingCheck(),
        new TypeNameCheck(),
        new TestNameCheck(),
        new TestHygieneCheck(),
        new PublicJavadocCheck(),
        new RuleKnowledgeCheck(),
        new LeftoverCheck(),
        new MachinePathCheck());
  }
}
