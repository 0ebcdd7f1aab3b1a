package org.mimamori.embedded.filter;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.bson.Document;
import org.mimamori.embedded.bson.FieldTree;
import org.mimamori.embedded.expression.Expression;
import org.mimamori.embedded.expression.Scope;

/** A query filter, parsed. */
public sealed interface Filter {

    /** Matches everything. */
    Filter ALL = new And(List.of());

    boolean matches(Document document);

    /** Adds the paths the filter looks at. */
    void addPathsTo(Set<String> paths);

    /** The part of a document this filter needs to see. */
    default FieldTree fields() {
        Set<String> paths = new TreeSet<>();
        addPathsTo(paths);
        return paths.contains(Expression.WHOLE) ? FieldTree.ALL : FieldTree.of(paths);
    }

    default boolean isAll() {
        return this instanceof And and && and.parts().isEmpty();
    }

    /** All of them. */
    record And(List<Filter> parts) implements Filter {
        @Override
        public boolean matches(Document document) {
            for (Filter part : parts) {
                if (!part.matches(document)) {
                    return false;
                }
            }
            return true;
        }

        @Override
        public void addPathsTo(Set<String> paths) {
            parts.forEach(part -> part.addPathsTo(paths));
        }
    }

    /** Any of them. */
    record Or(List<Filter> parts) implements Filter {
        @Override
        public boolean matches(Document document) {
            for (Filter part : parts) {
                if (part.matches(document)) {
                    return true;
                }
            }
            return false;
        }

        @Override
        public void addPathsTo(Set<String> paths) {
            parts.forEach(part -> part.addPathsTo(paths));
        }
    }

    /** The opposite. */
    record Not(Filter part) implements Filter {
        @Override
        public boolean matches(Document document) {
            return !part.matches(document);
        }

        @Override
        public void addPathsTo(Set<String> paths) {
            part.addPathsTo(paths);
        }
    }

    /** Some value at the path passes the test. */
    record Field(FieldPath path, ValueTest test) implements Filter {
        @Override
        public boolean matches(Document document) {
            return path.any(document, test);
        }

        @Override
        public void addPathsTo(Set<String> paths) {
            paths.add(path.dotted());
        }
    }

    /** An aggregation expression that is true. */
    record Computed(Expression expression, Scope scope, Set<String> paths) implements Filter {
        @Override
        public boolean matches(Document document) {
            return Expression.isTrue(expression.evaluate(scope.with(document)));
        }

        @Override
        public void addPathsTo(Set<String> into) {
            into.addAll(paths);
        }
    }
}
