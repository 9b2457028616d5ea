package org.vigie.schemas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;
import org.vigie.alert.Alert;
import org.vigie.alert.DeadLetter;
import org.vigie.alert.DeadLetterCode;
import org.vigie.alert.Finding;
import org.vigie.alert.Progress;
import org.vigie.event.Channel;
import org.vigie.event.Message;
import org.vigie.event.Signal;

class JsonLineWriterTest {
  private static final Message MESSAGE =
      Message.newBuilder()
          .setEventId("m1")
          .setCommunity("c1")
          .setTime(1_719_345_600_000L)
          .setSender("a1")
          .setRecipients(List.of("b1"))
          .setChannel(Channel.DIRECT)
          .setSignals(List.of(Signal.newBuilder().setCode("PRICE").setScore(0.25).build()))
          .build();

  @Test
  void leavesOutOfAnEventWhatIsUnknown() {
    assertThat(written(MESSAGE, Recording.NONE))
        .isEqualTo(
            "{\"type\":\"message\",\"event_id\":\"m1\",\"community\":\"c1\",\"time\":1719345600000,"
                + "\"sender\":\"a1\",\"recipients\":[\"b1\"],\"channel\":\"DIRECT\","
                + "\"signals\":[{\"code\":\"PRICE\",\"score\":0.25}]}");
  }

  @Test
  void saysLastWhenAndWhereAnEventWasRecorded() {
    assertThat(written(MESSAGE, Recording.of(1_719_345_600_005L, "vigie.messages", 2, 17)))
        .endsWith(
            ",\"recorded\":1719345600005,\"topic\":\"vigie.messages\",\"partition\":2,\"offset\":17}");
  }

  @Test
  void writesWhatTheEngineSaysInFull() {
    DeadLetter letter =
        DeadLetter.newBuilder()
            .setSourceTopic("vigie.messages")
            .setPartition(0)
            .setOffset(17L)
            .setTime(1_719_345_600_000L)
            .setCode(DeadLetterCode.BAD_VALUE)
            .setMessage("is negative")
            .setField("length")
            .setPayload(ByteBuffer.wrap(new byte[] {1, 2, (byte) 0xFF}))
            .build();
    assertThat(written(letter, Recording.NONE))
        .isEqualTo(
            "{\"source_topic\":\"vigie.messages\",\"partition\":0,\"offset\":17,"
                + "\"time\":1719345600000,\"code\":\"BAD_VALUE\",\"message\":\"is negative\","
                + "\"field\":\"length\",\"payload_sha256\":null,\"payload\":\"AQL/\",\"key\":null,"
                + "\"line\":null,\"value\":null,\"allowed\":null,\"nearest\":null}");
  }

  @Test
  void ordersMapsByKeyAndWritesWholeNumbersWithoutAPoint() {
    Map<String, Double> observed = new LinkedHashMap<>();
    observed.put("share", 0.8);
    observed.put("p_value", 1e-9);
    observed.put("contacts", 12.0);
    observed.put("most", 1e300);
    Finding finding =
        Finding.newBuilder().setRule("G1").setVersion(1).setTime(5).setObserved(observed).build();
    assertThat(new String(nested(finding), StandardCharsets.UTF_8))
        .contains(
            "\"observed\":{\"contacts\":12,\"most\":1.0E300,\"p_value\":1.0E-9,\"share\":0.8}");
  }

  @Test
  void hasNoRoomForARecordingOutsideEvents() {
    Progress progress =
        Progress.newBuilder()
            .setRun("r1")
            .setSubtask(0)
            .setParallelism(1)
            .setSettledThrough(5)
            .setCheckpoint(1)
            .build();
    Recording recording = Recording.of(5, "vigie.alerts.progress", 0, 0);
    assertThatThrownBy(() -> new JsonLineWriter().write(progress, recording))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static byte[] nested(Finding finding) {
    Alert alert =
        Alert.newBuilder(
                (Alert) new SampleRecords(1, SampleRecords.Fill.REQUIRED).of(RecordKind.ALERT))
            .setFindings(List.of(finding))
            .build();
    return new JsonLineWriter().write(alert);
  }

  private static String written(SpecificRecord record, Recording recording) {
    return new String(new JsonLineWriter().write(record, recording), StandardCharsets.UTF_8);
  }
}
