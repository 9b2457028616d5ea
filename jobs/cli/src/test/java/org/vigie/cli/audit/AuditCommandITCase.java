package org.vigie.cli.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.Key;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.alert.AuditEntry;
import org.vigie.alert.AuditKind;
import org.vigie.cli.ExitCode;
import org.vigie.cli.Typed;
import org.vigie.cli.broker.BrokerPlace;
import org.vigie.cli.broker.EmbeddedBroker;
import org.vigie.schemas.BinaryCodec;
import org.vigie.schemas.RecordKind;
import org.vigie.schemas.audit.AuditSeal;

/** The commands on a real broker and on files. */
final class AuditCommandITCase {
  private static final String TOPIC = "vigie.audit";
  private static final String RUN = "vigie-detection/1764493200000";
  private static final long DAY_MS = 86_400_000L;

  @TempDir private static Path folder;

  private static EmbeddedBroker broker;
  private static String servers;
  private static KeyPair keys;

  @BeforeAll
  static void startBroker() throws Exception {
    broker = EmbeddedBroker.start(new BrokerPlace(folder.resolve("broker"), 0));
    servers = broker.bootstrapServers();
    keys = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
  }

  @AfterAll
  static void stopBroker() {
    broker.close();
  }

  @BeforeEach
  void createTopic() throws Exception {
    try (Admin admin = admin()) {
      admin.createTopics(List.of(new NewTopic(TOPIC, 1, (short) 1))).all().get();
    }
  }

  @AfterEach
  void deleteTopic() throws Exception {
    try (Admin admin = admin()) {
      admin.deleteTopics(List.of(TOPIC)).all().get();
    }
  }

  @Test
  void findsTheTopicWholeAndHoldsItToTheHeadsThatWereKept() throws Exception {
    List<AuditEntry> entries = chain(4);
    send(entries);
    Path key = pem("public.pem", "PUBLIC KEY", keys.getPublic());

    Typed verified = audit("verify");
    Typed head = audit("head", "--json");
    Path kept = Files.writeString(folder.resolve("heads.jsonl"), head.out());

    assertThat(verified.code()).isEqualTo(ExitCode.DONE);
    assertThat(verified.out())
        .contains("5 entries of 1 writers, 0 of them repeats")
        .contains("heads: 1 signed, 0 not, signatures not checked: whole");
    assertThat(verified.err()).contains("what was cut off the end does not show");
    assertThat(head.out().lines())
        .singleElement()
        .asString()
        .startsWith("{\"writer\":\"" + RUN + "\",\"sequence\":5,\"hash\":\"sha256:")
        .contains("\"kind\":\"HEAD\",\"day\":\"2025-11-30\",\"signed\":true");
    assertThat(audit("head").out()).contains(RUN, "#5", "HEAD", "signed");
    Typed held = audit("verify", "--heads", kept.toString(), "--public-key", key.toString());
    assertThat(held.code()).isEqualTo(ExitCode.DONE);
    assertThat(held.err()).isEmpty();

    recreate();
    send(entries.subList(0, 3));
    assertThat(audit("verify").code()).isEqualTo(ExitCode.DONE);
    Typed cut = audit("verify", "--heads", kept.toString());
    assertThat(cut.code()).isEqualTo(ExitCode.NOT_OK);
    assertThat(cut.out()).contains("heads.jsonl:1: the topic does not hold what was kept");
  }

  @Test
  void namesTheBrokenPlaceAndWhatWasExpectedThere() throws Exception {
    List<AuditEntry> entries = chain(4);
    entries.remove(2);
    send(entries);

    Typed verified = audit("verify");
    Typed json = audit("verify", "--json");

    assertThat(verified.code()).isEqualTo(ExitCode.NOT_OK);
    assertThat(verified.out())
        .contains("vigie.audit-0@2: entries were removed, or put elsewhere")
        .contains("entry:    " + RUN + " #4", "expected: #3", "found:    #4", ": broken");
    assertThat(json.code()).isEqualTo(ExitCode.NOT_OK);
    assertThat(json.out().lines())
        .satisfiesExactly(
            line ->
                assertThat(line)
                    .startsWith("{\"what\":\"break\",\"place\":\"vigie.audit-0@2\"")
                    .contains("\"kind\":\"GAP\"", "\"expected\":\"#3\""),
            line -> assertThat(line).startsWith("{\"what\":\"sum\",\"whole\":false"));
    assertThat(audit("head").code()).isEqualTo(ExitCode.NOT_OK);
    assertThat(audit("head").out()).isEmpty();
  }

  @Test
  void namesWhatIsNoEntry() throws Exception {
    try (KafkaProducer<byte[], byte[]> producer = producer()) {
      producer.send(new ProducerRecord<>(TOPIC, new byte[] {1, 2, 3})).get();
    }

    assertThat(audit("verify").code()).isEqualTo(ExitCode.NOT_OK);
    assertThat(audit("verify").out()).contains("vigie.audit-0@0: what stands here is no audit");
  }

  @Test
  void saysThatTheBeginningIsGoneWhereTheTopicForgotIt() throws Exception {
    send(chain(4));
    try (Admin admin = admin()) {
      admin
          .deleteRecords(Map.of(new TopicPartition(TOPIC, 0), RecordsToDelete.beforeOffset(2)))
          .all()
          .get();
    }

    Typed verified = audit("verify");

    assertThat(verified.code()).isEqualTo(ExitCode.DONE);
    assertThat(verified.err()).contains("note: " + RUN + " begins here with #3");
  }

  @Test
  void readsWhatTopicsCatPrinted() throws Exception {
    send(chain(3));
    Typed cat = Typed.in("topics", "cat", TOPIC, "--json", "--bootstrap-servers", servers);
    Path file = Files.writeString(folder.resolve("audit.jsonl"), cat.out());

    assertThat(Typed.in("audit", "verify", file.toString()).code()).isEqualTo(ExitCode.DONE);
    assertThat(Typed.withInput(cat.out(), "audit", "head", "-").out()).contains(RUN);
    String changed = cat.out().replaceFirst("\"event_id\":\"r2\"", "\"event_id\":\"r9\"");
    Typed broken = Typed.withInput(changed, "audit", "verify", "-");
    assertThat(broken.code()).isEqualTo(ExitCode.NOT_OK);
    assertThat(broken.out()).contains("-:2: the entry was changed");
    String late = cat.out().lines().skip(1).reduce("", (all, line) -> all + line + "\n");
    assertThat(Typed.withInput(late, "audit", "verify", "-").code()).isEqualTo(ExitCode.NOT_OK);
    assertThat(Typed.withInput(late, "audit", "verify", "-", "--from-the-middle").code())
        .isEqualTo(ExitCode.DONE);
  }

  @Test
  void endsWithTwoForFilesThatAreNotWhatTheyShouldBe() throws Exception {
    Path empty = Files.writeString(folder.resolve("empty.jsonl"), "");
    Path noHead = Files.writeString(folder.resolve("no-head.jsonl"), "{\"writer\":\"w\"}\n");

    assertThat(Typed.in("audit", "verify", empty.toString()).code()).isEqualTo(ExitCode.DONE);
    assertThat(Typed.in("audit", "verify", "no-such-file").code()).isEqualTo(ExitCode.USAGE);
    Typed wrong = Typed.in("audit", "verify", empty.toString(), "--heads", noHead.toString());
    assertThat(wrong.code()).isEqualTo(ExitCode.USAGE);
    assertThat(wrong.err()).contains("no-head.jsonl:1 is no head");
    Typed noKey = Typed.in("audit", "verify", empty.toString(), "--public-key", empty.toString());
    assertThat(noKey.code()).isEqualTo(ExitCode.USAGE);
    assertThat(noKey.err()).contains("BEGIN PUBLIC KEY", "openssl pkey");
    assertThat(Typed.in("audit", "verify").err()).contains("no brokers were given");
  }

  /** So many reviews, and a signed head. */
  private static List<AuditEntry> chain(int reviews) {
    AuditSeal seal = new AuditSeal();
    List<AuditEntry> entries = new ArrayList<>();
    for (int i = 1; i <= reviews + 1; i++) {
      boolean isHead = i > reviews;
      AuditEntry entry =
          AuditEntry.newBuilder()
              .setWriter(RUN)
              .setSequence(i)
              .setKind(isHead ? AuditKind.HEAD : AuditKind.REVIEW_TAKEN)
              .setTime(20_422 * DAY_MS + i)
              .setEventId(isHead ? null : "r" + i)
              .setDay(isHead ? "2025-11-30" : null)
              .setPrevHash(i == 1 ? null : entries.get(i - 2).getHash())
              .build();
      entries.add(seal.sealed(isHead ? seal.signed(entry, keys.getPrivate()) : entry));
    }
    return entries;
  }

  private static void send(List<AuditEntry> entries) throws Exception {
    BinaryCodec<AuditEntry> codec = BinaryCodec.of(RecordKind.AUDIT_ENTRY, AuditEntry.class);
    try (KafkaProducer<byte[], byte[]> producer = producer()) {
      for (AuditEntry entry : entries) {
        byte[] key = entry.getWriter().getBytes(StandardCharsets.UTF_8);
        producer.send(new ProducerRecord<>(TOPIC, key, codec.encode(entry))).get();
      }
    }
  }

  private void recreate() throws Exception {
    deleteTopic();
    createTopic();
  }

  private static Path pem(String name, String title, Key key) throws Exception {
    String text = Base64.getMimeEncoder().encodeToString(key.getEncoded());
    return Files.writeString(
        folder.resolve(name),
        "-----BEGIN %1$s-----\n%2$s\n-----END %1$s-----\n".formatted(title, text));
  }

  private static Admin admin() {
    return Admin.create(Map.of("bootstrap.servers", servers));
  }

  private static KafkaProducer<byte[], byte[]> producer() {
    return new KafkaProducer<>(
        Map.of("bootstrap.servers", servers), new ByteArraySerializer(), new ByteArraySerializer());
  }

  private static Typed audit(String verb, String... arguments) {
    List<String> all = new ArrayList<>(List.of("audit", verb));
    all.addAll(List.of(arguments));
    all.addAll(List.of("--bootstrap-servers", servers));
    return Typed.in(all.toArray(String[]::new));
  }
}
