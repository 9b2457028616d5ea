package org.vigie.detection.option;

/**
 * Options that are passed on to somebody else under the rest of their name.
 *
 * @param prefix how their names begin, with its last dot
 * @param about who gets them
 */
public record OptionPrefix(String prefix, String about) {}
