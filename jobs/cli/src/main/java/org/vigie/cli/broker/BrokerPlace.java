package org.vigie.cli.broker;

import java.nio.file.Path;

/**
 * Where a broker is to be.
 *
 * @param folder what it keeps goes there; if it has kept something there before, it goes on with it
 * @param port where clients reach it on the loopback address; 0 takes one that is free
 */
public record BrokerPlace(Path folder, int port) {
  /** Highest port there is. */
  public static final int PORT_MAX = 65_535;

  public BrokerPlace {
    if (port < 0 || port > PORT_MAX) {
      throw new IllegalArgumentException("port " + port + " is no port; use 0 to " + PORT_MAX);
    }
  }

  /** Anywhere free, for as long as a command lasts. */
  public static BrokerPlace anywhere(Path folder) {
    return new BrokerPlace(folder, 0);
  }
}
