package org.mimamori.ui.list;

import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.QueryParameters;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mimamori.engine.app.AppDefinition;
import org.mimamori.engine.field.FieldCode;

/**
 * What a list shows, all of which stands in its address: a link to a list shows the same list.
 *
 * @param view number of the view, {@link #ALL} for all records and fields, or null for the app's first view
 * @param query condition in the query language that takes the place of the view's; null for the view's own
 * @param search words of the quick search; empty for none
 * @param sort order in the query language that takes the place of the view's; null for the view's own
 * @param columns columns that take the place of the view's; empty for the view's own
 * @param at place of the record last opened, from 0, or {@link #NOWHERE}
 */
public record ListState(
        @Nullable String view,
        @Nullable String query,
        String search,
        @Nullable String sort,
        List<FieldCode> columns,
        int at) {

    /** The list that every app has. */
    public static final String ALL = "all";

    public static final int NOWHERE = -1;

    public static final ListState FIRST_VIEW = new ListState(null, null, "", null, List.of(), NOWHERE);

    public ListState {
        columns = List.copyOf(columns);
    }

    /** Reads the parameters of an address. What cannot be read is not there. */
    public static ListState read(QueryParameters parameters) {
        return new ListState(
                parameters.getSingleParameter("view").filter(v -> !v.isEmpty()).orElse(null),
                parameters.getSingleParameter("query").orElse(null),
                parameters.getSingleParameter("search").orElse(""),
                parameters.getSingleParameter("sort").orElse(null),
                columns(parameters),
                at(parameters));
    }

    private static List<FieldCode> columns(QueryParameters parameters) {
        return parameters.getParameters("columns").stream()
                .flatMap(text -> List.of(text.split(",")).stream())
                .filter(code -> !code.isBlank())
                .map(FieldCode::new)
                .toList();
    }

    private static int at(QueryParameters parameters) {
        return parameters
                .getSingleParameter("at")
                .filter(text -> text.matches("\\d{1,9}"))
                .map(Integer::valueOf)
                .orElse(NOWHERE);
    }

    public QueryParameters write() {
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        put(parameters, "view", view);
        put(parameters, "query", query);
        put(parameters, "search", search.isEmpty() ? null : search);
        put(parameters, "sort", sort);
        put(parameters, "columns", columns.isEmpty() ? null : String.join(",", columnTexts()));
        put(parameters, "at", at == NOWHERE ? null : Integer.toString(at));
        return new QueryParameters(parameters);
    }

    private List<String> columnTexts() {
        return columns.stream().map(FieldCode::text).toList();
    }

    private static void put(Map<String, List<String>> parameters, String name, @Nullable String value) {
        Optional.ofNullable(value).ifPresent(text -> parameters.put(name, List.of(text)));
    }

    /** Address of the list. */
    public String path(AppDefinition app) {
        return new Location("apps/" + app.code(), write()).getPathWithQueryParameters();
    }

    /** Address of a record of the list, from which one gets back to it and on to its neighbours. */
    public String recordPath(AppDefinition app, long record) {
        return new Location("apps/" + app.code() + "/" + record, write()).getPathWithQueryParameters();
    }

    public ListState withView(String chosen) {
        return new ListState(chosen, null, search, null, List.of(), NOWHERE);
    }

    public ListState withQuery(@Nullable String condition) {
        return new ListState(view, condition, search, sort, columns, NOWHERE);
    }

    public ListState withSearch(String words) {
        return new ListState(view, query, words, sort, columns, NOWHERE);
    }

    public ListState withSort(@Nullable String order) {
        return new ListState(view, query, search, order, columns, NOWHERE);
    }

    public ListState withColumns(List<FieldCode> chosen) {
        return new ListState(view, query, search, sort, chosen, NOWHERE);
    }

    public ListState withAt(int place) {
        return new ListState(view, query, search, sort, columns, place);
    }
}
