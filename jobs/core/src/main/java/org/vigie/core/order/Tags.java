package org.vigie.core.order;

import com.dynatrace.hash4j.hashing.HashStream64;
import com.dynatrace.hash4j.hashing.Hasher64;
import com.dynatrace.hash4j.hashing.Hashing;

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
    HashStream64 stream = hasher.hashStream();
    return stream.putString(kind).putString(community).putString(id).getAsLong();
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
