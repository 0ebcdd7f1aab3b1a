package org.mimamori.ui.list;

import com.vaadin.flow.component.Component;
import java.util.List;
import java.util.Optional;
import org.mimamori.engine.query.Condition.Operand;

/** Where one says what a field is compared with. */
interface OperandPane {

    Component component();

    /** What was chosen; empty while it is not complete. */
    Optional<List<Operand>> operands();

    /** Says whether something is missing. */
    void mark(boolean missing);
}
