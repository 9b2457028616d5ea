package org.vigie.core.route;

import java.util.ArrayList;
import java.util.List;
import org.vigie.core.age.AgeView;
import org.vigie.core.alert.Counterpart;
import org.vigie.core.alert.Evidence;
import org.vigie.core.alert.PendingMeeting;
import org.vigie.core.alert.Via;
import org.vigie.core.bytes.ByteReader;
import org.vigie.core.bytes.ByteWriter;

/** What SENDER tells a link (a device, a place, or failing both the account itself). */
public sealed interface LinkNews {
  /** The link. */
  Link link();

  /** The account that the news is about. */
  String account();

  /** A device, place or account by its id. */
  record Link(String community, Via via, String id) {
    private static final Via[] VIAS = Via.values();

    void write(ByteWriter out) {
      out.text(community).octet(via.ordinal()).text(id);
    }

    static Link read(ByteReader in) {
      return new Link(in.text(), VIAS[in.octet()], in.text());
    }
  }

  /**
   * The account was seen on the device, or its household or what is believed of its age changed.
   *
   * @param sighting whether it was seen now
   * @param joinsNobody whether the event says that the device is shared or on a common network
   * @param isEmulator whether the event says that the device is an emulator
   * @param isHosting whether the event came over a hosting network
   * @param household tags of the accounts in a household with it
   * @param evidence the event that changed it
   */
  record Seen(
      Link link,
      String account,
      long accountTag,
      boolean sighting,
      boolean joinsNobody,
      boolean isEmulator,
      boolean isHosting,
      long[] household,
      Summary summary,
      Evidence evidence,
      long recordedMs)
      implements LinkNews {
    /** Packs it without its payload kind. */
    public void write(ByteWriter out) {
      link.write(out);
      out.text(account).fixed64(accountTag).flag(sighting).flag(joinsNobody);
      out.flag(isEmulator).flag(isHosting);
      PairChange.writeTags(household, out);
      summary.write(out);
      evidence.write(out);
      out.signed(recordedMs);
    }

    /** Reads what {@link #write} packed. */
    public static Seen read(ByteReader in) {
      return new Seen(
          Link.read(in),
          in.text(),
          in.fixed64(),
          in.flag(),
          in.flag(),
          in.flag(),
          in.flag(),
          PairChange.readTags(in),
          Summary.read(in),
          Evidence.read(in),
          in.signed());
    }
  }

  /** The account no longer keeps the device: it was seen on many others since. */
  record Left(Link link, String account, long recordedMs) implements LinkNews {
    /** Packs it without its payload kind. */
    public void write(ByteWriter out) {
      link.write(out);
      out.text(account).signed(recordedMs);
    }

    /** Reads what {@link #write} packed. */
    public static Left read(ByteReader in) {
      return new Left(Link.read(in), in.text(), in.signed());
    }
  }

  /**
   * A meeting of the account.
   *
   * @param id the platform's id of the meeting, may be empty
   * @param with who it is with
   * @param isOpen false when it was refused, cancelled, moved away from the place or went well
   * @param isProposer whether the account proposed it
   * @param isNews whether it was proposed, accepted or moved just now, not only told again
   * @param endMs until when it is pending, inclusive
   */
  record OfMeeting(
      Link link,
      String account,
      String id,
      Counterpart with,
      boolean isOpen,
      boolean isProposer,
      boolean isNews,
      String place,
      long timeMs,
      long endMs,
      Evidence evidence,
      long recordedMs)
      implements LinkNews {
    /** As an alert names it. */
    public PendingMeeting pending() {
      return new PendingMeeting(id, account, with.account(), false, place, timeMs, endMs);
    }

    /** Whether the other news is about the same meeting. */
    public boolean isSameAs(OfMeeting other) {
      return account.equals(other.account)
          && id.equals(other.id)
          && with.account().equals(other.with.account());
    }

    /** Packs it without its payload kind. */
    public void write(ByteWriter out) {
      link.write(out);
      out.text(account).text(id);
      with.write(out);
      out.flag(isOpen).flag(isProposer).flag(isNews).text(place).signed(timeMs).signed(endMs);
      evidence.write(out);
      out.signed(recordedMs);
    }

    /** Reads what {@link #write} packed. */
    public static OfMeeting read(ByteReader in) {
      return new OfMeeting(
          Link.read(in),
          in.text(),
          in.text(),
          Counterpart.read(in),
          in.flag(),
          in.flag(),
          in.flag(),
          in.text(),
          in.signed(),
          in.signed(),
          Evidence.read(in),
          in.signed());
    }
  }

  /** The account proposed a meeting at the place. */
  record Proposal(Link link, String account, long recordedMs) implements LinkNews {
    /** Packs it without its payload kind. */
    public void write(ByteWriter out) {
      link.write(out);
      out.text(account).signed(recordedMs);
    }

    /** Reads what {@link #write} packed. */
    public static Proposal read(ByteReader in) {
      return new Proposal(Link.read(in), in.text(), in.signed());
    }
  }

  /**
   * A violent report about the account, by someone who counts.
   *
   * @param age what is believed of the account's age
   * @param isNews whether it was reported just now, not only told again
   * @param timeMs when it was reported, effective time
   */
  record OfReport(
      Link link,
      String account,
      AgeView age,
      Counterpart reporter,
      boolean isNews,
      long timeMs,
      Evidence evidence,
      long recordedMs)
      implements LinkNews {
    /** Packs it without its payload kind. */
    public void write(ByteWriter out) {
      link.write(out);
      out.text(account);
      age.write(out);
      reporter.write(out);
      out.flag(isNews).signed(timeMs);
      evidence.write(out);
      out.signed(recordedMs);
    }

    /** Reads what {@link #write} packed. */
    public static OfReport read(ByteReader in) {
      return new OfReport(
          Link.read(in),
          in.text(),
          AgeView.read(in),
          Counterpart.read(in),
          in.flag(),
          in.signed(),
          Evidence.read(in),
          in.signed());
    }
  }

  /**
   * The account left a trace at the link.
   *
   * @param whom towards whom, accounts or one room; empty if towards nobody
   * @param isRoom whether that is a room
   * @param place the place of a proposal, else empty
   * @param isMarked what the kind of link says of it: verified media, a coded post
   * @param ageGap of the account and the other, the account the older, fixed-point
   */
  record Trace(
      Link link,
      String account,
      List<String> whom,
      boolean isRoom,
      String place,
      boolean isMarked,
      long ageGap,
      Evidence evidence,
      long recordedMs)
      implements LinkNews {
    public Trace {
      whom = List.copyOf(whom);
    }

    /** Packs it without its payload kind. */
    public void write(ByteWriter out) {
      link.write(out);
      out.text(account).number(whom.size());
      whom.forEach(out::text);
      out.flag(isRoom).text(place).flag(isMarked).number(ageGap);
      evidence.write(out);
      out.signed(recordedMs);
    }

    /** Reads what {@link #write} packed. */
    public static Trace read(ByteReader in) {
      Link link = Link.read(in);
      String account = in.text();
      List<String> whom = new ArrayList<>();
      for (int left = in.count(); left > 0; left--) {
        whom.add(in.text());
      }
      return new Trace(
          link,
          account,
          whom,
          in.flag(),
          in.text(),
          in.flag(),
          in.number(),
          Evidence.read(in),
          in.signed());
    }
  }
}
