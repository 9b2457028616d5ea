package org.vigie.cli.alert;

import java.util.List;
import org.vigie.cli.CommandFailedException;
import org.vigie.cli.ExitCode;
import org.vigie.schemas.NearestName;
import org.vigie.schemas.standing.Standing;

/** One alert by how its id begins. */
public final class AlertChoice {
  private AlertChoice() {}

  /**
   * The only one whose id begins so.
   *
   * @throws CommandFailedException if there is none, or more than one
   */
  public static Standing byId(String begin, List<Standing> standings) {
    List<String> ids = standings.stream().map(one -> one.alert().getAlertId()).toList();
    List<Standing> chosen =
        standings.stream().filter(one -> one.alert().getAlertId().startsWith(begin)).toList();
    if (chosen.size() == 1) {
      return chosen.get(0);
    }
    String nearest = NearestName.of(begin, ids).map(name -> "; nearest: " + name).orElse("");
    String what = chosen.isEmpty() ? "no alert's id begins" : chosen.size() + " alerts' ids begin";
    throw new CommandFailedException(
        ExitCode.NOT_OK,
        what + " with " + begin + ", of " + ids.size() + nearest,
        "vigie alerts list shows the ids");
  }
}
