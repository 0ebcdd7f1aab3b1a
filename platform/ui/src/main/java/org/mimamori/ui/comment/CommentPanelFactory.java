package org.mimamori.ui.comment;

import org.mimamori.ui.form.SidePanel;
import org.springframework.stereotype.Component;

/** Puts the discussion beside every record, before all other panels. */
@Component
record CommentPanelFactory(CommentDesk desk) implements SidePanel.Factory {

    private static final int FIRST = 10;

    @Override
    public SidePanel create() {
        return new CommentPanel(desk);
    }

    @Override
    public int order() {
        return FIRST;
    }
}
