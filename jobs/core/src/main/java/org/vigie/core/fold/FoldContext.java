package org.vigie.core.fold;

/** What all keys of a stop on one thread have in common. */
public record FoldContext(FoldSettings settings, RuleHistory rules, FoldCounters counters) {}
