package org.mimamori.engine.app;

import org.mimamori.engine.field.FieldCode;

/**
 * An option of a choice that got another name in the preview. Records hold options by name, so they are rewritten once
 * the preview is deployed.
 *
 * @param field code of the field as the preview has it
 */
public record OptionRename(FieldCode field, String from, String to) {}
