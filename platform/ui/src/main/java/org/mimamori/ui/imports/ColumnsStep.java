package org.mimamori.ui.imports;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.select.Select;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.mimamori.engine.app.AppDefinition;
import org.mimamori.engine.field.Field;
import org.mimamori.engine.imports.FileFormat;
import org.mimamori.engine.imports.ImportPlan;
import org.mimamori.engine.imports.Imports;
import org.mimamori.engine.problem.PlatformException;
import org.mimamori.engine.record.RecordIntake.Mode;
import org.mimamori.ui.shell.Words;

/** Shows how the file would be read, and lets one correct it. */
final class ColumnsStep extends Div {

    private final ImportDesk desk;
    private final AppDefinition app;
    private final ImportDialog.ChosenFile file;
    private final Words words;
    private final Select<FileFormat.Encoding> encoding = new Select<>();
    private final Select<FileFormat.Separator> separator = new Select<>();
    private final RadioButtonGroup<Mode> mode = new RadioButtonGroup<>();
    private final Select<Field> key = new Select<>();
    private final Checkbox keepEmpty = new Checkbox();
    private final Div columns = new Div();
    private final Paragraph refused = new Paragraph();
    private @Nullable ColumnList list;
    private Consumer<Boolean> readable = yes -> {};

    ColumnsStep(ImportDesk desk, AppDefinition app, ImportDialog.ChosenFile file, @Nullable ImportPlan before) {
        this.desk = desk;
        this.app = app;
        this.file = file;
        this.words = desk.words();
        refused.addClassName("mm-problems");
        refused.getElement().setAttribute("role", "alert");
        columns.addClassName("mm-import-columns");
        Div format = new Div(encoding, separator);
        format.addClassName("mm-together");
        Div way = new Div(mode, key);
        way.addClassName("mm-import-way");
        add(new Paragraph(words.of("import.file.name", file.name())), format, way, keepEmpty, refused, columns);
        makeFormat();
        makeWay();
        read(before);
        encoding.addValueChangeListener(event -> reread(event.isFromClient()));
        separator.addValueChangeListener(event -> reread(event.isFromClient()));
    }

    private void makeFormat() {
        encoding.setId("import-encoding");
        encoding.setLabel(words.of("import.encoding"));
        encoding.setItems(FileFormat.Encoding.values());
        encoding.setItemLabelGenerator(one -> words.of("import.encoding." + one));
        separator.setId("import-separator");
        separator.setLabel(words.of("import.separator"));
        separator.setItems(FileFormat.Separator.values());
        separator.setItemLabelGenerator(one -> words.of("import.separator." + one));
    }

    private void makeWay() {
        mode.setId("import-mode");
        mode.setLabel(words.of("import.mode"));
        mode.addThemeName("vertical");
        boolean edits = desk.mayEdit(app);
        mode.setItems(edits ? Mode.values() : new Mode[] {Mode.ADD});
        mode.setItemLabelGenerator(one -> words.of("import.mode." + one));
        mode.addValueChangeListener(event -> showWay());
        key.setId("import-key");
        key.setLabel(words.of("import.key"));
        key.setHelperText(words.of("import.key.help"));
        key.setItemLabelGenerator(field -> field == null ? "" : app.labels().of(field, words.locale()));
        keepEmpty.setId("import-keep-empty");
        keepEmpty.setLabel(words.of("import.keepEmpty"));
    }

    private void showWay() {
        key.setVisible(mode.getValue() != Mode.ADD);
    }

    private void read(@Nullable ImportPlan before) {
        FileFormat known = before == null ? null : before.format();
        show(known == null ? null : known.encoding(), known == null ? null : known.separator(), before);
    }

    private void reread(boolean byPerson) {
        if (byPerson) {
            show(encoding.getValue(), separator.getValue(), null);
        }
    }

    private void show(
            FileFormat.@Nullable Encoding wanted, FileFormat.@Nullable Separator between, @Nullable ImportPlan before) {
        columns.removeAll();
        list = null;
        try {
            Imports.Preview preview = desk.imports().preview(desk.actor(), app, file.key(), wanted, between);
            refuse("");
            show(preview, before);
        } catch (PlatformException failed) {
            refuse(words.of(failed.problem()));
            encoding.setValue(wanted == null ? FileFormat.Encoding.UTF_8 : wanted);
            separator.setValue(between == null ? FileFormat.Separator.COMMA : between);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        readable.accept(isReadable());
    }

    private void show(Imports.Preview preview, @Nullable ImportPlan before) {
        encoding.setValue(preview.format().encoding());
        separator.setValue(preview.format().separator());
        Field kept = key.getValue();
        key.setItems(preview.keys());
        if (before != null) {
            mode.setValue(before.mode());
            keepEmpty.setValue(before.keepEmpty());
            preview.keys().stream()
                    .filter(field -> field.code().text().equals(before.key()))
                    .findFirst()
                    .ifPresent(key::setValue);
        } else {
            key.setValue(kept != null ? kept : firstKey(preview));
        }
        if (mode.getValue() == null) {
            mode.setValue(Mode.ADD);
        }
        showWay();
        list = new ColumnList(preview, before == null ? preview.columns() : before.columns(), app, words);
        columns.add(list);
    }

    /** A key that the file has, or any. */
    private static @Nullable Field firstKey(Imports.Preview preview) {
        return preview.keys().stream()
                .filter(field -> preview.columns().contains(field.code().text()))
                .findFirst()
                .orElse(preview.keys().isEmpty() ? null : preview.keys().getFirst());
    }

    private void refuse(String why) {
        refused.setText(why);
        refused.setVisible(!why.isEmpty());
    }

    boolean isReadable() {
        return list != null;
    }

    /** @param listener hears whether the file can be read as it is described */
    void onReadable(Consumer<Boolean> listener) {
        readable = listener;
    }

    /** Begins to read the file in as it is described; nothing where the description makes no sense, which is shown. */
    Optional<ImportDialog.Started> start(boolean checkOnly) {
        if (list == null) {
            return Optional.empty();
        }
        Field by = key.getValue();
        ImportPlan plan = new ImportPlan(
                new FileFormat(encoding.getValue(), separator.getValue()),
                mode.getValue(),
                mode.getValue() == Mode.ADD || by == null ? "" : by.code().text(),
                list.targets(),
                keepEmpty.getValue(),
                checkOnly);
        try {
            long job = desk.imports().start(desk.actor(), app, file.key(), plan);
            return Optional.of(new ImportDialog.Started(job, file, plan));
        } catch (PlatformException failed) {
            refuse(words.of(failed.problem()));
            return Optional.empty();
        }
    }
}
