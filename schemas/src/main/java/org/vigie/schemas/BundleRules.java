package org.vigie.schemas;

import static org.vigie.alert.DeadLetterCode.TOO_LARGE;

import java.nio.ByteBuffer;
import java.util.List;
import org.vigie.event.BundleSignature;
import org.vigie.event.RuleBundle;

/** What the envelope of a rule bundle must keep to; its content is nobody's business here. */
final class BundleRules {
  private BundleRules() {}

  static void check(RuleBundle bundle) throws RefusedException {
    TextRules.id("name", bundle.getName());
    RangeRules.atLeast("version", bundle.getVersion(), 1);
    RangeRules.atLeast("key_epoch", bundle.getKeyEpoch(), 0);
    RangeRules.time("published", bundle.getPublished());
    RangeRules.time("effective_from", bundle.getEffectiveFrom());
    RangeRules.timeOrUnknown("expires", bundle.getExpires());
    TextRules.idOrUnknown("publisher", bundle.getPublisher());
    RangeRules.atLeast("content_format", bundle.getContentFormat(), 1);
    TextRules.sha256("content_sha256", bundle.getContentSha256());
    parts(bundle.getContent());
    signatures(bundle.getSignatures());
  }

  private static void parts(List<ByteBuffer> parts) throws RefusedException {
    CountRules.atMost("content", parts, Limits.BUNDLE_PARTS_MAX);
    for (int at = 0; at < parts.size(); at++) {
      size("content[" + at + "]", parts.get(at), Limits.BYTES_FIELD_MAX);
    }
  }

  private static void signatures(List<BundleSignature> signatures) throws RefusedException {
    CountRules.atMost("signatures", signatures, Limits.BUNDLE_SIGNATURES_MAX);
    for (int at = 0; at < signatures.size(); at++) {
      BundleSignature one = signatures.get(at);
      try {
        TextRules.id("key_id", one.getKeyId());
        TextRules.id("algorithm", one.getAlgorithm());
        size("signature", one.getSignature(), Limits.SIGNATURE_BYTES_MAX);
      } catch (RefusedException refused) {
        throw refused.within("[" + at + "]").within("signatures");
      }
    }
  }

  private static void size(String field, ByteBuffer bytes, int bytesMax) throws RefusedException {
    if (bytes.remaining() > bytesMax) {
      throw new RefusedException(
          Refusal.of(TOO_LARGE, field, "is " + bytes.remaining() + " bytes long")
              .allowing("at most " + bytesMax + " bytes"));
    }
  }
}
