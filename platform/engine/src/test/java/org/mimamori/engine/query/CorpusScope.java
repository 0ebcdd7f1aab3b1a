package org.mimamori.engine.query;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.mimamori.engine.field.Field;
import org.mimamori.engine.field.FieldCode;

/** The fields of a corpus app without the hidden ones. */
record CorpusScope(List<Field> top, Set<FieldCode> hidden, String appCode, Optional<RelatedScope> related)
        implements QueryScope {

    @Override
    public Optional<Field> field(FieldCode code) {
        return top.stream()
                .flatMap(field -> Stream.concat(Stream.of(field), field.inner().stream()))
                .filter(field -> field.code().equals(code) && !hidden.contains(code))
                .findFirst();
    }

    @Override
    public Optional<FieldCode> tableOf(FieldCode code) {
        return top.stream()
                .filter(table ->
                        table.inner().stream().anyMatch(inner -> inner.code().equals(code)))
                .map(Field::code)
                .findFirst();
    }

    @Override
    public Optional<RelatedScope> related(FieldCode relatedRecords) {
        return related;
    }
}
