package org.mimamori.engine.app;

/**
 * When the result of a report is kept.
 *
 * @param active whether it is, at present
 */
public record PeriodicReport(boolean active, Period period) {}
