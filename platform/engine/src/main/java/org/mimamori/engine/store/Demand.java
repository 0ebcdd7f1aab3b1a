package org.mimamori.engine.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.mimamori.engine.app.AppDefinition;
import org.mimamori.engine.app.AppId;
import org.mimamori.engine.app.Rollup;
import org.mimamori.engine.field.Field;
import org.mimamori.engine.field.FieldCode;
import org.mimamori.engine.field.Lookup;
import org.mimamori.engine.field.RelatedApp;
import org.mimamori.engine.field.RelatedRecords;

/** Fields by which an app looks for records of another app (or of its own): they need an index there. */
record Demand(RelatedApp app, List<FieldCode> fields) {

    Demand {
        fields = List.copyOf(fields);
    }

    /** What an app demands. */
    static List<Demand> of(AppDefinition app) {
        List<Demand> demands = new ArrayList<>();
        app.fields().all().forEach(field -> {
            lookups(field).forEach(demands::add);
            RelatedRecords related = field.relatedRecords();
            if (related != null) {
                demands.add(new Demand(related.relatedApp(), List.of(related.relatedField())));
            }
        });
        app.additions().rollups().forEach(rollup -> demands.add(new Demand(rollup.app(), keys(rollup))));
        return demands.stream().distinct().toList();
    }

    private static Stream<Demand> lookups(Field field) {
        Lookup lookup = field.lookup();
        return lookup == null
                ? Stream.empty()
                : Stream.of(new Demand(lookup.relatedApp(), List.of(lookup.relatedKeyField())));
    }

    /** A run is read along its dates; a smallest or largest value is the first or last of the index. */
    private static List<FieldCode> keys(Rollup rollup) {
        return Stream.of(rollup.relatedField(), rollup.upTo(), rollup.upTo() == null ? rollup.of() : null)
                .filter(Objects::nonNull)
                .toList();
    }

    boolean names(AppDefinition target) {
        return names(target.id(), target.code());
    }

    boolean names(AppId id, String code) {
        return app.code().isEmpty()
                ? app.app().equals(id.toString())
                : app.code().equals(code);
    }
}
