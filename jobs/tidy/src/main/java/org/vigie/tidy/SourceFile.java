package org.vigie.tidy;

import com.github.javaparser.JavaParser;
import com.github.javaparser.ParseResult;
import com.github.javaparser.ParserConfiguration;
import com.github.javaparser.ParserConfiguration.LanguageLevel;
import com.github.javaparser.ast.CompilationUnit;
import java.util.List;
import java.util.Optional;

/** A text file of the repository; Java files are parsed. */
final class SourceFile {
  private final String path;
  private final String text;
  private final Optional<CompilationUnit> tree;

  /**
   * Parses the file if it is Java.
   *
   * @param path path from the root of the repository, with forward slashes
   * @throws IllegalArgumentException if it is Java that does not parse
   */
  SourceFile(String path, String text) {
    this.path = path;
    this.text = text;
    this.tree = path.endsWith(".java") ? Optional.of(parse(path, text)) : Optional.empty();
  }

  private static CompilationUnit parse(String path, String text) {
    ParserConfiguration configuration =
        new ParserConfiguration().setLanguageLevel(LanguageLevel.JAVA_17);
    ParseResult<CompilationUnit> result = new JavaParser(configuration).parse(text);
    return result
        .getResult()
        .filter(unit -> result.isSuccessful())
        .orElseThrow(() -> new IllegalArgumentException(path + ": " + result.getProblems()));
  }

  String path() {
    return path;
  }

  List<String> lines() {
    return text.lines().toList();
  }

  /** The parsed file; empty if it is not Java. */
  Optional<CompilationUnit> tree() {
    return tree;
  }

  boolean isTest() {
    return path.contains("src/test/");
  }
}
