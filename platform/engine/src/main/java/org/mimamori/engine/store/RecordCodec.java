package org.mimamori.engine.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.mimamori.engine.directory.EntityRef;
import org.mimamori.engine.field.FieldCode;
import org.mimamori.engine.field.Row;
import org.mimamori.engine.field.Value;
import org.mimamori.engine.process.Round;
import org.mimamori.engine.record.AppRecord;
import org.mimamori.engine.record.ProcessStart;

/** Writes the records of one app as documents and reads them back; see {@link RecordLayout}. */
final class RecordCodec {

    private final RecordLayout layout;

    RecordCodec(RecordLayout layout) {
        this.layout = layout;
    }

    Document write(AppRecord record) {
        Document document = new Document(RecordLayout.NUMBER, record.id())
                .append(RecordLayout.REVISION, record.revision())
                .append(RecordLayout.CREATED, stamp(record.creator(), record.createdAt()))
                .append(RecordLayout.UPDATED, stamp(record.modifier(), record.updatedAt()));
        Set<Integer> grams = new LinkedHashSet<>();
        Derived derived = new Derived(grams);
        Document values = new Document();
        for (StoredField field : layout.fields()) {
            Value value = record.value(field.code());
            if (!value.isBlank()) {
                (field.isOfProcess() ? document : values).put(field.id(), write(field, value, grams));
                derived.add(field, value);
            }
        }
        document.append(RecordLayout.VALUES, values);
        writeRound(document, Round.of(record::value));
        derived.forEach(document::append);
        Document keys = keys(record);
        if (!keys.isEmpty()) {
            document.append(RecordLayout.KEYS, keys);
        }
        if (!grams.isEmpty()) {
            document.append(RecordLayout.GRAMS, new ArrayList<>(grams));
        }
        return document;
    }

    private static void writeRound(Document document, Round round) {
        if (!round.acted().isEmpty()) {
            document.append(RecordLayout.ACTION, round.action())
                    .append(
                            RecordLayout.ACTED,
                            round.acted().stream().map(EntityCodes::write).toList());
        }
    }

    /**
     * The same record with everything beside its values worked out anew; values of fields that have gone stay, and so
     * does the name of a status that has another by now: the definition may yet be refused.
     */
    Document writeAnew(Document before) {
        Document after = keepingGone(before, write(read(before)));
        if (before.containsKey(RecordLayout.STATUS)) {
            after.put(RecordLayout.STATUS, before.get(RecordLayout.STATUS));
        }
        return after;
    }

    /** The record standing in a status of the process, by the name it has now. */
    Document settled(Document before) {
        AppRecord record = read(before);
        return keepingGone(before, write(record.with(ProcessStart.of(layout.app(), record))));
    }

    private Document keepingGone(Document before, Document after) {
        Document values = after.get(RecordLayout.VALUES, Document.class);
        Document held = before.get(RecordLayout.VALUES, new Document());
        held.forEach(values::putIfAbsent);
        Set<String> columns = layout.tables()
                .flatMap(table -> table.inner().stream())
                .map(StoredField::id)
                .collect(Collectors.toSet());
        GoneValues.carry(id -> layout.byId(id) == null && !columns.contains(id), held, values);
        return after;
    }

    Document keys(AppRecord record) {
        Document keys = new Document();
        layout.keys()
                .forEach(key ->
                        key.text(code -> record.value(layout.app(), code)).ifPresent(text -> keys.put(key.id(), text)));
        return keys;
    }

    Object write(StoredField field, Value value, Set<Integer> grams) {
        if (value instanceof Value.Rows(List<Row> rows)) {
            return rows.stream().map(row -> write(field, row, grams)).toList();
        }
        return ValueWriter.write(value);
    }

    private static Document write(StoredField table, Row row, Set<Integer> grams) {
        Derived derived = new Derived(grams);
        Document values = new Document();
        for (StoredField column : table.inner()) {
            Value value = row.value(column.code());
            if (!value.isBlank()) {
                values.put(column.id(), ValueWriter.write(value));
                derived.add(column, value);
            }
        }
        Document document = new Document(RecordLayout.ROW_ID, row.id()).append(RecordLayout.ROW_VALUES, values);
        derived.forEach(document::append);
        return document;
    }

    private static Document stamp(EntityRef by, Instant at) {
        return new Document(RecordLayout.BY, EntityCodes.write(by)).append(RecordLayout.AT, ValueWriter.moment(at));
    }

    AppRecord read(Document document) {
        Map<FieldCode, Value> values = new HashMap<>();
        readAll(document.get(RecordLayout.VALUES, new Document()), values);
        layout.fields().stream()
                .filter(field -> field.isOfProcess() && document.containsKey(field.id()))
                .forEach(field -> values.put(field.code(), ofProcess(field, document.get(field.id(), Object.class))));
        readRound(document, values);
        Document created = document.get(RecordLayout.CREATED, Document.class);
        Document updated = document.get(RecordLayout.UPDATED, Document.class);
        return new AppRecord(
                layout.app().id(),
                document.getLong(RecordLayout.NUMBER),
                document.getLong(RecordLayout.REVISION),
                EntityCodes.read(created.getString(RecordLayout.BY)),
                created.get(RecordLayout.AT, Instant.class),
                EntityCodes.read(updated.getString(RecordLayout.BY)),
                updated.get(RecordLayout.AT, Instant.class),
                values);
    }

    /** A renamed status is read under its new name, even where the record has not been rewritten yet. */
    private Value ofProcess(StoredField field, Object held) {
        Value value = read(field, held);
        return field.id().equals(RecordLayout.STATUS) && value instanceof Value.Choice(String name)
                ? layout.app()
                        .process()
                        .standing(name)
                        .<Value>map(status -> new Value.Choice(status.name()))
                        .orElse(value)
                : value;
    }

    private static void readRound(Document document, Map<FieldCode, Value> values) {
        if (document.containsKey(RecordLayout.ACTED)) {
            List<EntityRef> acted = document.getList(RecordLayout.ACTED, String.class).stream()
                    .map(EntityCodes::read)
                    .toList();
            values.putAll(new Round(document.getString(RecordLayout.ACTION), acted).values());
        }
    }

    private void readAll(Document held, Map<FieldCode, Value> values) {
        held.forEach((id, value) -> {
            StoredField field = layout.byId(id);
            // A value whose field has gone from the form stays where it is until the record is written again.
            if (field != null) {
                values.put(field.code(), read(field, value));
            }
        });
    }

    private static Value read(StoredField field, Object held) {
        return field.isTable()
                ? Value.rows(ValueReader.list(held).stream()
                        .map(row -> row(field, (Document) row))
                        .toList())
                : ValueReader.read(field.shape(), held);
    }

    private static Row row(StoredField table, Document document) {
        Map<FieldCode, Value> values = new HashMap<>();
        Document held = document.get(RecordLayout.ROW_VALUES, Document.class);
        for (StoredField column : table.inner()) {
            @Nullable Object value = held.get(column.id());
            if (value != null) {
                values.put(column.code(), ValueReader.read(column.shape(), value));
            }
        }
        return new Row(document.getLong(RecordLayout.ROW_ID), values);
    }
}
