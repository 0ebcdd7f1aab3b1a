package org.mimamori.engine.query;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mimamori.engine.field.Field;
import org.mimamori.engine.field.FieldCode;
import org.mimamori.engine.problem.QueryFault;

/** Binds a parsed query to an app's fields: codes to fields, operators to types, literals and functions to values. */
public final class QueryResolver {

    private final QueryScope scope;
    private final QueryContext context;

    public QueryResolver(QueryScope scope, QueryContext context) {
        this.scope = scope;
        this.context = context;
    }

    /**
     * The query, ready to run.
     *
     * @throws org.mimamori.engine.problem.PlatformException with {@code QueryRefused}
     */
    public ResolvedQuery resolve(Query query, QueryLimits limits) {
        Condition condition = query.condition();
        Filter filter = condition == null ? Filter.EVERYTHING : resolveCondition(condition);
        List<SortKey> sort = resolveSort(query.sort());
        int limit = orElse(query.limit(), limits.defaultLimit());
        int offset = orElse(query.offset(), 0);
        if (limit > limits.maxLimit()) {
            throw Refusal.of(QueryFault.LIMIT_TOO_LARGE, Integer.toString(limits.maxLimit()));
        }
        if (offset > limits.maxOffset()) {
            throw Refusal.of(QueryFault.OFFSET_TOO_LARGE, Integer.toString(limits.maxOffset()));
        }
        return new ResolvedQuery(filter, sort, limit, offset);
    }

    /**
     * A condition alone, as views and rules have it; empty text is everything. A test on the reader's primary
     * organisation is ignored when the reader has none, as in kintone.
     */
    public Filter resolveCondition(String text) {
        return DefinedConditions.parse(text).map(this::resolveCondition).orElse(Filter.EVERYTHING);
    }

    /** A condition as the filter builder has it. */
    public Filter resolveCondition(Condition condition) {
        return new ConditionResolver(scope, context, MissingOrganization.LEAVES_TEST_OUT).resolve(condition);
    }

    /**
     * The condition of a right; empty text is everything. When the reader has no primary organisation nothing equals
     * it: kintone leaves such a test out, but a right must not widen because somebody belongs nowhere.
     */
    public Filter resolveRight(String text) {
        return DefinedConditions.parse(text)
                .map(new ConditionResolver(scope, context, MissingOrganization.EQUALS_NOTHING)::resolve)
                .orElse(Filter.EVERYTHING);
    }

    /** An order as views have it, without the words "order by"; empty for empty text. */
    public List<SortKey> resolveSort(String text) {
        return resolveSort(Query.parseSort(text));
    }

    /** The order with every key checked; a key named twice counts where it comes first. */
    public List<SortKey> resolveSort(List<SortKey> sort) {
        List<SortKey> resolved = new ArrayList<>();
        for (SortKey key : sort) {
            FieldCode field = sortField(key.field());
            if (resolved.stream().noneMatch(earlier -> earlier.field().equals(field))) {
                resolved.add(new SortKey(field, key.ascending()));
            }
        }
        return List.copyOf(resolved);
    }

    private FieldCode sortField(FieldCode code) {
        if (code.equals(FieldCode.ID)) {
            return code;
        }
        if (ofRelated(code)) {
            throw Refusal.of(QueryFault.NOT_SORTABLE, code.text());
        }
        Field field = scope.field(code).orElseThrow(() -> Refusal.of(QueryFault.UNKNOWN_FIELD, code.text()));
        TestResolver.requireProcess(field);
        if (TestResolver.isRecordNumber(field)) {
            return FieldCode.ID;
        }
        if (!field.sortable() || scope.tableOf(code).isPresent()) {
            throw Refusal.of(QueryFault.NOT_SORTABLE, code.text());
        }
        return code;
    }

    /** There are many related records, and no first among them. */
    private boolean ofRelated(FieldCode code) {
        int dot = code.text().indexOf('.');
        return dot > 0
                && scope.field(new FieldCode(code.text().substring(0, dot)))
                        .filter(field -> field.relatedRecords() != null)
                        .isPresent();
    }

    private static int orElse(@Nullable Integer given, int otherwise) {
        return given == null ? otherwise : given;
    }
}
