package org.mimamori.engine.store;

import java.util.List;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mimamori.engine.field.FieldCode;
import org.mimamori.engine.record.UniqueViolation;
import org.springframework.dao.DuplicateKeyException;

/** Tells which unique key of an app a write has violated. */
final class DuplicateKeys {

    /** The one text by which MongoDB names the index: {@code ... index: NAME dup key: ...}. */
    private static final Pattern INDEX = Pattern.compile("index: (\\S+)");

    private DuplicateKeys() {}

    static <T> T named(RecordLayout layout, Supplier<T> write) {
        try {
            return write.get();
        } catch (DuplicateKeyException e) {
            throw violation(layout, e);
        }
    }

    static UniqueViolation violation(RecordLayout layout, DuplicateKeyException e) {
        String index = indexName(e);
        if ("_id_".equals(index)) {
            throw new IllegalStateException("a record number was given out twice in " + layout.collection(), e);
        }
        List<FieldCode> key = IndexPlan.unique(layout).stream()
                .filter(planned -> planned.spec().name().equals(index))
                .map(IndexPlan.UniqueIndex::fields)
                .findFirst()
                .orElse(List.of());
        return new UniqueViolation(key, e);
    }

    private static String indexName(Throwable e) {
        for (@Nullable Throwable cause = e; cause != null; cause = cause.getCause()) {
            Matcher matcher = INDEX.matcher(String.valueOf(cause.getMessage()));
            if (matcher.find()) {
                return matcher.group(1);
            }
        }
        return "";
    }
}
