package org.mimamori.ui.history;

import org.mimamori.ui.form.SidePanel;
import org.springframework.stereotype.Component;

/** Puts the history beside every record, after the discussion. */
@Component
record HistoryPanelFactory(HistoryDesk desk) implements SidePanel.Factory {

    private static final int SECOND = 20;

    @Override
    public SidePanel create() {
        return new HistoryPanel(desk);
    }

    @Override
    public int order() {
        return SECOND;
    }
}
