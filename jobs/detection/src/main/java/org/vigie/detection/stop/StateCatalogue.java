package org.vigie.detection.stop;

import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.BasicTypeInfo;
import org.apache.flink.api.common.typeutils.base.array.BytePrimitiveArraySerializer;
import org.vigie.detection.rules.RuleBundle;
import org.vigie.detection.type.Types;

/**
 * All state of the job. What the bytes of {@link #FOLD} hold, with cap and reason, each stop states
 * in core.
 *
 * <ul>
 *   <li>{@code fold}: keyed, one value a stop and key; ends by the stop's own expiry deadline, an
 *       event-time timer; no Flink TTL, which counts wall time and would make a replay differ.
 *   <li>{@code bundles}: broadcast, one entry a rule set, the newest {@link
 *       org.vigie.core.fold.RuleHistory#RULE_SETS_MAX}; a few kilobytes. Metrics ruleSets,
 *       ruleSetsDropped.
 *   <li>timers {@code deadlines}: at most one a key.
 *   <li>{@code run} and {@code settled-through} of the hop that encodes alerts: one number each a
 *       subtask.
 *   <li>{@code audit-*} of the hop that writes the audit: where its chain stands, notes of the time
 *       that has not passed yet, entries of the time since the last checkpoint.
 * </ul>
 */
final class StateCatalogue {
  /** Core and tail of a key, packed, with a version byte. */
  static final ValueStateDescriptor<byte[]> FOLD =
      new ValueStateDescriptor<>("fold", BytePrimitiveArraySerializer.INSTANCE);

  /** Rule sets in force at one time or another, by id. */
  static final MapStateDescriptor<String, RuleBundle> BUNDLES =
      new MapStateDescriptor<>("bundles", BasicTypeInfo.STRING_TYPE_INFO, Types.RULE_BUNDLE);

  /** Name of the timers. */
  static final String DEADLINES = "deadlines";

  private StateCatalogue() {}
}
