package org.mimamori.engine.app;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mimamori.engine.field.FieldCode;
import org.mimamori.engine.query.Query;
import org.mimamori.engine.query.SortKey;
import org.mimamori.engine.text.LocalText;

/**
 * A list of records as a builder defined it.
 *
 * @param id number of the view, unique in the installation
 * @param index place in the view selector, from 0; the first is the default view
 * @param filterCond condition in the query language; empty for all records
 * @param sort order in the query language, without {@code order by}; empty for the default order
 * @param fields columns of a list
 * @param date date field of a calendar
 * @param title title field of a calendar
 * @param html content of a custom view
 * @param pager whether a custom view pages
 * @param device where a custom view is offered
 * @param builtin which of the views it is that are there without a builder; null for a builder's own
 */
public record View(
        long id,
        int index,
        LocalText name,
        Type type,
        String filterCond,
        String sort,
        List<FieldCode> fields,
        @Nullable FieldCode date,
        @Nullable FieldCode title,
        String html,
        boolean pager,
        Device device,
        @Nullable Builtin builtin) {

    public View {
        fields = List.copyOf(fields);
    }

    /** Fields the view cannot do without: who may not see one of them is not shown the view. */
    public Stream<FieldCode> needs() {
        return Stream.of(
                        Query.parse(filterCond).mentions().stream(),
                        Query.parseSort(sort).stream().map(SortKey::field),
                        Stream.ofNullable(date),
                        Stream.ofNullable(title))
                .flatMap(codes -> codes);
    }

    View withIndex(int place) {
        return new View(id, place, name, type, filterCond, sort, fields, date, title, html, pager, device, builtin);
    }

    View withId(long number) {
        return new View(number, index, name, type, filterCond, sort, fields, date, title, html, pager, device, builtin);
    }

    /** kintone's kinds of views. */
    public enum Type {
        LIST,
        CALENDAR,
        CUSTOM
    }

    /** kintone's views that nobody made. */
    public enum Builtin {
        /** The records whose assignee one is; there while the process is on. */
        ASSIGNEE
    }

    /** Where a custom view is offered. */
    public enum Device {
        DESKTOP,
        ANY
    }
}
