package org.mimamori.engine.app;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mimamori.engine.field.FieldCode;
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
        Device device) {

    public View {
        fields = List.copyOf(fields);
    }

    View withIndex(int place) {
        return new View(id, place, name, type, filterCond, sort, fields, date, title, html, pager, device);
    }

    View withId(long number) {
        return new View(number, index, name, type, filterCond, sort, fields, date, title, html, pager, device);
    }

    /** kintone's kinds of views. */
    public enum Type {
        LIST,
        CALENDAR,
        CUSTOM
    }

    /** Where a custom view is offered. */
    public enum Device {
        DESKTOP,
        ANY
    }
}
