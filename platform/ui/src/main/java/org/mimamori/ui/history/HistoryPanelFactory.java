package org.mimamori.ui.history;

import org.mimamori.ui.form.SidePanel;
import org.springframework.stereotype.Component;

/** Puts the history beside every record, after the discussion. */
@Component
final class HistoryPanelFactory implements SidePanel.Factory {

    private static final int SECOND = 20;

    private final HistoryDesk desk;

    HistoryPanelFactory(HistoryDesk desk) {
        this.desk = desk;
    }

    @Override
    public SidePanel create() {
        return new HistoryPanel(desk);
    }

    @Override
    public int order() {
        return SECOND;
    }
}
