package org.mimamori.engine.job;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.mimamori.engine.app.AppDefinition;
import org.mimamori.engine.app.DeployListener;
import org.mimamori.engine.app.Deployed;
import org.mimamori.engine.app.OptionRename;
import org.mimamori.engine.field.FieldCode;

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
        if (!after.formulas().isEmpty() && (!renames.isEmpty() || !calculatesAlike(before, after))) {
            jobs.add(after.id(), Job.Kind.RECALCULATE, Map.of(), app.by());
        }
    }

    private static boolean calculatesAlike(AppDefinition before, AppDefinition after) {
        return formulas(before).equals(formulas(after))
                && before.settings().numberPrecision().equals(after.settings().numberPrecision())
                && before.additions().rollups().equals(after.additions().rollups());
    }

    private static Map<FieldCode, String> formulas(AppDefinition app) {
        Map<FieldCode, String> formulas = new HashMap<>();
        app.fields()
                .all()
                .filter(field -> field.formula() != null)
                .forEach(field -> formulas.put(field.code(), Objects.requireNonNull(field.formula())));
        return formulas;
    }
}
