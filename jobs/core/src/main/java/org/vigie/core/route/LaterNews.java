package org.vigie.core.route;

import java.util.List;
import org.vigie.core.alert.Evidence;
import org.vigie.core.bytes.ByteReader;
import org.vigie.core.bytes.ByteWriter;
import org.vigie.core.route.LinkNews.Link;

/** What links are told of what came after a ban or a meeting. */
public sealed interface LaterNews {
  /** The link. */
  Link link();

  /**
   * An account came to be.
   *
   * @param createdMs its earliest date of creation
   * @param isPerson whether rules about persons read it
   */
  record Created(Link link, long createdMs, boolean isPerson, long recordedMs)
      implements LaterNews {
    /** Packs it without its payload kind. */
    public void write(ByteWriter out) {
      link.write(out);
      out.signed(createdMs).flag(isPerson).signed(recordedMs);
    }

    /** Reads what {@link #write} packed. */
    public static Created read(ByteReader in) {
      return new Created(Link.read(in), in.signed(), in.flag(), in.signed());
    }
  }

  /**
   * An account opened a pair with a target of a banned one.
   *
   * @param banned the banned account
   * @param dateMs of its ban
   * @param mutualsKnown whether it is known that they have no friend in common
   * @param evidence the opening
   */
  record Return(
      Link link,
      String account,
      String target,
      String banned,
      long dateMs,
      boolean mutualsKnown,
      Evidence evidence,
      long recordedMs)
      implements LaterNews {
    /** Packs it without its payload kind. */
    public void write(ByteWriter out) {
      link.write(out);
      out.text(account).text(target).text(banned).signed(dateMs).flag(mutualsKnown);
      evidence.write(out);
      out.signed(recordedMs);
    }

    /** Reads what {@link #write} packed. */
    public static Return read(ByteReader in) {
      return new Return(
          Link.read(in),
          in.text(),
          in.text(),
          in.text(),
          in.signed(),
          in.flag(),
          Evidence.read(in),
          in.signed());
    }
  }

  /**
   * A meeting of the account had an aftermath.
   *
   * @param target whom it was to meet
   * @param reacted whether the target blocked or reported it
   * @param isPublic whether the place was said to be public
   * @param evidence the latest message about the meeting, and the reaction
   */
  record Aftermath(
      Link link,
      String account,
      String target,
      boolean reacted,
      boolean isPublic,
      List<Evidence> evidence,
      long recordedMs)
      implements LaterNews {
    public Aftermath {
      evidence = List.copyOf(evidence);
    }

    /** Packs it without its payload kind. */
    public void write(ByteWriter out) {
      link.write(out);
      out.text(account).text(target).flag(reacted).flag(isPublic);
      MeetingOutcome.writeEvents(evidence, out);
      out.signed(recordedMs);
    }

    /** Reads what {@link #write} packed. */
    public static Aftermath read(ByteReader in) {
      return new Aftermath(
          Link.read(in),
          in.text(),
          in.text(),
          in.flag(),
          in.flag(),
          MeetingOutcome.readEvents(in),
          in.signed());
    }
  }
}
