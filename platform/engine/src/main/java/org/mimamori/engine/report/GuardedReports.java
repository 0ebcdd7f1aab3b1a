package org.mimamori.engine.report;

import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.mimamori.engine.app.AppDefinition;
import org.mimamori.engine.app.AppId;
import org.mimamori.engine.app.DefinitionReader;
import org.mimamori.engine.app.FormFields;
import org.mimamori.engine.app.Report;
import org.mimamori.engine.directory.Actor;
import org.mimamori.engine.directory.Directory;
import org.mimamori.engine.field.FieldCode;
import org.mimamori.engine.permission.Access;
import org.mimamori.engine.permission.Right;
import org.mimamori.engine.problem.Problem;
import org.mimamori.engine.query.Filter;
import org.mimamori.engine.query.Query;
import org.mimamori.engine.query.QueryContext;
import org.mimamori.engine.query.QueryResolver;
import org.mimamori.engine.record.Apps;
import org.mimamori.engine.record.GuardedScope;
import tools.jackson.databind.node.ObjectNode;

/** The reports, each call through the actor's rights, which are part of the query. */
public final class GuardedReports implements Reports {

    private final Apps apps;
    private final ReportStore store;
    private final SnapshotStore snapshots;
    private final DefinitionReader reader;
    private final Directory directory;
    private final Clock clock;

    public GuardedReports(
            Apps apps,
            ReportStore store,
            SnapshotStore snapshots,
            DefinitionReader reader,
            Directory directory,
            Clock clock) {
        this.apps = apps;
        this.store = store;
        this.snapshots = snapshots;
        this.reader = reader;
        this.directory = directory;
        this.clock = clock;
    }

    @Override
    public List<Report> all(Actor actor, AppId app) {
        AppDefinition definition = apps.get(actor, app);
        Access access = apps.access(actor, definition);
        return definition.reports().stream()
                .filter(report -> sees(definition, access, report))
                .toList();
    }

    @Override
    public Report get(Actor actor, AppId app, long report) {
        AppDefinition definition = apps.get(actor, app);
        Access access = apps.access(actor, definition);
        return definition
                .report(report)
                .filter(found -> sees(definition, access, found))
                .orElseThrow(() -> new Problem.ReportNotFound(Long.toString(report)).asException());
    }

    @Override
    public ReportResult run(Actor actor, AppId app, long report) {
        return run(actor, app, get(actor, app, report));
    }

    @Override
    public ReportResult run(Actor actor, AppId app, ObjectNode report) {
        AppDefinition definition = apps.get(actor, app);
        Access access = apps.access(actor, definition).require(Right.VIEW);
        return run(actor, app, reader.readReport(report, readable(definition, access)));
    }

    @Override
    public ReportResult run(Actor actor, AppId app, Report report) {
        AppDefinition definition = apps.get(actor, app);
        Access access = apps.access(actor, definition).require(Right.VIEW);
        if (!sees(definition, access, report)) {
            throw new Problem.ReportNotFound(Long.toString(report.id())).asException();
        }
        Filter asked = new QueryResolver(
                        new GuardedScope(definition.fields(), access), new QueryContext(actor, clock, directory))
                .resolveCondition(report.filterCond());
        Gathering gathering = Gathering.of(definition, report, actor.zone());
        Summary summary = new Summary(definition, report, gathering);
        store.gather(definition, asked.and(access.visible()), gathering).forEach(summary::add);
        return summary.result();
    }

    @Override
    public List<Snapshot> snapshots(Actor actor, AppId app, long report) {
        get(actor, app, report);
        AppDefinition definition = apps.get(actor, app);
        Access access = apps.access(actor, definition).require(Right.VIEW);
        return access.visible().equals(Filter.EVERYTHING)
                ? snapshots.of(app, report).stream()
                        .filter(kept -> readable(definition, access, mentions(kept)))
                        .toList()
                : List.of();
    }

    /** What a result says something of, which is what the report mentioned when it was kept. */
    private static Stream<FieldCode> mentions(Snapshot kept) {
        return Stream.of(
                        kept.groups().stream().map(Report.Group::code),
                        kept.aggregations().stream().flatMap(one -> Stream.ofNullable(one.code())),
                        Query.parse(kept.filterCond()).mentions().stream())
                .flatMap(codes -> codes);
    }

    private static boolean sees(AppDefinition app, Access access, Report report) {
        return readable(app, access, report.mentions().stream());
    }

    /** Figures tell of many records at once, so a field must be readable in every one of them. */
    private static boolean readable(AppDefinition app, Access access, Stream<FieldCode> codes) {
        return codes.allMatch(code -> code.equals(FieldCode.ID)
                || app.field(code).isPresent()
                        && access.of(app.fields().tableOf(code).orElse(code)).readable());
    }

    private static FormFields readable(AppDefinition app, Access access) {
        return new FormFields(app.fields().top().stream()
                .filter(field -> access.of(field.code()).readable())
                .toList());
    }
}
