package org.mimamori.ui.form;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import java.util.function.Consumer;
import org.mimamori.engine.app.AppDefinition;
import org.mimamori.engine.field.FieldCode;
import org.mimamori.engine.problem.FieldProblem;
import org.mimamori.ui.shell.Words;

/** What keeps a record from being saved, above the form; each problem leads to its field. */
final class ProblemSummary extends Div {

    private final AppDefinition app;
    private final Words words;
    private final Consumer<FieldCode> goTo;

    /** @param goTo takes the reader to a field */
    ProblemSummary(AppDefinition app, Words words, Consumer<FieldCode> goTo) {
        this.app = app;
        this.words = words;
        this.goTo = goTo;
        addClassName("mm-problems");
        getElement().setAttribute("role", "alert");
        setVisible(false);
    }

    void show(List<FieldProblem> problems) {
        removeAll();
        setVisible(!problems.isEmpty());
        if (problems.isEmpty()) {
            return;
        }
        Paragraph title = new Paragraph(words.of("record.problems", problems.size()));
        title.addClassName("mm-problems-title");
        UnorderedList list = new UnorderedList();
        problems.forEach(problem -> list.add(new ListItem(link(problem))));
        add(title, list);
    }

    /** Where the problem is to be mended: its field, or the table its field stands in. */
    static FieldCode place(FieldProblem problem) {
        String table = problem.table();
        return new FieldCode(table == null ? problem.field() : table);
    }

    private Button link(FieldProblem problem) {
        Button link = new Button(words.of(problem, app), event -> goTo.accept(place(problem)));
        link.addThemeName("tertiary-inline");
        link.addClassName("mm-problem");
        return link;
    }
}
