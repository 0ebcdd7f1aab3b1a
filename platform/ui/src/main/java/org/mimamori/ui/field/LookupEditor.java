package org.mimamori.ui.field;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mimamori.engine.field.Value;
import org.mimamori.engine.problem.FieldProblem;
import org.mimamori.engine.record.AppRecord;
import org.mimamori.engine.record.RecordPage;

/**
 * An editor of a lookup: one types the key, or part of it, or picks from the source records. A text that leads to one
 * record is taken at once; else one is told to pick.
 */
final class LookupEditor implements Editor {

    /** Candidates looked at to find the one whose key is what was typed. */
    private static final int LOOKED_AT = 50;

    private final LookupSource source;
    private final FieldContext context;
    private final Editor key;
    private final FieldFrame frame;
    private final Button clear;
    private final List<Runnable> listeners = new ArrayList<>();
    private @Nullable FieldProblem fault;

    /** @param key the editor in which the key itself is typed */
    LookupEditor(LookupSource source, FieldContext context, Editor key, Place place) {
        this.source = source;
        this.context = context;
        this.key = key;
        Button search = new Button(context.words().of("field.lookup.search"), event -> pick());
        this.clear = new Button(context.words().of("field.lookup.clear"), event -> clear());
        clear.addThemeName("tertiary");
        this.frame = Labels.name(FieldFrame.beside(key.component(), search, clear), source.field(), context, place);
        frame.addClassName("mm-lookup");
        key.component().getElement().removeAttribute(Labels.FIELD);
        key.onChange(this::typed);
    }

    @Override
    public Component component() {
        return frame;
    }

    @Override
    public Value value() {
        return fault == null ? key.value() : Value.BLANK;
    }

    @Override
    public List<FieldProblem> faults() {
        FieldProblem found = fault;
        return found == null ? key.faults() : List.of(found);
    }

    @Override
    public void show(Value value) {
        fault = null;
        key.show(value);
        clear.setVisible(!value.isBlank());
    }

    @Override
    public void report(List<FieldProblem> problems) {
        Reports.show(frame, problems, context.words());
    }

    @Override
    public void require(boolean required) {
        frame.setRequiredIndicatorVisible(required);
    }

    @Override
    public void focus() {
        key.focus();
    }

    @Override
    public void onChange(Runnable listener) {
        listeners.add(listener);
    }

    private void typed() {
        fault = null;
        if (!key.value().isBlank()) {
            resolve(key.value());
        }
        clear.setVisible(!key.value().isBlank());
        listeners.forEach(Runnable::run);
    }

    private void resolve(Value typed) {
        RecordPage page = source.find(text(typed), 0, LOOKED_AT);
        List<AppRecord> records = page.records();
        List<AppRecord> exact = records.stream()
                .filter(candidate -> source.key(candidate).equals(typed))
                .toList();
        if (!exact.isEmpty()) {
            return;
        }
        if (records.size() == 1) {
            key.show(source.key(records.getFirst()));
        } else {
            String code = source.field().code().text();
            fault = records.isEmpty()
                    ? FieldProblem.of(code, "lookup.missed", text(typed))
                    : FieldProblem.of(code, "lookup.several", found(page));
        }
    }

    private static long found(RecordPage page) {
        Long total = page.total();
        return total == null ? page.records().size() : total;
    }

    private void pick() {
        String typed = fault == null ? "" : text(key.value());
        new LookupDialog(source, context, typed, this::take).open();
    }

    private void take(AppRecord chosen) {
        show(source.key(chosen));
        listeners.forEach(Runnable::run);
        key.focus();
    }

    private void clear() {
        show(Value.BLANK);
        listeners.forEach(Runnable::run);
        key.focus();
    }

    private String text(Value typed) {
        return source.field().plainText(typed);
    }
}
