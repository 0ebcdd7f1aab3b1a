package org.mimamori.ui.admin;

import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Paragraph;
import java.util.List;
import java.util.stream.Stream;
import org.mimamori.engine.app.DefinitionMessages;
import org.mimamori.engine.problem.DefinitionProblem;
import org.mimamori.ui.shell.Words;

/** What is wrong with definitions: file, place in it, and the sentence. */
final class RefusedList extends Div {

    private final Words words;
    private final DefinitionMessages sentences;

    RefusedList(Words words, DefinitionMessages sentences) {
        this.words = words;
        this.sentences = sentences;
    }

    void show(List<DefinitionProblem> problems) {
        removeAll();
        if (problems.isEmpty()) {
            Paragraph nothing = new Paragraph(words.of("admin.refused.none"));
            nothing.addClassName("empty");
            add(nothing);
            return;
        }
        NativeTable table = new NativeTable();
        table.addClassName("refused");
        NativeTableRow head = table.getHead().addRow();
        Stream.of("file", "place", "what")
                .map(key -> new NativeTableHeaderCell(words.of("admin.refused." + key)))
                .forEach(head::add);
        problems.forEach(problem -> table.getBody().add(row(problem)));
        add(new Paragraph(words.of("admin.refused.text")), table);
    }

    private NativeTableRow row(DefinitionProblem problem) {
        String pointer = problem.pointer().isEmpty() ? words.of("admin.refused.whole") : problem.pointer();
        return new NativeTableRow(
                new NativeTableCell(problem.file()),
                new NativeTableCell(new Code(pointer)),
                new NativeTableCell(sentences.sentence(problem, words.locale())));
    }
}
