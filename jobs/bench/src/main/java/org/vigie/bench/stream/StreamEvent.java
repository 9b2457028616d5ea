package org.vigie.bench.stream;

/**
 * Who wrote to whom and when; accounts are numbers here.
 *
 * @param index place in the stream, from 0
 * @param sender account number
 * @param recipient account number, another one
 * @param fanOut whether the sender is one of the accounts that reach out to many
 * @param recordedMs when the log records it, epoch milliseconds; never goes back
 * @param timeMs event time, 0 to {@link StreamSpec#DISORDER_MS_MAX} before {@code recordedMs}
 */
public record StreamEvent(
    int index, int sender, int recipient, boolean fanOut, long recordedMs, long timeMs) {}
