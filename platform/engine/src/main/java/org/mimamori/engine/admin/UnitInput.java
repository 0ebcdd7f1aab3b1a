package org.mimamori.engine.admin;

import org.jspecify.annotations.Nullable;

/**
 * What is to be known of an organisation or group. Null leaves a thing as it is.
 *
 * @param localName the name in another language, empty for none
 * @param localNameLocale ISO 639 code of that language
 * @param parent code of the organisation above, empty for none; not for groups
 */
public record UnitInput(
        String code,
        @Nullable String name,
        @Nullable String localName,
        @Nullable String localNameLocale,
        @Nullable String parent,
        @Nullable String description) {}
