package org.vigie.core.order;

import com.dynatrace.hash4j.hashing.Hasher64;
import com.dynatrace.hash4j.hashing.Hashing;
import org.vigie.core.bytes.ByteWriter;

/**
 * 64-bit tags of ids and the keys made of them. The tag of an account includes its community.
 *
 * <p>Two accounts of one platform share a tag with a probability of n²/2⁶⁵: 3 in 10⁴ at 10⁸
 * accounts for any such pair to exist at all.
 */
public final class Tags {
  private final Hasher64 hasher;

  /**
   * Tags under a secret.
   *
   * @param secret of the deployment, so that nobody can choose ids that collide; part of the
   *     state's identity: it cannot change while state is kept
   */
  public Tags(long secret) {
    this.hasher = Hashing.komihash5_0(secret);
  }

  /** Tag of an account. */
  public long account(String community, String account) {
    return tag("account", community, account);
  }

  /** Tag of anything else by its kind. */
  public long tag(String kind, String community, String id) {
    int lengthBytes = kind.length() + community.length() + id.length();
    ByteWriter packed =
        new ByteWriter(lengthBytes + 16); // room for lengths: ids are ASCII as a rule
    return packed.text(kind).text(community).text(id).hash(hasher);
  }

  /**
   * Tag of an event as one key sees it.
   *
   * @param kind ordinal of what the key was sent
   * @param origin ordinal of the kind of event
   * @param party the account that tells events of one id apart
   */
  public long event(int kind, int origin, String id, long party) {
    ByteWriter packed = new ByteWriter(id.length() + 16).octet(kind).octet(origin);
    return packed.fixed64(party).text(id).hash(hasher);
  }

  /** Key of RECIPIENT or SENDER for an account's tag. */
  public static Key accountKey(long accountTag) {
    return new Key(accountTag, 0);
  }

  /** Key of PAIR for two accounts, whoever comes first. */
  public static Key pairKey(long oneTag, long otherTag) {
    return oneTag <= otherTag ? new Key(oneTag, otherTag) : new Key(otherTag, oneTag);
  }

  /** Key of LINKS for a device, place or account. */
  public Key linkKey(String kind, String community, String id) {
    return new Key(tag(kind, community, id), tag(kind + "/2", community, id));
  }
}
