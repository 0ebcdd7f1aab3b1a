package org.mimamori.engine.app;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mimamori.engine.field.FieldCode;
import org.mimamori.engine.field.RelatedApp;
import org.mimamori.engine.permission.RightEntity;
import org.mimamori.engine.text.LocalText;

/**
 * A button on a record that opens the form of a new record, of this or another app, with values of the record in it.
 * Nothing is saved before the person saves it.
 *
 * @param id number of the action, unique among the actions of the installation
 * @param index place among the buttons, from 0
 * @param destApp the app whose form is opened
 * @param entities who is offered the button
 * @param filterCond condition on the record, in the query language; empty for all records
 */
public record AppAction(
        long id,
        int index,
        LocalText name,
        RelatedApp destApp,
        List<Mapping> mappings,
        List<RightEntity> entities,
        String filterCond) {

    public AppAction {
        mappings = List.copyOf(mappings);
        entities = List.copyOf(entities);
    }

    AppAction withIndex(int place) {
        return new AppAction(id, place, name, destApp, mappings, entities, filterCond);
    }

    AppAction withId(long number) {
        return new AppAction(number, index, name, destApp, mappings, entities, filterCond);
    }

    /** Fields of this app whose values are taken over. */
    public List<FieldCode> sources() {
        List<FieldCode> sources = new ArrayList<>();
        mappings.forEach(mapping -> mapping.source().ifPresent(sources::add));
        return sources;
    }

    /**
     * What one field of the new record starts with.
     *
     * @param srcField field of this app; null for the address of the record
     * @param destField field of the app whose form is opened
     */
    public record Mapping(@Nullable FieldCode srcField, FieldCode destField) {

        public Optional<FieldCode> source() {
            return Optional.ofNullable(srcField);
        }
    }
}
