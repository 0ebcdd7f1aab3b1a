package org.mimamori.api.record;

import java.util.List;
import java.util.function.Supplier;
import org.mimamori.api.error.CallProblem;
import org.mimamori.engine.problem.PlatformException;
import org.mimamori.engine.problem.Problem;
import org.mimamori.engine.record.RecordChange;
import org.mimamori.engine.record.RecordKey;

/** Tells a record that was named by number and is missing from one that was named by a value: kintone has two codes. */
final class Keys {

    private Keys() {}

    static <T> T named(RecordChange change, Supplier<T> update) {
        return named(List.of(change), update);
    }

    static <T> T named(List<RecordChange> changes, Supplier<T> update) {
        try {
            return update.get();
        } catch (PlatformException e) {
            if (e.problem() instanceof Problem.RecordNotFound(String name) && !isNumbered(changes, name)) {
                throw new CallProblem.KeyNotFound().asException();
            }
            throw e;
        }
    }

    private static boolean isNumbered(List<RecordChange> changes, String name) {
        return changes.stream()
                .anyMatch(change -> change.key() instanceof RecordKey.ById(long id) && name.equals(Long.toString(id)));
    }
}
