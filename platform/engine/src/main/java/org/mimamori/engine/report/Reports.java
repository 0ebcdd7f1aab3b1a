package org.mimamori.engine.report;

import java.util.List;
import org.mimamori.engine.app.AppId;
import org.mimamori.engine.app.Report;
import org.mimamori.engine.directory.Actor;
import tools.jackson.databind.node.ObjectNode;

/**
 * The one door to figures over records. Every call takes an actor: records the actor may not see are not counted, and a
 * report that says anything of a field the actor may not see does not exist.
 */
public interface Reports {

    /** The reports of an app that the actor may see, in their order. */
    List<Report> all(Actor actor, AppId app);

    /** One of them, or {@code ReportNotFound}. */
    Report get(Actor actor, AppId app, long report);

    /** What one of them comes to now. */
    ReportResult run(Actor actor, AppId app, long report);

    /**
     * What a report that is asked ad hoc comes to now.
     *
     * @param report in the form of schemas/ad-hoc-report.json; {@code DefinitionRefused} says what is wrong with it,
     *     fields the actor may not see being unknown
     */
    ReportResult run(Actor actor, AppId app, ObjectNode report);

    /** What a report comes to now, the actor's own changes to a report of the app. */
    ReportResult run(Actor actor, AppId app, Report report);

    /**
     * Results of a report kept from time to time, newest first. They count all records, so only who sees every record
     * of the app sees them; to others there are none.
     */
    List<Snapshot> snapshots(Actor actor, AppId app, long report);
}
