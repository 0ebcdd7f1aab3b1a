package org.mimamori.engine.report;

import java.util.List;
import org.mimamori.engine.app.AppDefinition;
import org.mimamori.engine.query.Filter;

/** Port: gathers records into groups where they are kept. Knows no rights; only the report package may use it. */
public interface ReportStore {

    /**
     * The groups of the records that meet the filter, in no order. What the values of a group agree on may be finer
     * than what was asked for: never coarser.
     *
     * @throws org.mimamori.engine.problem.PlatformException with {@code BadParameter} when there are more groups than
     *     {@link Gathering#MOST_GROUPS}
     */
    List<Gathered> gather(AppDefinition app, Filter filter, Gathering gathering);
}
