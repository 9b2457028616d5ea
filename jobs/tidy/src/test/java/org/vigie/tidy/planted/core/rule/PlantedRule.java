package org.vigie.tidy.planted.core.rule;

/** A rule, which the reference may see. */
public record PlantedRule(String id) {}
