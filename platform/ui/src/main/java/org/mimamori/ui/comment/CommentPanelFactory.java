package org.mimamori.ui.comment;

import org.mimamori.ui.form.SidePanel;
import org.springframework.stereotype.Component;

/** Puts the discussion beside every record, before all other panels. */
@Component
final class CommentPanelFactory implements SidePanel.Factory {

    private static final int FIRST = 10;

    private final CommentDesk desk;

    CommentPanelFactory(CommentDesk desk) {
        this.desk = desk;
    }

    @Override
    public SidePanel create() {
        return new CommentPanel(desk);
    }

    @Override
    public int order() {
        return FIRST;
    }
}
