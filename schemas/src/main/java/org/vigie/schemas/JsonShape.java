package org.vigie.schemas;

import com.fasterxml.jackson.databind.JsonNode;

/** What a place in a JSON line may hold, and how it is read into a generated record. */
interface JsonShape {
  /**
   * Reads a value that is not null.
   *
   * @return the value as the generated record holds it
   * @throws RefusedException with a path relative to this place
   */
  Object read(JsonNode value) throws RefusedException;
}
