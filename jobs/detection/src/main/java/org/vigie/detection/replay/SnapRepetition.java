package org.vigie.detection.replay;

import org.vigie.event.Message;
import org.vigie.schemas.BinaryCodec;
import org.vigie.schemas.Decoded;
import org.vigie.schemas.RecordKind;

/** Equal lines of a contact graph are different messages: each later one gets an id of its own. */
final class SnapRepetition implements RecordSorter.Repetition {
  private final BinaryCodec<Message> codec = BinaryCodec.of(RecordKind.MESSAGE, Message.class);

  @Override
  public SortedRecord named(SortedRecord sorted, int occurrence) {
    Decoded<Message> decoded = codec.decode(sorted.record().payload());
    if (!(decoded instanceof Decoded.Accepted<Message> accepted)) {
      throw new IllegalStateException("a sorted record was accepted before");
    }
    Message first = accepted.record();
    Message later =
        SnapLines.message(
            first.getSender(), first.getRecipients().get(0), first.getTime(), occurrence);
    return new SortedRecord(sorted.timeMs(), sorted.record().withPayload(codec.encode(later)));
  }
}
