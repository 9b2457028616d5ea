package org.vigie.bench.report;

import org.vigie.bench.run.PeerResult;

/**
 * One peer in one round.
 *
 * @param peer its name
 * @param round from 1
 * @param brokerCpuMicrosPerEvent what the broker spent meanwhile; no part of the peer's CPU
 * @param result what the peer's process measured
 */
public record RoundResult(
    String peer, int round, double brokerCpuMicrosPerEvent, PeerResult result) {
  double steadyCpuMicros() {
    return result.steady().cpuMicrosPerEvent();
  }

  double wholeCpuMicros() {
    return result.whole().cpuMicrosPerEvent();
  }
}
