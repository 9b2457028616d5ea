package org.vigie.bench.peer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.apache.flink.api.common.functions.DefaultOpenContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.vigie.detection.decode.EventEncoder;
import org.vigie.event.Channel;
import org.vigie.event.Interaction;
import org.vigie.event.InteractionKind;
import org.vigie.event.Message;
import org.vigie.event.SessionEvent;
import org.vigie.event.SessionKind;

class DecodeEventTest {
  private final EventEncoder encoder = new EventEncoder();
  private final DecodeEvent decode = new DecodeEvent();

  @BeforeEach
  void open() {
    decode.open(DefaultOpenContext.INSTANCE);
  }

  @Test
  void takesTheFirstOfSeveralRecipientsAndTheRoomOfAPost() throws IOException {
    Observation group = observed(message(Channel.GROUP).setRecipients(List.of("r", "s")).build());
    Observation post = observed(message(Channel.ROOM).setRoom("hall").build());

    assertThat(List.of(group.sender(), group.recipient())).containsExactly("w", "r");
    assertThat(List.of(post.sender(), post.recipient())).containsExactly("w", "hall");
  }

  @Test
  void takesAnAccountTowardsItselfAndAnActorTowardsTheTarget() throws IOException {
    Observation session =
        observed(
            SessionEvent.newBuilder()
                .setEventId("s1")
                .setCommunity("c")
                .setTime(1_000)
                .setAccount("x")
                .setKind(SessionKind.SIGNED_IN)
                .build());
    Observation block =
        observed(
            Interaction.newBuilder()
                .setEventId("i1")
                .setCommunity("c")
                .setTime(2_000)
                .setActor("y")
                .setTarget("z")
                .setKind(InteractionKind.BLOCK)
                .build());

    assertThat(session.eventId()).isEqualTo("s1");
    assertThat(List.of(session.sender(), session.recipient())).containsExactly("x", "x");
    assertThat(block.timeMs()).isEqualTo(2_000);
    assertThat(List.of(block.sender(), block.recipient())).containsExactly("y", "z");
  }

  private Observation observed(SpecificRecord event) throws IOException {
    return decode.map(encoder.encode(event));
  }

  private static Message.Builder message(Channel channel) {
    return Message.newBuilder()
        .setEventId("m1")
        .setCommunity("c")
        .setTime(1_000)
        .setSender("w")
        .setChannel(channel);
  }
}
