package org.mimamori.engine.app;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.mimamori.engine.field.Field;
import org.mimamori.engine.field.FieldCode;

/**
 * What the form of a definition consists of.
 *
 * @param declared every code the file declares, those of unreadable fields included: a mention of such a field is no
 *     further fault
 */
record Form(FormFields fields, List<GroupSettings> groups, Set<FieldCode> declared) {

    Form {
        groups = List.copyOf(groups);
        declared = Set.copyOf(declared);
    }

    /** The form of a live app. */
    static Form of(AppDefinition app) {
        return new Form(app.fields(), app.groups(), codes(app.fields()));
    }

    /** A form of these fields and no groups. */
    static Form of(FormFields fields) {
        return new Form(fields, List.of(), codes(fields));
    }

    private static Set<FieldCode> codes(FormFields fields) {
        Set<FieldCode> codes = new HashSet<>();
        fields.all().map(Field::code).forEach(codes::add);
        return codes;
    }

    /** Whether every declared field could be read, so that conditions can be tried on them. */
    boolean whole() {
        Set<FieldCode> read = new HashSet<>();
        fields.all().map(Field::code).forEach(read::add);
        groups.stream().map(GroupSettings::code).forEach(read::add);
        return read.containsAll(declared);
    }

    Optional<Field> field(FieldCode code) {
        return fields.field(code);
    }

    boolean inTable(FieldCode code) {
        return fields.tableOf(code).isPresent();
    }

    /** Where a field's settings stand in the definition. */
    Place place(FieldCode code) {
        Place root = Place.ROOT.at("fields");
        return fields.tableOf(code)
                .map(table -> root.at(table).at("fields").at(code))
                .orElse(root.at(code));
    }

    /** Whether a field or group of the code exists, readable or not. */
    boolean has(FieldCode code) {
        return declared.contains(code) || fields.field(code).isPresent();
    }
}
