package org.mimamori.ui.form;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mimamori.engine.permission.Right;
import org.mimamori.engine.record.Actions;
import org.mimamori.engine.record.AppRecord;
import org.mimamori.engine.record.RecordService;
import org.mimamori.ui.list.ListState;
import org.mimamori.ui.shell.Words;

/** What one can do with a record that is read: change, copy, delete it, or go on to the next. */
final class RecordActions extends Div {

    private final Desk desk;
    private final Opening opening;
    private final AppRecord record;
    private final Words words;

    RecordActions(Desk desk, Opening opening, AppRecord record) {
        this.desk = desk;
        this.opening = opening;
        this.record = record;
        this.words = desk.words();
        addClassName("mm-record-actions");
        RecordService.Permitted permitted = permitted();
        if (permitted.editable()) {
            Anchor edit = button(opening.editPath(record.id()), words.of("record.edit"));
            edit.setId("record-edit");
            edit.addClassName("mm-primary");
            add(edit);
        }
        desk.actions().offered(desk.actor(), opening.app().id(), record.id()).forEach(offer -> add(action(offer)));
        if (opening.access().may(Right.ADD) && opening.app().settings().enableDuplicateRecord()) {
            add(button("apps/" + opening.app().code() + "/new?copy=" + record.id(), words.of("record.duplicate")));
        }
        if (permitted.deletable()) {
            Button delete = new Button(words.of("record.delete"), event -> confirmDeletion());
            delete.setId("record-delete");
            delete.addThemeName("tertiary error");
            add(delete);
        }
        add(neighbours());
    }

    private Anchor action(Actions.Offer offer) {
        Anchor action = button(
                StartedValues.path(offer, opening.app(), record.id()),
                offer.action().name().in(words.locale()));
        action.setId("record-action-" + offer.action().id());
        return action;
    }

    private RecordService.Permitted permitted() {
        Map<Long, RecordService.Permitted> permitted =
                desk.records().permitted(desk.actor(), opening.app().id(), List.of(record.id()));
        return permitted.getOrDefault(record.id(), RecordService.Permitted.NOTHING);
    }

    private Div neighbours() {
        Neighbours neighbours = Neighbours.of(desk.actor(), desk.records(), opening.app(), opening.list(), record.id());
        Div pair = new Div(
                neighbour(neighbours.before(), VaadinIcon.CHEVRON_UP, words.of("record.previous")),
                neighbour(neighbours.after(), VaadinIcon.CHEVRON_DOWN, words.of("record.next")));
        pair.addClassName("mm-neighbours");
        return pair;
    }

    private Anchor neighbour(Neighbours.@Nullable Place place, VaadinIcon icon, String name) {
        Anchor anchor = new Anchor();
        anchor.addClassName("mm-button");
        anchor.setAriaLabel(name);
        anchor.setTitle(name);
        anchor.add(icon.create());
        if (place == null) {
            anchor.getElement().setAttribute("aria-disabled", "true");
        } else {
            ListState list = opening.list().withAt(place.at());
            anchor.setHref(list.recordPath(opening.app(), place.record()));
        }
        return anchor;
    }

    private static Anchor button(String path, String text) {
        Anchor anchor = new Anchor(path, text);
        anchor.addClassName("mm-button");
        return anchor;
    }

    private void confirmDeletion() {
        ConfirmDialog dialog = new ConfirmDialog();
        dialog.setHeader(words.of("record.delete.title"));
        dialog.setText(words.of("record.delete.text"));
        dialog.setCancelable(true);
        dialog.setCancelText(words.of("record.delete.keep"));
        dialog.setConfirmText(words.of("record.delete.delete"));
        dialog.setConfirmButtonTheme("error primary");
        dialog.addConfirmListener(event -> delete());
        dialog.open();
    }

    private void delete() {
        RecordService.Deletion deletion = new RecordService.Deletion(record.id(), record.revision());
        desk.records().deleteAll(desk.actor(), opening.app().id(), List.of(deletion));
        desk.messages().done(words.of("record.deleted"));
        UI.getCurrent().navigate(opening.list().path(opening.app()));
    }
}
