package org.vigie.schemas.registry;

import java.io.IOException;
import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.Path;

/** A password, given or in a file; it does not print. A file is read each time it is needed. */
public final class Secret implements Serializable {
  private static final long serialVersionUID = 1L;

  private final String given;
  private final boolean inFile;

  private Secret(String given, boolean inFile) {
    this.given = given;
    this.inFile = inFile;
  }

  /** The password itself. */
  public static Secret of(String password) {
    return new Secret(password, false);
  }

  /** The first line of a file, on the machine where it is used. */
  public static Secret inFile(String file) {
    return new Secret(file, true);
  }

  /**
   * The password.
   *
   * @throws IOException if its file can't be read; the message names the file
   */
  String reveal() throws IOException {
    if (!inFile) {
      return given;
    }
    try {
      return Files.readString(Path.of(given)).lines().findFirst().orElse("");
    } catch (IOException unreadable) {
      throw new IOException("the password file " + given + " can't be read", unreadable);
    }
  }

  @Override
  public String toString() {
    return inFile ? "(in " + given + ")" : "(hidden)";
  }
}
