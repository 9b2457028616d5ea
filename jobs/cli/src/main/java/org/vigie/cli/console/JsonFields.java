package org.vigie.cli.console;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** One line of JSON that is no record of the contract; fields stand in the order of adding. */
public final class JsonFields {
  private final ObjectNode fields = JsonNodeFactory.instance.objectNode();

  /** Adds a text. */
  public JsonFields put(String name, String value) {
    fields.put(name, value);
    return this;
  }

  /** Adds a number. */
  public JsonFields put(String name, long value) {
    fields.put(name, value);
    return this;
  }

  /** Adds a truth. */
  public JsonFields put(String name, boolean value) {
    fields.put(name, value);
    return this;
  }

  /** The line, without its end. */
  public String line() {
    return fields.toString();
  }
}
