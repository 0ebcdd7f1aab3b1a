package org.mimamori.engine.app;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.mimamori.engine.directory.Actor;
import org.mimamori.engine.directory.Directory;
import org.mimamori.engine.problem.PlatformException;
import org.mimamori.engine.problem.Problem;
import org.mimamori.engine.query.Condition;
import org.mimamori.engine.query.QueryContext;
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
        return tried(place, findings, () -> resolver(text, scope).resolveCondition(text));
    }

    /** Whether the order is sound; reports it when not. */
    boolean checkOrder(String text, QueryScope scope, Place place, Findings findings) {
        return tried(place, findings, () -> resolver("", scope).resolveSort(text));
    }

    /** People and organisations come and go, so those a definition names need not exist while it is checked. */
    private QueryResolver resolver(String condition, QueryScope scope) {
        List<String> named = new ArrayList<>();
        Condition.parse(condition).ifPresent(parsed -> gatherQuoted(parsed, named));
        Directory directory = new Directory(new NamedEntities(named));
        return new QueryResolver(scope, new QueryContext(READER, clock, directory));
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

    private static boolean tried(Place place, Findings findings, Runnable check) {
        try {
            check.run();
            return true;
        } catch (PlatformException refused) {
            report(refused, place, findings);
            return false;
        }
    }

    private static void report(PlatformException refused, Place place, Findings findings) {
        if (refused.problem() instanceof Problem.QuerySyntax syntax) {
            findings.add(place, "query.syntax." + syntax.expected(), syntax.position() + 1);
        } else if (refused.problem() instanceof Problem.QueryRefused query) {
            findings.addAll(place, "query." + query.fault().name(), List.copyOf(query.args()));
        } else {
            throw refused;
        }
    }
}
