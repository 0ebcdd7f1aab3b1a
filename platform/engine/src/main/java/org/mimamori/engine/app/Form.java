package org.mimamori.engine.app;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.mimamori.engine.field.Field;
import org.mimamori.engine.field.FieldCode;
import org.mimamori.engine.field.Option;

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

    /** Codes of fields and groups with the options of each, for the check of translations. */
    Map<String, Set<String>> optionsByCode() {
        Map<String, Set<String>> options = new HashMap<>();
        Stream.concat(declared.stream(), fields.all().map(Field::code))
                .forEach(code -> options.put(code.text(), new LinkedHashSet<>()));
        fields.all().forEach(field -> {
            Set<String> names = options.get(field.code().text());
            field.options().stream().map(Option::name).forEach(name -> {
                if (names != null) {
                    names.add(name);
                }
            });
        });
        return options;
    }
}
