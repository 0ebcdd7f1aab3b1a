package org.mimamori.ui.history;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.mimamori.engine.app.AppDefinition;
import org.mimamori.engine.directory.Actor;
import org.mimamori.engine.directory.EntityRef;
import org.mimamori.engine.field.Field;
import org.mimamori.engine.field.FileRef;
import org.mimamori.engine.field.Row;
import org.mimamori.engine.field.Value;
import org.mimamori.ui.shell.DirectoryNames;
import org.mimamori.ui.shell.When;
import org.mimamori.ui.shell.Words;
import org.springframework.stereotype.Component;

/** Values as text for a reader of the history. */
@Component
final class ValueText {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("H:mm", Locale.ROOT);

    private final DirectoryNames names;
    private final When when;
    private final Words words;

    ValueText(DirectoryNames names, When when, Words words) {
        this.names = names;
        this.when = when;
        this.words = words;
    }

    Reading in(AppDefinition app, Actor.Person reader) {
        return new Reading(this, app, reader);
    }

    /** Values of one app for one reader. */
    record Reading(ValueText text, AppDefinition app, Actor.Person reader) {

        String label(Field field) {
            return app.labels().of(field, text.words.locale());
        }

        String of(Field field, Value value) {
            return switch (value) {
                case Value.Blank blank -> text.words.of("history.blank");
                case Value.Text(String written) -> written;
                case Value.Decimal(BigDecimal number) -> number.toPlainString();
                case Value.Choice(String option) -> option(field, option);
                case Value.Choices(List<String> options) ->
                    join(options.stream().map(option -> option(field, option)).toList());
                case Value.Date(LocalDate date) -> text.when.day(date);
                case Value.Time(LocalTime time) -> TIME.format(time);
                case Value.Moment(Instant instant) -> text.when.moment(instant, reader.zone());
                case Value.Entity(EntityRef ref) -> text.names.withPlace(ref);
                case Value.Entities(List<EntityRef> refs) ->
                    join(refs.stream().map(text.names::withPlace).toList());
                case Value.Files(List<FileRef> files) ->
                    join(files.stream().map(FileRef::name).toList());
                case Value.Rows(List<Row> rows) -> text.words.of("history.rows", rows.size());
            };
        }

        private String option(Field field, String option) {
            return app.labels().ofOption(field.code(), option, text.words.locale());
        }

        private String join(List<String> parts) {
            return parts.stream().collect(Collectors.joining(text.words.of("list.separator")));
        }
    }
}
