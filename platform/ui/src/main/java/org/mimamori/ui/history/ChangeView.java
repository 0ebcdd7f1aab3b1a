package org.mimamori.ui.history;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.Icon;
import com.vaadin.flow.component.icon.VaadinIcon;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.mimamori.engine.change.Change;
import org.mimamori.engine.change.Change.Diff;
import org.mimamori.engine.change.Change.What;
import org.mimamori.engine.field.Field;
import org.mimamori.engine.field.FieldCode;
import org.mimamori.engine.process.StatusAction;
import org.mimamori.engine.record.RecordIntake;
import org.mimamori.ui.field.FieldContext;
import org.mimamori.ui.shell.TimeText;
import org.mimamori.ui.shell.Words;

/** One entry of a record's history. */
final class ChangeView extends ListItem {

    private final FieldContext fields;
    private final HistoryDesk desk;
    private final Words words;

    ChangeView(Change change, FieldContext fields, HistoryDesk desk) {
        this.fields = fields;
        this.desk = desk;
        this.words = desk.words();
        addClassName("change");
        add(head(change), details(change.what()));
        if (!change.reason().isEmpty()) {
            add(new Paragraph(reason(change.reason())));
        }
    }

    private String reason(String reason) {
        return reason.equals(RecordIntake.REASON) ? words.of("history.fromAFile") : words.of("history.reason", reason);
    }

    private Div head(Change change) {
        Span who = new Span(desk.names().withPlace(change.actor()));
        who.addClassName("change-who");
        Icon sign = sign(change.what()).create();
        sign.getElement().setAttribute("aria-hidden", "true");
        Div line =
                new Div(what(change), new TimeText(change.at(), fields.person().zone(), desk.when()));
        line.addClassName("change-line");
        if (change.revision() > 0) {
            Span revision = new Span(words.of("history.revision", Long.toString(change.revision())));
            revision.addClassName("change-revision");
            line.add(revision);
        }
        Div head = new Div(sign, new Div(who, line));
        head.addClassName("change-head");
        return head;
    }

    /** What was done; for a comment, the way to it. */
    private Component what(Change change) {
        String said = said(change.what());
        return change.what() instanceof What.Commented commented
                ? new Anchor(
                        "apps/" + fields.app().code() + "/" + change.record() + "?comment=" + commented.comment(), said)
                : new Span(said);
    }

    private String said(What what) {
        return switch (what) {
            case What.Created created -> words.of("history.created");
            case What.Updated updated ->
                words.of("history.updated", updated.diffs().size());
            case What.StatusChanged changed -> words.of("history.statusChanged", action(changed.action()));
            case What.Deleted deleted -> words.of("history.deleted");
            case What.Commented commented -> words.of("history.commented");
            case What.CommentDeleted deleted -> words.of("history.commentDeleted");
            case What.Deployed deployed -> words.of("history.deployed");
            case What.Imported imported -> words.of("history.fromAFile");
            case What.ThreadCommented commented -> words.of("history.commented");
            case What.Administered administered -> words.of("history.administered");
        };
    }

    /** The action in the reader's language, while the process has it. */
    private String action(String name) {
        return fields.app().process().actions().stream()
                .map(StatusAction::name)
                .filter(text -> text.base().equals(name))
                .findFirst()
                .map(text -> text.in(fields.locale()))
                .orElse(name);
    }

    private static VaadinIcon sign(What what) {
        return switch (what) {
            case What.Created created -> VaadinIcon.PLUS_CIRCLE_O;
            case What.Updated updated -> VaadinIcon.PENCIL;
            case What.StatusChanged changed -> VaadinIcon.ARROW_CIRCLE_RIGHT_O;
            case What.Deleted deleted -> VaadinIcon.TRASH;
            case What.Commented commented -> VaadinIcon.COMMENT_O;
            case What.CommentDeleted deleted -> VaadinIcon.COMMENT_ELLIPSIS_O;
            case What.Deployed deployed -> VaadinIcon.TOOLS;
            case What.Imported imported -> VaadinIcon.DOWNLOAD_ALT;
            case What.ThreadCommented commented -> VaadinIcon.COMMENT_O;
            case What.Administered administered -> VaadinIcon.TOOLS;
        };
    }

    private Component details(What what) {
        return switch (what) {
            case What.Created created -> diffs(created.diffs());
            case What.Updated updated -> diffs(updated.diffs());
            case What.StatusChanged changed -> diffs(changed.diffs());
            case What.Deleted deleted -> diffs(deleted.diffs());
            case What.Commented commented -> new Div();
            case What.CommentDeleted deleted -> new Div();
            case What.Deployed deployed -> new Div();
            case What.Imported imported -> new Div();
            case What.ThreadCommented commented -> new Div();
            case What.Administered administered -> new Div();
        };
    }

    private Component diffs(List<Diff> diffs) {
        DescriptionList list = new DescriptionList();
        list.addClassName("diffs");
        DiffView view = new DiffView(fields);
        Map<FieldCode, Diff> byField =
                diffs.stream().collect(Collectors.toMap(Diff::field, Function.identity(), (first, second) -> second));
        // In the order of the form. A field that has left it no longer has a name to show its change under.
        for (Field field : fields.app().fields().top()) {
            Diff diff = byField.get(field.code());
            if (diff != null) {
                list.add(new DescriptionList.Term(fields.label(field)));
                list.add(new DescriptionList.Description(view.of(field, diff.before(), diff.after())));
            }
        }
        return list;
    }
}
