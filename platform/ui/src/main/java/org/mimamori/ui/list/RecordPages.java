package org.mimamori.ui.list;

import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.mimamori.engine.field.Field;
import org.mimamori.engine.field.FieldCode;
import org.mimamori.engine.record.AppRecord;
import org.mimamori.engine.record.RecordPage;

/** The records of a list, brought page by page as one scrolls; the first page comes with the number of all. */
final class RecordPages {

    static final int SIZE = 50;

    private final ListDesk desk;
    private final ListQuery query;
    private final List<FieldCode> fields;
    private final RecordPage first;
    private boolean firstUsed;

    /** @param columns the fields wanted */
    RecordPages(ListDesk desk, ListQuery query, List<Field> columns) {
        this.desk = desk;
        this.query = query;
        this.fields = columns.stream().map(Field::code).toList();
        this.first = desk.records()
                .find(
                        desk.actor(),
                        query.app().id(),
                        query.page(0, SIZE, fields).counted());
    }

    long total() {
        return Objects.requireNonNull(first.total());
    }

    /** The page brought with the count serves once: whoever looks again wants it as it is then. */
    Stream<Listed> fetch(int offset, int limit) {
        if (offset == 0 && limit <= SIZE && !firstUsed) {
            firstUsed = true;
            return listed(0, first.records()).limit(limit);
        }
        RecordPage page = desk.records().find(desk.actor(), query.app().id(), query.page(offset, limit, fields));
        return listed(offset, page.records());
    }

    private static Stream<Listed> listed(int offset, List<AppRecord> records) {
        return IntStream.range(0, records.size()).mapToObj(i -> new Listed(offset + i, records.get(i)));
    }
}
