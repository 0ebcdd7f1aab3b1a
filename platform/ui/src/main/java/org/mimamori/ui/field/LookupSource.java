package org.mimamori.ui.field;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.mimamori.engine.app.AppDefinition;
import org.mimamori.engine.directory.Actor;
import org.mimamori.engine.field.Field;
import org.mimamori.engine.field.FieldCode;
import org.mimamori.engine.field.Lookup;
import org.mimamori.engine.field.RelatedApp;
import org.mimamori.engine.field.Shape;
import org.mimamori.engine.field.Value;
import org.mimamori.engine.permission.Access;
import org.mimamori.engine.query.QueryLimits;
import org.mimamori.engine.record.AppRecord;
import org.mimamori.engine.record.RecordPage;

/** The records a lookup field can take its value from, as the person signed in may see them. */
record LookupSource(Field field, Lookup lookup, FieldContext context, Supplier<Actor.Person> actor, Sources sources) {

    /** Candidates whose key or picker columns contain the text. */
    RecordPage find(String text, int offset, int limit) {
        QueryLimits page = new QueryLimits(limit, limit, Integer.MAX_VALUE);
        return sources.records().lookupCandidates(actor.get(), context.app().id(), field.code(), text, page, offset);
    }

    /** The source app, unless the person may not know of it. */
    Optional<AppDefinition> app() {
        RelatedApp related = lookup.relatedApp();
        return sources.app(actor.get(), related);
    }

    /** Columns of the picker: the key, then those the builder chose, as far as the person may see them. */
    List<Field> columns(AppDefinition app) {
        Access access = sources.apps().access(actor.get(), app);
        return Stream.concat(Stream.of(lookup.relatedKeyField()), lookup.lookupPickerFields().stream())
                .distinct()
                .filter(code -> access.ever(code).readable())
                .flatMap(code -> app.field(code).stream())
                .toList();
    }

    /** What the field takes when a candidate is chosen. */
    Value key(AppRecord candidate) {
        FieldCode code = lookup.relatedKeyField();
        Value key = app().flatMap(app -> app.field(code)).map(candidate::value).orElse(Value.BLANK);
        boolean numberAsText = field.shape() == Shape.TEXT && key instanceof Value.Decimal;
        return numberAsText && key instanceof Value.Decimal(BigDecimal number)
                ? Value.text(number.toPlainString())
                : key;
    }
}
