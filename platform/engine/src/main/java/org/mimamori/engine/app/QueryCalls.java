package org.mimamori.engine.app;

import java.util.List;
import java.util.stream.Stream;
import org.mimamori.engine.problem.PlatformException;
import org.mimamori.engine.query.Condition;

/** The functions a condition calls. */
final class QueryCalls {

    private QueryCalls() {}

    /** Their names as written; none of a condition that cannot be read, which is a fault by itself. */
    static Stream<String> in(String condition) {
        try {
            return Condition.parse(condition).stream().flatMap(QueryCalls::in);
        } catch (PlatformException unreadable) {
            return Stream.empty();
        }
    }

    private static Stream<String> in(Condition condition) {
        return switch (condition) {
            case Condition.And(List<Condition> parts) -> parts.stream().flatMap(QueryCalls::in);
            case Condition.Or(List<Condition> parts) -> parts.stream().flatMap(QueryCalls::in);
            case Condition.Test test ->
                test.operands().stream()
                        .flatMap(operand ->
                                operand instanceof Condition.Operand.Call call ? Stream.of(call.name()) : Stream.of());
        };
    }
}
