package org.mimamori.engine.record;

import java.time.Clock;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.mimamori.engine.app.AppDefinition;
import org.mimamori.engine.directory.Actor;
import org.mimamori.engine.directory.Directory;
import org.mimamori.engine.field.Field;
import org.mimamori.engine.field.FieldCode;
import org.mimamori.engine.field.SystemValue;
import org.mimamori.engine.field.Value;
import org.mimamori.engine.permission.Access;
import org.mimamori.engine.permission.Right;
import org.mimamori.engine.query.Filter;
import org.mimamori.engine.query.FilterTest;
import org.mimamori.engine.query.QueryContext;
import org.mimamori.engine.query.QueryResolver;

/** An app as one actor has it open: the definition, what the actor may do, and queries bound to what it may see. */
record Opened(AppDefinition app, Actor actor, Access access, Clock clock, Directory directory) {

    Opened require(Right right) {
        access.require(right);
        return this;
    }

    /** Resolves what the actor asks: hidden fields do not exist. */
    QueryResolver asked() {
        return new QueryResolver(new GuardedScope(app.fields(), access), context());
    }

    /** Resolves what the definition says, which may depend on fields the actor may not see. */
    QueryResolver defined() {
        return new QueryResolver(app.fields(), context());
    }

    private QueryContext context() {
        return new QueryContext(actor, clock, directory);
    }

    boolean readable(FieldCode code) {
        return access.of(app.fields().tableOf(code).orElse(code)).readable();
    }

    boolean writable(FieldCode code) {
        return access.of(code).writable();
    }

    boolean holds(Filter filter, AppRecord record) {
        return FilterTest.holds(filter, code -> record.value(app, code));
    }

    /** Codes of the top-level fields whose stored values the actor may read. */
    Set<FieldCode> readableFields() {
        return app.fields().top().stream()
                .filter(field -> field.enabled()
                        && field.systemValue().map(SystemValue::isKeptAsValue).orElse(true))
                .map(Field::code)
                .filter(this::readable)
                .collect(Collectors.toSet());
    }

    /** The record without what the actor may not see. */
    AppRecord mask(AppRecord record, Set<FieldCode> shown) {
        Map<FieldCode, Value> kept = new HashMap<>(record.values());
        kept.keySet().retainAll(shown);
        return new AppRecord(
                record.app(),
                record.id(),
                record.revision(),
                record.creator(),
                record.createdAt(),
                record.modifier(),
                record.updatedAt(),
                kept);
    }

    /** Text fields the actor may search in, in a stable order. */
    List<FieldCode> searchable() {
        return app.fields()
                .all()
                .filter(field -> Searchable.is(field.shape()))
                .map(Field::code)
                .filter(this::readable)
                .sorted(Comparator.naturalOrder())
                .toList();
    }
}
