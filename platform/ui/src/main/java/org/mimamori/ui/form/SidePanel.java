package org.mimamori.ui.form;

import com.vaadin.flow.component.Component;
import org.mimamori.engine.app.AppDefinition;

/** Something that stands beside a record: its comments, its history. One panel serves one record page. */
public interface SidePanel {

    /** Key of the title in the words. */
    String titleKey();

    Component component();

    /** Shows what belongs to a record, which the person signed in may see. */
    void show(AppDefinition app, long record);

    /** Makes the panels of one kind; a Spring bean per kind. */
    interface Factory {

        SidePanel create();

        /** Place among the panels; the lowest comes first. */
        int order();
    }
}
