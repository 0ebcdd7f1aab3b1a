package org.mimamori.engine.app;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.mimamori.engine.directory.Actor;
import org.mimamori.engine.directory.Directory;
import org.mimamori.engine.field.FieldCode;
import org.mimamori.engine.problem.PlatformException;
import org.mimamori.engine.problem.Problem;
import org.mimamori.engine.query.Condition;
import org.mimamori.engine.query.Query;
import org.mimamori.engine.query.QueryContext;
import org.mimamori.engine.query.QueryLimits;
import org.mimamori.engine.query.QueryResolver;
import org.mimamori.engine.query.QueryScope;

/** Tries conditions and orders of definitions on the fields they are about. */
final class Conditions {

    private static final Actor READER = new Actor.Platform("check of an app definition");

    private final Clock clock;

    Conditions(Clock clock) {
        this.clock = clock;
    }

    /** Whether the condition is sound; reports it when not. */
    boolean check(String text, QueryScope scope, Place place, Findings findings) {
        int before = findings.count();
        if (!text.isBlank()) {
            guarded(place, findings, () -> tryCondition(text, scope, place, findings));
        }
        return findings.count() == before;
    }

    void checkOrder(String text, QueryScope scope, Place place, Findings findings) {
        if (!text.isBlank()) {
            guarded(place, findings, () -> tryOrder("order by " + text, scope, place, findings));
        }
    }

    private void tryCondition(String text, QueryScope scope, Place place, Findings findings) {
        Query query = Query.parse(text);
        if (!query.sort().isEmpty() || query.limit() != null || query.offset() != null) {
            findings.add(place, "query.onlyCondition");
            return;
        }
        resolver(query, scope).resolveCondition(text);
    }

    private void tryOrder(String text, QueryScope scope, Place place, Findings findings) {
        Query query = Query.parse(text);
        if (query.limit() != null || query.offset() != null) {
            findings.add(place, "query.onlyOrder");
            return;
        }
        resolver(query, scope).resolve(query, QueryLimits.API);
    }

    /** People and organisations come and go, so those a definition names need not exist while it is checked. */
    private QueryResolver resolver(Query query, QueryScope scope) {
        List<String> named = new ArrayList<>();
        if (query.condition() != null) {
            gatherQuoted(query.condition(), named);
        }
        Directory directory = new Directory(new NamedEntities(named));
        return new QueryResolver(scope, new QueryContext(READER, clock, directory));
    }

    /** The fields a sound condition mentions. */
    static Set<FieldCode> mentions(String text) {
        Set<FieldCode> fields = new HashSet<>();
        Condition condition = text.isBlank() ? null : Query.parse(text).condition();
        if (condition != null) {
            gatherFields(condition, fields);
        }
        return fields;
    }

    private static void gatherFields(Condition condition, Set<FieldCode> fields) {
        switch (condition) {
            case Condition.And(List<Condition> parts) -> parts.forEach(part -> gatherFields(part, fields));
            case Condition.Or(List<Condition> parts) -> parts.forEach(part -> gatherFields(part, fields));
            case Condition.Test test -> fields.add(new FieldCode(test.field()));
        }
    }

    private static void gatherQuoted(Condition condition, List<String> quoted) {
        switch (condition) {
            case Condition.And(List<Condition> parts) -> parts.forEach(part -> gatherQuoted(part, quoted));
            case Condition.Or(List<Condition> parts) -> parts.forEach(part -> gatherQuoted(part, quoted));
            case Condition.Test test ->
                test.operands().forEach(operand -> {
                    if (operand instanceof Condition.Operand.Quoted(String text)) {
                        quoted.add(text);
                    }
                });
        }
    }

    private static void guarded(Place place, Findings findings, Runnable check) {
        try {
            check.run();
        } catch (PlatformException refused) {
            report(refused, place, findings);
        }
    }

    private static void report(PlatformException refused, Place place, Findings findings) {
        if (refused.problem() instanceof Problem.QuerySyntax syntax) {
            findings.add(place, "query.syntax", syntax.position() + 1, syntax.expected());
        } else if (refused.problem() instanceof Problem.QueryRefused query) {
            findings.addAll(place, "query." + query.fault().name(), List.copyOf(query.args()));
        } else {
            throw refused;
        }
    }
}
