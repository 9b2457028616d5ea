package org.vigie.tidy.planted.core.stop;

import org.vigie.tidy.planted.platform.Platform;

/** Breaks the wall: core uses a platform. */
final class PlatformUser {
  private PlatformUser() {}

  static void use() {
    new Platform().run();
  }
}
