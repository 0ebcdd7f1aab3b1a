package org.mimamori.ui.field;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.contextmenu.MenuItem;
import com.vaadin.flow.component.contextmenu.SubMenu;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.menubar.MenuBar;
import org.mimamori.ui.shell.Words;

/** What one can do with a row of a table. */
final class RowMenu {

    private final MenuBar bar = new MenuBar();
    private final MenuItem up;
    private final MenuItem down;

    RowMenu(RowEditor row, TableEditor.RowActions actions, Words words) {
        bar.addThemeName("icon tertiary");
        MenuItem opener = bar.addItem(VaadinIcon.ELLIPSIS_DOTS_V.create());
        opener.setAriaLabel(words.of("field.table.row"));
        SubMenu menu = opener.getSubMenu();
        menu.addItem(words.of("field.table.insert"), event -> actions.insertBelow(row));
        menu.addItem(words.of("field.table.duplicate"), event -> actions.duplicate(row));
        up = menu.addItem(words.of("field.table.up"), event -> actions.move(row, -1));
        down = menu.addItem(words.of("field.table.down"), event -> actions.move(row, 1));
        menu.addItem(words.of("field.table.remove"), event -> actions.remove(row));
    }

    Component component() {
        return bar;
    }

    void allow(boolean upwards, boolean downwards) {
        up.setEnabled(upwards);
        down.setEnabled(downwards);
    }
}
