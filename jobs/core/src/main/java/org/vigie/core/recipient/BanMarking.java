package org.vigie.core.recipient;

import java.util.ArrayList;
import java.util.List;
import org.vigie.core.bytes.ByteWriter;
import org.vigie.core.fold.Step;
import org.vigie.core.order.StopName;
import org.vigie.core.order.Tags;
import org.vigie.core.recipient.RecipientState.OwnDevice;
import org.vigie.core.route.AccountLife;
import org.vigie.core.route.Ban;
import org.vigie.core.route.BanMark;
import org.vigie.core.route.BanMark.Change;
import org.vigie.core.route.PayloadKind;

/** Tells those who acted towards an account of its ban, through the pair with each of them. */
final class BanMarking {
  private BanMarking() {}

  /** An event of the account's life, with what it says of a ban. */
  static void live(RecipientState state, AccountLife life, Tags tags, Step step) {
    Ban before = state.ban.ban();
    Ban now = before.after(life, step.timeMs());
    if (now.equals(before)) {
      return;
    }
    boolean isInForce = now.isInForce(step.timeMs());
    if (before.isInForce(step.timeMs())) {
      boolean isOver = now.equals(Ban.NONE);
      state.ban = new OwnBan(now, state.ban.told());
      tell(state, life, isOver ? Change.IS_OVER : Change.CHANGES_END, tags, step);
    } else if (isInForce) {
      state.forgetContactsThrough(step.timeMs() - RecipientStop.CONTACT_MS);
      state.ban = new OwnBan(now, state.contactTags());
      tell(state, life, Change.BEGINS, tags, step);
    }
    if (!isInForce) {
      state.ban = OwnBan.NONE;
    }
  }

  private static void tell(
      RecipientState state, AccountLife life, Change change, Tags tags, Step step) {
    long ownTag = tags.account(life.community(), life.account());
    List<String> devices = change == Change.BEGINS ? devices(state, step) : List.of();
    for (long targetTag : state.ban.told()) {
      BanMark mark =
          new BanMark(
              life.community(),
              life.account(),
              ownTag,
              targetTag,
              change,
              state.ban.ban(),
              devices,
              life.origin().evidence(step.root(), 0));
      ByteWriter out = new ByteWriter(128).octet(PayloadKind.BAN_MARK.ordinal());
      mark.write(out);
      step.emit(StopName.PAIR, Tags.pairKey(ownTag, targetTag), out.toBytes());
    }
  }

  private static List<String> devices(RecipientState state, Step step) {
    List<String> devices = new ArrayList<>();
    for (OwnDevice device : state.devices) {
      boolean isRecent = device.lastMs() > step.timeMs() - RecipientStop.DEVICE_MS;
      if (isRecent && !device.joinsNobody()) {
        devices.add(device.token());
      }
    }
    return devices;
  }
}
