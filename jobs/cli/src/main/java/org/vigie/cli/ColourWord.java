package org.vigie.cli;

import java.util.Locale;
import org.vigie.cli.console.ColourChoice;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads {@code auto}, {@code always} and {@code never}. */
final class ColourWord implements ITypeConverter<ColourChoice> {
  @Override
  public ColourChoice convert(String word) {
    try {
      return ColourChoice.valueOf(word.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw new TypeConversionException("auto, always or never");
    }
  }
}
