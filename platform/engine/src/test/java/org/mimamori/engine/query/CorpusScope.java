package org.mimamori.engine.query;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mimamori.engine.field.Field;
import org.mimamori.engine.field.FieldCode;

/** The fields of a corpus app without the hidden ones. */
final class CorpusScope implements QueryScope {

    private final Map<FieldCode, Field> fields = new HashMap<>();
    private final Map<FieldCode, FieldCode> tables = new HashMap<>();
    private final String appCode;
    private final @Nullable RelatedScope related;

    CorpusScope(List<Field> top, Set<FieldCode> hidden, String appCode, Optional<RelatedScope> related) {
        for (Field field : top) {
            fields.put(field.code(), field);
            for (Field inner : field.inner()) {
                fields.put(inner.code(), inner);
                tables.put(inner.code(), field.code());
            }
        }
        fields.keySet().removeAll(hidden);
        this.appCode = appCode;
        this.related = related.orElse(null);
    }

    @Override
    public Optional<Field> field(FieldCode code) {
        return Optional.ofNullable(fields.get(code));
    }

    @Override
    public Optional<FieldCode> tableOf(FieldCode code) {
        return Optional.ofNullable(tables.get(code));
    }

    @Override
    public String appCode() {
        return appCode;
    }

    @Override
    public Optional<RelatedScope> related(FieldCode relatedRecords) {
        return Optional.ofNullable(related);
    }
}
