package org.vigie.cli.simulate;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A seed as people write one: decimal, or hexadecimal such as the beginning of a commit's hash. */
public final class SeedWord implements ITypeConverter<Long> {
  @Override
  public Long convert(String word) {
    try {
      return word.startsWith("0x") ? Long.parseLong(word.substring(2), 16) : Long.parseLong(word);
    } catch (NumberFormatException e) {
      throw new TypeConversionException("a whole number, or 0x and up to 15 hex digits");
    }
  }
}
