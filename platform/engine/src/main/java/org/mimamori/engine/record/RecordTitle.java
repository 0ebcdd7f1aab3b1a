package org.mimamori.engine.record;

import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.mimamori.engine.app.AppDefinition;
import org.mimamori.engine.field.Field;
import org.mimamori.engine.permission.Access;

/** What names a record in lists of mentions, links and page titles, from fields the reader may see. */
public final class RecordTitle {

    private RecordTitle() {}

    /** The value of the app's title field as text, or of the first suitable field; the record number failing those. */
    public static String of(AppDefinition app, Access access, AppRecord record) {
        return candidates(app)
                .filter(field -> access.ever(field.code()).readable() && !record.hides(field.code()))
                .map(field -> field.plainText(record.value(field)).strip())
                .filter(text -> !text.isBlank())
                .findFirst()
                .orElse("#" + record.id());
    }

    private static Stream<Field> candidates(AppDefinition app) {
        Stream<Field> chosen = Optional.ofNullable(app.settings().titleField()).flatMap(app::field).stream();
        Stream<Field> suitable = app.fields().top().stream()
                .filter(field -> field.systemValue().isEmpty())
                .filter(field -> field.sortable());
        return Stream.concat(chosen, suitable).filter(Objects::nonNull);
    }
}
