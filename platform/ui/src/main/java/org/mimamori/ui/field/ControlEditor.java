package org.mimamori.ui.field;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.shared.HasValidationProperties;
import com.vaadin.flow.component.shared.InputField;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.mimamori.engine.field.Field;
import org.mimamori.engine.field.Value;
import org.mimamori.engine.problem.FieldProblem;

/** An editor that is one control, or a frame of several, and the way between what stands there and a value. */
final class ControlEditor<C extends Component & InputField<?, ?> & HasValidationProperties> implements Editor {

    private final Field field;
    private final FieldContext context;
    private final C control;
    private final Runnable focus;
    private final Supplier<Typed> read;
    private final Consumer<Value> write;
    private final List<Runnable> listeners = new ArrayList<>();
    private boolean showing;

    /**
     * An editor of which {@link #changed} must be told.
     *
     * @param focus puts the cursor where one starts to type
     * @param read what stands in the control
     * @param write puts a value there
     */
    ControlEditor(
            Field field, FieldContext context, C control, Runnable focus, Supplier<Typed> read, Consumer<Value> write) {
        this.field = field;
        this.context = context;
        this.control = control;
        this.focus = focus;
        this.read = read;
        this.write = write;
    }

    /** An editor of one control that holds all there is. */
    static <C extends Component & InputField<?, T> & HasValidationProperties, T> ControlEditor<C> of(
            Field field, FieldContext context, C control, Function<T, Typed> read, Function<Value, T> write) {
        ControlEditor<C> editor = new ControlEditor<>(
                field,
                context,
                control,
                () -> control.getElement().callJsFunction("focus"),
                () -> read.apply(control.getValue()),
                value -> control.setValue(write.apply(value)));
        control.addValueChangeListener(event -> editor.changed());
        return editor;
    }

    @Override
    public Component component() {
        return control;
    }

    @Override
    public Value value() {
        return switch (read.get()) {
            case Typed.Read(Value value) -> value;
            case Typed.Fault fault -> Value.BLANK;
        };
    }

    @Override
    public List<FieldProblem> faults() {
        return switch (read.get()) {
            case Typed.Read ok -> List.of();
            case Typed.Fault(String key, List<Object> args) ->
                List.of(FieldProblem.of(field.code().text(), key, args.toArray()));
        };
    }

    @Override
    public void show(Value value) {
        showing = true;
        try {
            write.accept(value);
        } finally {
            showing = false;
        }
    }

    @Override
    public void report(List<FieldProblem> problems) {
        Reports.show(control, problems, context.words());
    }

    @Override
    public void require(boolean required) {
        control.setRequiredIndicatorVisible(required);
    }

    @Override
    public void focus() {
        focus.run();
    }

    @Override
    public void onChange(Runnable listener) {
        listeners.add(listener);
    }

    /** The person changed what stands there. What could be read is shown as it was understood: １，２００ as 1200. */
    void changed() {
        if (showing) {
            return;
        }
        if (read.get() instanceof Typed.Read(Value value)) {
            show(value);
        }
        listeners.forEach(Runnable::run);
    }
}
