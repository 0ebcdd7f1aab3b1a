package org.mimamori.engine.directory;

import org.jspecify.annotations.Nullable;
import org.mimamori.engine.text.LocalText;

/**
 * An organisation in the tree: an office, a nursery, a school.
 *
 * @param parent code of the organisation above, or null at the root
 * @param kana reading of the name in katakana, for order; empty when unknown
 */
public record Organization(
        String code, LocalText name, String kana, @Nullable String parent) {

    public EntityRef ref() {
        return EntityRef.organization(code);
    }
}
