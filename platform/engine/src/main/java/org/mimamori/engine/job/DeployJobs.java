package org.mimamori.engine.job;

import java.util.List;
import java.util.Map;
import org.mimamori.engine.app.AppDefinition;
import org.mimamori.engine.app.DeployListener;
import org.mimamori.engine.app.Deployed;
import org.mimamori.engine.app.OptionRename;
import org.mimamori.engine.record.Recalculation;

/** Plans the work that records need when the settings of their app have changed. */
public final class DeployJobs implements DeployListener {

    private final JobStore jobs;

    public DeployJobs(JobStore jobs) {
        this.jobs = jobs;
    }

    @Override
    public void deployed(Deployed app) {
        AppDefinition before = app.before();
        if (before == null) {
            return;
        }
        AppDefinition after = app.after();
        List<OptionRename> renames = app.renames().stream()
                .filter(rename -> after.field(rename.field()).isPresent())
                .toList();
        if (!renames.isEmpty()) {
            jobs.add(after.id(), Job.Kind.RENAME_OPTIONS, RenameDetails.write(after, renames), app.by());
        }
        boolean renamed = !renames.isEmpty() && !after.formulas().isEmpty();
        if (renamed || !Recalculation.outdated(before, after).isEmpty()) {
            jobs.add(after.id(), Job.Kind.RECALCULATE, Map.of(), app.by());
        }
    }
}
