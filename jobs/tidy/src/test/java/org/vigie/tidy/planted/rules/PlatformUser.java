package org.vigie.tidy.planted.rules;

import org.vigie.tidy.planted.platform.Platform;

/** Breaks the wall: rules use a platform. */
final class PlatformUser {
  private PlatformUser() {}

  static void use() {
    new Platform().run();
  }
}
