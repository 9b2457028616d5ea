package org.vigie.core.event;

/**
 * An event as it stands in the record.
 *
 * @param event what the platform sent
 * @param recordedMs when the log recorded it (append time), epoch milliseconds; for a file line
 *     that does not say, the event's own time
 * @param position where it stands
 */
public record RecordedEvent(Event event, long recordedMs, Position position) {}
