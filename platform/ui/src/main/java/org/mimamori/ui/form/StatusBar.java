package org.mimamori.ui.form;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mimamori.engine.directory.EntityRef;
import org.mimamori.engine.field.Field;
import org.mimamori.engine.field.SystemValue;
import org.mimamori.engine.problem.PlatformException;
import org.mimamori.engine.record.AppRecord;
import org.mimamori.engine.record.ProcessService.Standing;
import org.mimamori.engine.record.ProcessService.Step;
import org.mimamori.engine.record.ProcessService.Way;
import org.mimamori.ui.field.FieldContext;
import org.mimamori.ui.shell.Words;

/** Where a record stands in its process, who is to act, and the buttons of what the reader may do about it. */
final class StatusBar extends Div {

    private final Desk desk;
    private final AppRecord record;
    private final FieldContext context;
    private final Words words;
    private final Runnable changed;

    /** @param changed hears that the record has changed, or may have */
    StatusBar(Desk desk, Opening opening, AppRecord record, Standing standing, Runnable changed) {
        this.desk = desk;
        this.record = record;
        this.context = desk.context(opening.app(), record.id());
        this.words = desk.words();
        this.changed = changed;
        addClassName("mm-status");
        add(status(standing), assignees(standing), actions(standing));
    }

    private Div status(Standing standing) {
        Field field = context.app().fields().system(SystemValue.STATUS);
        Span badge = new Span(context.option(field, standing.status()));
        badge.addClassName("mm-status-badge");
        badge.setId("record-status");
        return pair(context.label(field), badge);
    }

    private Div assignees(Standing standing) {
        String names = standing.assignees().stream()
                .map(ref -> name(ref, standing.acted()))
                .collect(Collectors.joining(words.of("process.and")));
        Span people = new Span(names.isEmpty() ? words.of("process.nobody") : names);
        people.setId("record-assignees");
        return pair(context.label(context.app().fields().system(SystemValue.STATUS_ASSIGNEE)), people);
    }

    private String name(EntityRef ref, List<EntityRef> acted) {
        String name = context.name(ref);
        return acted.contains(ref) ? words.of("process.acted", name) : name;
    }

    private static Div pair(String label, Span value) {
        Span name = new Span(label);
        name.addClassName("mm-label");
        Div pair = new Div(name, value);
        pair.addClassName("mm-status-pair");
        return pair;
    }

    private Div actions(Standing standing) {
        Div actions = new Div();
        actions.addClassName("mm-status-actions");
        for (Way way : standing.ways()) {
            Button button =
                    new Button(way.label(), event -> new ActionDialog(context, way, chosen -> act(way, chosen)).open());
            button.addThemeName("primary");
            button.getElement().setAttribute("data-action", way.action());
            actions.add(button);
        }
        if (standing.assignable()) {
            Button assign = new Button(
                    words.of("process.assign"),
                    event -> new AssigneeDialog(context, standing.assignees(), this::assign).open());
            assign.setId("record-assign");
            assign.addThemeName("tertiary");
            actions.add(assign);
        }
        return actions;
    }

    private void act(Way way, @Nullable EntityRef assignee) {
        String next = assignee == null ? null : assignee.code();
        Step step = new Step(record.id(), way.action(), next, record.revision());
        attempt(
                () -> desk.process().act(desk.actor(), context.app().id(), step),
                words.of("process.done", way.label()));
    }

    private void assign(List<EntityRef> people) {
        List<String> codes = people.stream().map(EntityRef::code).toList();
        attempt(
                () -> desk.process().assign(desk.actor(), context.app().id(), record.id(), codes, record.revision()),
                words.of("process.assigned"));
    }

    /** Whatever came of it, the page shows the record as it is now. */
    private void attempt(Runnable write, String done) {
        try {
            write.run();
            desk.messages().done(done);
        } catch (PlatformException refused) {
            desk.messages().failed(refused.problem());
        }
        changed.run();
    }
}
