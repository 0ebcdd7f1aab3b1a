package org.mimamori.engine.report;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Optional;
import org.mimamori.engine.app.AppCatalog;
import org.mimamori.engine.app.AppDefinition;
import org.mimamori.engine.app.PeriodicReport;
import org.mimamori.engine.app.Report;
import org.mimamori.engine.directory.Actor;
import org.mimamori.engine.problem.PlatformException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the results of periodic reports when they are due: once for each time, whoever runs. Of the times at which the
 * platform did not run only the last is made up for, for what was then cannot be counted any more.
 */
public final class SnapshotWorker {

    private static final Logger LOG = LoggerFactory.getLogger(SnapshotWorker.class);

    /** kintone keeps as many. */
    static final int MOST = 30;

    private final AppCatalog catalog;
    private final Reports reports;
    private final SnapshotStore store;
    private final Clock clock;
    private final ZoneId zone;

    /** @param zone the installation's, by whose clock reports are due */
    public SnapshotWorker(AppCatalog catalog, Reports reports, SnapshotStore store, Clock clock, ZoneId zone) {
        this.catalog = catalog;
        this.reports = reports;
        this.store = store;
        this.clock = clock;
        this.zone = zone;
    }

    /**
     * Keeps what is due.
     *
     * @return how many results were kept
     */
    public int run() {
        int kept = 0;
        for (AppDefinition app : catalog.all()) {
            for (Report report : app.reports()) {
                if (due(app, report).map(due -> keep(app, report, due)).orElse(false)) {
                    kept++;
                }
            }
        }
        return kept;
    }

    /** The last time it was due since the app has been as it is, unless that result is there. */
    private Optional<Instant> due(AppDefinition app, Report report) {
        PeriodicReport periodic = report.periodicReport();
        if (periodic == null || !periodic.active()) {
            return Optional.empty();
        }
        Instant due = periodic.period()
                .lastDue(LocalDateTime.ofInstant(clock.instant(), zone))
                .atZone(zone)
                .toInstant();
        return due.isBefore(app.stamp().modifiedAt()) || store.has(app.id(), report.id(), due)
                ? Optional.empty()
                : Optional.of(due);
    }

    private boolean keep(AppDefinition app, Report report, Instant due) {
        try {
            ReportResult result = reports.run(new Actor.Platform("periodic report", zone), app.id(), report);
            store.add(snapshot(app, report, due, result), MOST);
            return true;
        } catch (PlatformException e) {
            LOG.error("Report {} of app {} could not be kept: {}", report.id(), app.code(), e.problem());
            return false;
        }
    }

    private Snapshot snapshot(AppDefinition app, Report report, Instant due, ReportResult result) {
        return new Snapshot(
                app.id(),
                report.id(),
                due,
                clock.instant(),
                report.groups(),
                report.aggregations(),
                report.filterCond(),
                result.rows(),
                result.totals(),
                result.leftOut(),
                result.cut());
    }
}
