package org.vigie.schemas.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.Key;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.vigie.alert.AuditEntry;
import org.vigie.schemas.audit.AuditBreak.Kind;

class AuditSealTest {
  private static KeyPair own;
  private static KeyPair other;

  private final AuditSeal seal = new AuditSeal();
  private final AuditEntry head = Chained.head(Chained.run(Chained.RUN, 1).get(0));

  @BeforeAll
  static void makeKeys() throws Exception {
    own = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    other = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
  }

  /**
   * As {@code sha256sum} says of {@code {"writer":"w/1","sequence":1,"kind":"REVIEW_TAKEN",
   * "time":1764493200001,"community":"c1","event_id":"r1","reviewer":"reviewer",
   * "decision":"CONFIRMED"}} without the spaces.
   */
  @Test
  void hashesTheJsonLineWithoutTheHash() {
    AuditEntry entry = Chained.run("w/1", 1).get(0);

    assertThat(entry.getHash())
        .isEqualTo("sha256:e07409c0940c0b996cac193c47a78a5ba8b5cb55a9f6c3eee3623c4fbecf1a8f");
    assertThat(seal.hash(AuditEntry.newBuilder(entry).setHash("other").build()))
        .isEqualTo(entry.getHash());
  }

  @Test
  void signsTheSameEntryWithTheSameBytes() {
    AuditEntry signed = seal.signed(head, own.getPrivate());

    assertThat(seal.signed(head, own.getPrivate())).isEqualTo(signed);
    assertThat(seal.isSignedBy(seal.sealed(signed), own.getPublic())).isTrue();
    assertThat(seal.isSignedBy(signed, other.getPublic())).isFalse();
    assertThat(seal.isSignedBy(head, own.getPublic())).isFalse();
    AuditEntry changed = AuditEntry.newBuilder(signed).setDay("2025-12-01").build();
    assertThat(seal.isSignedBy(changed, own.getPublic())).isFalse();
  }

  @Test
  void readsKeysInPemAndNothingElse() {
    String key = pem("PRIVATE KEY", own.getPrivate());
    String publicKey = pem("PUBLIC KEY", own.getPublic());

    assertThat(KeyText.checking("a note before it\n" + publicKey)).isEqualTo(own.getPublic());
    assertThat(seal.isSignedBy(seal.signed(head, KeyText.signing(key)), own.getPublic())).isTrue();
    assertThatThrownBy(() -> KeyText.signing(publicKey)).hasMessageContaining("PRIVATE KEY");
    assertThatThrownBy(() -> KeyText.checking(key)).hasMessageContaining("PUBLIC KEY");
    assertThatThrownBy(() -> KeyText.signing("no key")).hasMessageContaining("PRIVATE KEY");
    assertThatThrownBy(() -> KeyText.signing(publicKey.replace("PUBLIC", "PRIVATE")))
        .hasMessageContaining("no private key for Ed25519");
  }

  private static String pem(String title, Key key) {
    return "-----BEGIN %1$s-----\n%2$s\n-----END %1$s-----\n"
        .formatted(title, Base64.getMimeEncoder().encodeToString(key.getEncoded()));
  }

  @Test
  void takesHeadsByTheKeyAndNoOthersOnceThereIsOne() {
    List<AuditEntry> run = Chained.run(Chained.RUN, 1);
    AuditEntry unsigned = seal.sealed(Chained.head(run.get(0)));
    AuditEntry signed = seal.sealed(seal.signed(Chained.head(unsigned), own.getPrivate()));
    AuditEntry bare = seal.sealed(Chained.head(signed));
    AuditEntry foreign = seal.sealed(seal.signed(Chained.head(signed), other.getPrivate()));

    // The key came later than the chain: nothing to object to.
    AuditReport whole = verify(run.get(0), unsigned, signed);
    assertThat(whole.breaks()).isEmpty();
    assertThat(List.of(whole.signedHeads(), whole.unsignedHeads())).containsExactly(1L, 1L);
    assertThat(kinds(verify(run.get(0), unsigned, signed, bare))).containsExactly(Kind.SIGNATURE);
    assertThat(kinds(verify(run.get(0), unsigned, signed, foreign)))
        .containsExactly(Kind.SIGNATURE);
    assertThat(kinds(verify(run.get(0), unsigned))).containsExactly(Kind.SIGNATURE);
    assertThat(verify(run.get(0)).breaks()).isEmpty();
  }

  private static List<Kind> kinds(AuditReport report) {
    return report.breaks().stream().map(AuditBreak::kind).toList();
  }

  private static AuditReport verify(AuditEntry... entries) {
    AuditVerification verification = new AuditVerification(false, List.of(own.getPublic()));
    for (AuditEntry entry : entries) {
      verification.take(entry, "@");
    }
    return verification.report(List.of());
  }
}
