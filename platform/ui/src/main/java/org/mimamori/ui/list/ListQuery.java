package org.mimamori.ui.list;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.mimamori.engine.app.AppDefinition;
import org.mimamori.engine.app.View;
import org.mimamori.engine.field.Field;
import org.mimamori.engine.field.FieldCode;
import org.mimamori.engine.permission.Access;
import org.mimamori.engine.query.Condition;
import org.mimamori.engine.query.Query;
import org.mimamori.engine.query.QueryLimits;
import org.mimamori.engine.query.SortKey;
import org.mimamori.engine.record.RecordQuery;

/** What a list's state asks of an app: its view or what stands in the view's place. */
public record ListQuery(AppDefinition app, ListState state) {

    /** Screens may go as far down a list as it reaches. */
    private static final QueryLimits SCREEN = new QueryLimits(100, 500, Integer.MAX_VALUE);

    /** Views that are lists; other kinds are not shown yet. */
    public List<View> views() {
        return app.views().stream()
                .filter(view -> view.type() == View.Type.LIST)
                .toList();
    }

    /** The view shown; empty for the list of all records, with which an app opens that has no view of a builder's. */
    public Optional<View> view() {
        String wanted = state.view();
        if (wanted == null) {
            return views().stream().anyMatch(view -> view.builtin() == null)
                    ? views().stream().findFirst()
                    : Optional.empty();
        }
        return wanted.matches("\\d{1,18}") ? app.view(Long.parseLong(wanted)) : Optional.empty();
    }

    /** The condition in force, as text; empty for all records. */
    public String conditionText() {
        String own = state.query();
        return own == null ? view().map(View::filterCond).orElse("") : own;
    }

    /** The order in force, as text without {@code order by}; empty for the default order. */
    public String sortText() {
        String own = state.sort();
        return own == null ? view().map(View::sort).orElse("") : own;
    }

    /**
     * The condition in force.
     *
     * @throws org.mimamori.engine.problem.PlatformException with {@code QuerySyntax} when the address holds no
     *     condition
     */
    public Optional<Condition> condition() {
        return Condition.parse(conditionText());
    }

    /**
     * The order in force.
     *
     * @throws org.mimamori.engine.problem.PlatformException with {@code QuerySyntax} when the address holds no order
     */
    public List<SortKey> sort() {
        String text = sortText();
        return text.isBlank() ? List.of() : Query.parse("order by " + text).sort();
    }

    /** Some records of the list. */
    public RecordQuery page(int offset, int limit, List<FieldCode> fields) {
        Query query = new Query(condition().orElse(null), sort(), limit, offset);
        return new RecordQuery(query, state.search(), fields, false, SCREEN);
    }

    /** The columns in force that the person may see. */
    public List<Field> columns(Access access) {
        return columnCodes()
                .distinct()
                .flatMap(code -> app.field(code).stream())
                .filter(field -> app.fields().tableOf(field.code()).isEmpty())
                .filter(field -> access.ever(field.code()).readable())
                .toList();
    }

    private Stream<FieldCode> columnCodes() {
        if (!state.columns().isEmpty()) {
            return state.columns().stream();
        }
        return view().filter(view -> !view.fields().isEmpty())
                .map(view -> view.fields().stream())
                .orElseGet(() -> ListFields.all(app).stream().map(Field::code));
    }
}
