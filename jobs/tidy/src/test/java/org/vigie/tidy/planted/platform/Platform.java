package org.vigie.tidy.planted.platform;

/** Stands for a class of a streaming platform. */
public final class Platform {
  /** Does nothing. */
  public void run() {}
}
