package org.mimamori.ui.shell;

import com.vaadin.flow.component.avatar.Avatar;

/** The round sign of a person beside their name: the first character in a colour of their own. Decoration only. */
public final class Portrait extends Avatar {

    private static final int COLOURS = 7;

    /** @param code what tells people of one name apart */
    public Portrait(String name, String code) {
        super(name);
        String bare = name.strip();
        setAbbreviation(bare.isEmpty() ? "" : bare.substring(0, bare.offsetByCodePoints(0, 1)));
        setColorIndex(Math.floorMod(code.hashCode(), COLOURS));
        getElement().setAttribute("aria-hidden", "true");
    }
}
