package org.vigie.cli.evaluate;

import java.util.Locale;
import org.vigie.cli.evaluate.Variant.Sweep;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** What is to be varied, as people write it. */
final class SweepWord implements ITypeConverter<Sweep> {
  @Override
  public Sweep convert(String word) {
    try {
      return Sweep.valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
    } catch (IllegalArgumentException e) {
      throw new TypeConversionException("guards, families, age-noise");
    }
  }
}
