package org.mimamori.ui.imports;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.progressbar.ProgressBar;
import com.vaadin.flow.shared.Registration;
import java.util.function.Consumer;
import org.mimamori.engine.app.AppDefinition;
import org.mimamori.engine.imports.ImportRun;
import org.mimamori.engine.imports.Imports;
import org.mimamori.engine.job.Job;
import org.mimamori.ui.shell.Words;

/** How far an import has come, and what has become of it. */
final class RunStep extends Div {

    private static final int POLL_MILLISECONDS = 1000;

    private final ImportDesk desk;
    private final AppDefinition app;
    private final long job;
    private final Words words;
    private final Paragraph said = new Paragraph();
    private final ProgressBar bar = new ProgressBar();
    private final Paragraph goesOn = new Paragraph();
    private final Div result = new Div();
    private Consumer<Imports.Status> over = status -> {};
    private boolean ended;

    RunStep(ImportDesk desk, AppDefinition app, long job) {
        this.desk = desk;
        this.app = app;
        this.job = job;
        this.words = desk.words();
        said.setId("import-said");
        said.getElement().setAttribute("role", "status");
        bar.getElement().setAttribute("aria-labelledby", "import-said");
        goesOn.addClassName("mm-quiet");
        goesOn.setText(words.of("import.goesOn"));
        add(said, bar, goesOn, result);
    }

    /** @param listener hears once how it has ended */
    void onOver(Consumer<Imports.Status> listener) {
        over = listener;
    }

    void cancel() {
        desk.imports().cancel(desk.actor(), app, job);
        refresh();
    }

    void refresh() {
        if (ended) {
            return;
        }
        Imports.Status status = desk.imports().status(desk.actor(), app, job);
        if (status.job().state().isOver()) {
            ended = true;
            end(status);
            over.accept(status);
        } else {
            progress(status);
        }
    }

    private void progress(Imports.Status status) {
        long total = status.job().total();
        long done = status.job().done();
        long records = status.run().records();
        bar.setIndeterminate(total == 0);
        if (total == 0) {
            said.setText(words.of("import.waiting", status.run().fileName()));
            return;
        }
        bar.setValue(Math.min(1, (double) done / total));
        said.setText(
                done < records
                        ? words.of("import.checking", done, records)
                        : words.of("import.writing", done - records, records));
    }

    private void end(Imports.Status status) {
        bar.setVisible(false);
        goesOn.setVisible(false);
        ImportRun run = status.run();
        said.setText(outcome(status));
        if (!run.faults().isEmpty()) {
            result.add(faults(run));
        }
    }

    private String outcome(Imports.Status status) {
        ImportRun run = status.run();
        long written = run.added() + run.updated();
        if (status.job().state() == Job.State.CANCELLED) {
            return words.of("import.cancelled", run.added(), run.updated());
        }
        if (!run.faults().isEmpty()) {
            String faults = words.of(
                    run.more() ? "import.faults.more" : "import.faults",
                    run.faults().size());
            return faults + words.of(written == 0 ? "import.nothing" : "import.partly", run.added(), run.updated());
        }
        if (status.job().state() == Job.State.FAILED) {
            return words.of("import.failed", run.added(), run.updated());
        }
        return run.plan().checkOnly()
                ? words.of("import.sound", run.toAdd(), run.toUpdate())
                : words.of("import.done", run.added(), run.updated());
    }

    private Div faults(ImportRun run) {
        UnorderedList list = new UnorderedList();
        run.faults().forEach(fault -> list.add(new ListItem(Places.line(fault, app, words))));
        Div faults = new Div(list);
        faults.addClassNames("mm-problems", "mm-import-faults");
        faults.setId("import-faults");
        faults.getElement().setAttribute("tabindex", "0");
        return faults;
    }

    /** Asks often while it goes on, for somebody is looking. */
    @Override
    protected void onAttach(AttachEvent event) {
        super.onAttach(event);
        UI ui = event.getUI();
        int usual = ui.getPollInterval();
        ui.setPollInterval(POLL_MILLISECONDS);
        Registration polls = ui.addPollListener(poll -> refresh());
        addDetachListener(detach -> {
            ui.setPollInterval(usual);
            polls.remove();
            detach.unregisterListener();
        });
    }
}
