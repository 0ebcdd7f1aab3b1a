package org.mimamori.ui.field;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.mimamori.engine.app.AppDefinition;
import org.mimamori.engine.app.Numbering;
import org.mimamori.engine.directory.Actor;
import org.mimamori.engine.directory.Directory;
import org.mimamori.engine.directory.EntityRef;
import org.mimamori.engine.directory.User;
import org.mimamori.engine.field.Field;
import org.mimamori.engine.field.FieldCode;
import org.mimamori.engine.field.Lookup;
import org.mimamori.ui.shell.Words;

/**
 * What a field on screen is surrounded by.
 *
 * @param record number of the record, or 0 for one not yet saved and where there is no single record
 * @param filled fields the platform fills by copying or numbering, which nobody types
 */
public record FieldContext(
        AppDefinition app,
        long record,
        Actor.Person person,
        Words words,
        Directory directory,
        Clock clock,
        Set<FieldCode> filled) {

    public FieldContext {
        filled = Set.copyOf(filled);
    }

    public static FieldContext of(
            AppDefinition app, long record, Actor.Person person, Words words, Directory directory, Clock clock) {
        return new FieldContext(app, record, person, words, directory, clock, filled(app));
    }

    /** The same surroundings for a record of another app. */
    public FieldContext in(AppDefinition other) {
        return of(other, 0, person, words, directory, clock);
    }

    public Locale locale() {
        return words.locale();
    }

    /** Today where the person is. */
    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), person.zone());
    }

    public String label(Field field) {
        return app.labels().of(field, locale());
    }

    public String option(Field field, String option) {
        return app.labels().ofOption(field.code(), option, locale());
    }

    public String name(EntityRef ref) {
        return directory.name(ref, locale());
    }

    /** What tells people of the same name apart: the organisation they belong to. */
    public String affiliation(EntityRef ref) {
        return switch (ref.type()) {
            case USER ->
                directory
                        .findUser(ref.code())
                        .map(User::organizations)
                        .filter(codes -> !codes.isEmpty())
                        .map(List::getFirst)
                        .map(code -> name(EntityRef.organization(code)))
                        .orElse("");
            case ORGANIZATION, GROUP -> "";
        };
    }

    /** Whether the field takes what a person types, as far as its definition goes. */
    public boolean typed(Field field) {
        return field.writable() && !filled.contains(field.code());
    }

    private static Set<FieldCode> filled(AppDefinition app) {
        Set<FieldCode> filled = new HashSet<>();
        app.additions().numbering().stream().map(Numbering::field).forEach(filled::add);
        app.fields()
                .all()
                .flatMap(field -> Optional.ofNullable(field.lookup()).stream())
                .flatMap(lookup -> lookup.fieldMappings().stream())
                .map(Lookup.FieldMapping::field)
                .forEach(filled::add);
        return filled;
    }
}
