package org.mimamori.ui.list;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.Optional;
import org.mimamori.engine.query.Condition.Operand;

/** The control of a comparison with nothing: "is empty". */
final class NoOperand implements OperandPane {

    private final Span nothing = new Span();

    @Override
    public Component component() {
        return nothing;
    }

    @Override
    public Optional<List<Operand>> operands() {
        return Optional.of(List.of());
    }

    @Override
    public void mark(boolean missing) {
        // Nothing can be missing.
    }
}
