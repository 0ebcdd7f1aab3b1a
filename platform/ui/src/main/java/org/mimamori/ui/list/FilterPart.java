package org.mimamori.ui.list;

import com.vaadin.flow.component.Component;
import java.util.Optional;
import org.mimamori.engine.query.Condition;

/** A part of the filter being built: a comparison, or a group of parts. */
interface FilterPart {

    Component component();

    /** The condition; empty while nothing has been chosen, so that nothing is asked. */
    Optional<Condition> condition();

    /** Whether everything needed has been filled in; says at the controls what is missing. */
    boolean complete();
}
