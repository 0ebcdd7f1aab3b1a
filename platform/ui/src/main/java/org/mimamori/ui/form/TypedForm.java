package org.mimamori.ui.form;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.mimamori.engine.field.FieldCode;
import org.mimamori.engine.field.Value;
import org.mimamori.engine.problem.FieldProblem;
import org.mimamori.ui.field.Editor;

/** The editors of an open form, and what was typed into them since it was opened. */
final class TypedForm {

    private final Map<FieldCode, Editor> editors = new LinkedHashMap<>();
    private final Map<FieldCode, Value> opened = new HashMap<>();

    /** Takes an editor in; the order is that of the form. */
    void add(FieldCode code, Editor editor) {
        editors.put(code, editor);
    }

    Optional<Editor> editor(FieldCode code) {
        return Optional.ofNullable(editors.get(code));
    }

    void forEach(Consumer<? super Map.Entry<FieldCode, Editor>> action) {
        editors.entrySet().forEach(action);
    }

    /** Shows a value from which changes count from now on. */
    void open(FieldCode code, Value value) {
        editor(code).ifPresent(editor -> {
            editor.show(value);
            // An editor may hold a value in its own form: without what is calculated inside, options in order.
            opened.put(code, editor.value());
        });
    }

    /** Takes another value as the one changes count from, and leaves alone what was typed. */
    void rebase(FieldCode code, Value value) {
        editor(code).ifPresent(editor -> {
            Value typed = editor.value();
            editor.show(value);
            opened.put(code, editor.value());
            editor.show(typed);
        });
    }

    /** Everything that stands in the form and can be read as a value. */
    Map<FieldCode, Value> values() {
        Map<FieldCode, Value> values = new LinkedHashMap<>();
        editors.forEach((code, editor) -> {
            if (editor.faults().isEmpty()) {
                values.put(code, editor.value());
            }
        });
        return values;
    }

    /** What differs from what the form was opened with. */
    Map<FieldCode, Value> changes() {
        Map<FieldCode, Value> changes = values();
        changes.entrySet().removeIf(entry -> Objects.equals(opened.get(entry.getKey()), entry.getValue()));
        return changes;
    }

    /** Whether leaving would lose something. */
    boolean dirty() {
        return !faults().isEmpty() || !changes().isEmpty();
    }

    /** What was typed but is no value. */
    List<FieldProblem> faults() {
        List<FieldProblem> faults = new ArrayList<>();
        editors.values().forEach(editor -> faults.addAll(editor.faults()));
        return faults;
    }
}
