package org.mimamori.engine.record;

import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.mimamori.engine.app.AppDefinition;
import org.mimamori.engine.directory.Actor;
import org.mimamori.engine.directory.Directory;
import org.mimamori.engine.field.Field;
import org.mimamori.engine.field.FieldCode;
import org.mimamori.engine.field.SystemValue;
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

    /** The query as it is for this actor. */
    Veil veil() {
        return new Veil(app.fields(), access);
    }

    /** Whether the actor may see the field in some record; what is shown of a record has to be masked. */
    boolean readable(FieldCode code) {
        return access.ever(app.fields().tableOf(code).orElse(code)).readable();
    }

    /** Whether the actor may see the field in this whole record. */
    boolean readable(FieldCode code, AppRecord record) {
        return access.field(app.fields().tableOf(code).orElse(code))
                .in(other -> record.value(app, other))
                .readable();
    }

    /** Whether the actor may write the field in every record. */
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

    /** What has to be read of a record to show some of it: also what the rights to it depend on. */
    Set<FieldCode> needed(Set<FieldCode> shown) {
        Set<FieldCode> needed = access.looksAt();
        needed.addAll(shown);
        return needed;
    }

    /** The record, of which at least what is {@link #needed} has been read, without what the actor may not see. */
    AppRecord mask(AppRecord record, Set<FieldCode> shown) {
        return record.seen(shown, access.varying(code -> record.value(app, code)));
    }

    /** Text fields the actor may search in, and the tables that have such fields, in a stable order. */
    List<FieldCode> searchable() {
        return app.fields()
                .all()
                .filter(field -> Searchable.is(field.shape())
                        || field.inner().stream().anyMatch(inner -> Searchable.is(inner.shape())))
                .map(Field::code)
                .filter(this::readable)
                .sorted(Comparator.naturalOrder())
                .toList();
    }
}
