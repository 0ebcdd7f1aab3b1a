package org.mimamori.ui.imports;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mimamori.engine.app.AppDefinition;
import org.mimamori.engine.imports.ImportPlan;
import org.mimamori.engine.imports.Imports;
import org.mimamori.engine.job.Job;

/**
 * Where one reads records from a file: chooses it, sees what its columns are taken for and corrects it, has it checked,
 * and follows the work. The work goes on when the dialog is closed; opened again, it shows how far it has come.
 */
public final class ImportDialog extends Dialog {

    private final ImportDesk desk;
    private final AppDefinition app;
    private final Runnable changed;
    private final Div step = new Div();

    /** @param changed runs when records have been written and the dialog is closed */
    ImportDialog(ImportDesk desk, AppDefinition app, Runnable changed) {
        this.desk = desk;
        this.app = app;
        this.changed = changed;
        addClassName("mm-import-dialog");
        setHeaderTitle(desk.words().of("import.title"));
        setWidth("48rem");
        setCloseOnOutsideClick(false);
        step.addClassName("mm-import");
        add(step);
        Optional<Imports.Status> going =
                desk.imports().latest(desk.actor(), app).filter(ImportDialog::isOfInterest);
        if (going.isPresent()) {
            follow(going.get().run().job(), null);
        } else {
            chooseFile();
        }
    }

    /** What goes on, and what failed and nobody may have seen. */
    private static boolean isOfInterest(Imports.Status status) {
        boolean failed = status.job().state() == Job.State.FAILED;
        return !status.job().state().isOver() || failed && !status.run().plan().checkOnly();
    }

    void chooseFile() {
        show(new FileStep(desk, file -> chooseColumns(file, null)), closing());
    }

    /** An upload of the person's. */
    record ChosenFile(String key, String name) {}

    /** @param before what was chosen before, when the person comes back to correct it */
    void chooseColumns(ChosenFile file, @Nullable ImportPlan before) {
        ColumnsStep columns = new ColumnsStep(desk, app, file, before);
        Button check = new Button(
                desk.words().of("import.check"),
                click -> columns.start(true).ifPresent(started -> follow(started.job(), started)));
        check.setId("import-check");
        check.addThemeName("primary");
        check.setEnabled(columns.isReadable());
        columns.onReadable(check::setEnabled);
        show(columns, closing(), back(this::chooseFile), check);
    }

    /** An import that this dialog has begun. */
    record Started(long job, ChosenFile file, ImportPlan plan) {}

    /** @param started null for one begun before the dialog was opened */
    void follow(long job, @Nullable Started started) {
        RunStep run = new RunStep(desk, app, job);
        run.onOver(status -> over(status, started));
        Button cancel = new Button(desk.words().of("import.cancel"), click -> run.cancel());
        cancel.setId("import-cancel");
        show(run, cancel, closing());
        run.refresh();
    }

    /** What can be done next. */
    private void over(Imports.Status status, @Nullable Started started) {
        getFooter().removeAll();
        getFooter().add(closing());
        if (started != null && status.run().plan().checkOnly()) {
            getFooter().add(back(() -> chooseColumns(started.file(), started.plan())));
        } else {
            Button another = new Button(desk.words().of("import.another"), click -> chooseFile());
            another.setId("import-another");
            getFooter().add(another);
        }
        boolean sound = status.run().faults().isEmpty() && status.job().state() == Job.State.DONE;
        if (started != null && sound && status.run().plan().checkOnly()) {
            Button start = new Button(desk.words().of("import.start"), click -> start(started));
            start.setId("import-start");
            start.addThemeName("primary");
            getFooter().add(start);
        }
        if (status.run().added() + status.run().updated() > 0) {
            addOpenedChangeListener(event -> {
                if (!event.isOpened()) {
                    changed.run();
                }
            });
        }
    }

    private void start(Started checked) {
        ImportPlan plan = checked.plan();
        ImportPlan whole =
                new ImportPlan(plan.format(), plan.mode(), plan.key(), plan.columns(), plan.keepEmpty(), false);
        long job = desk.imports().start(desk.actor(), app, checked.file().key(), whole);
        follow(job, new Started(job, checked.file(), whole));
    }

    private Button closing() {
        Button closing = new Button(desk.words().of("import.close"), click -> close());
        closing.setId("import-close");
        return closing;
    }

    private Button back(Runnable action) {
        Button back = new Button(desk.words().of("import.back"), click -> action.run());
        back.setId("import-back");
        return back;
    }

    private void show(Component content, Button... buttons) {
        step.removeAll();
        step.add(content);
        getFooter().removeAll();
        getFooter().add(buttons);
    }
}
