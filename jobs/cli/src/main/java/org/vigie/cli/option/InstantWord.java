package org.vigie.cli.option;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a time as ISO-8601 with an offset, or as epoch milliseconds. */
public final class InstantWord implements ITypeConverter<Instant> {
  @Override
  public Instant convert(String word) {
    try {
      return word.matches("-?[0-9]{1,15}")
          ? Instant.ofEpochMilli(Long.parseLong(word))
          : OffsetDateTime.parse(word).toInstant();
    } catch (DateTimeException e) {
      throw new TypeConversionException(
          "a time such as 2024-06-25T20:00:00Z, or epoch milliseconds");
    }
  }
}
