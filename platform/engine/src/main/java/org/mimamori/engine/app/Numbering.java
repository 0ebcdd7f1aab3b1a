package org.mimamori.engine.app;

import org.mimamori.engine.field.FieldCode;

/**
 * An automatic number: the text field is filled when a record is added and never changes.
 *
 * @param format text with <code>{FY}</code> (fiscal year), <code>{YYYY}</code>, <code>{MM}</code>, a run of zeros in
 *     braces for the number, which is counted from 1 for each value of the rest (<code>C-{FY}-{00000}</code> starts
 *     anew each fiscal year) and grows beyond the zeros when it must, or <code>{RANDOM}</code> for 128 random bits
 */
public record Numbering(FieldCode field, String format) {}
