package org.vigie.simulator;

import org.vigie.event.DeviceKind;
import org.vigie.event.DeviceStrength;
import org.vigie.event.Network;
import org.vigie.event.NetworkKind;
import org.vigie.event.SessionKind;

/** From what people sign in. */
final class Devices {
  private Devices() {}

  /** A sign-in from someone's own telephone. */
  static void signIn(Journal journal, Person person, long timeMs, NetworkKind network) {
    journal.write(
        journal
            .session(person, SessionKind.SIGNED_IN, timeMs)
            .setDevice(person.device())
            .setDeviceKind(DeviceKind.PERSONAL)
            .setDeviceStrength(DeviceStrength.HARDWARE)
            .setNetwork(network(person.cell(), network))
            .setTimeZone("Europe/Paris"));
  }

  static Network network(String where, NetworkKind kind) {
    // At school everybody comes from one address.
    String address = kind == NetworkKind.SCHOOL ? "net-school" : "net-" + where;
    return Network.newBuilder().setAddress(address).setKind(kind).setCountry("FR").build();
  }
}
