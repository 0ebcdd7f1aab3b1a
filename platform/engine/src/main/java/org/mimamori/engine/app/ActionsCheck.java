package org.mimamori.engine.app;

import java.util.List;
import java.util.Optional;
import org.mimamori.engine.app.AppAction.Mapping;
import org.mimamori.engine.field.Field;
import org.mimamori.engine.field.FieldCode;
import org.mimamori.engine.field.Shape;

/** Checks actions against the apps whose forms they open; an app that is not there yet has no such action yet. */
final class ActionsCheck {

    private final Form form;
    private final OtherApps others;
    private final Findings findings;

    ActionsCheck(Form form, OtherApps others, Findings findings) {
        this.form = form;
        this.others = others;
        this.findings = findings;
    }

    void check(List<AppAction> actions) {
        for (AppAction action : actions) {
            Place place = Place.ROOT.at("actions").at(action.name().base()).at("mappings");
            others.find(action.destApp()).ifPresent(other -> {
                for (int i = 0; i < action.mappings().size(); i++) {
                    check(action.mappings().get(i), other.fields(), place.at(i));
                }
            });
        }
    }

    private void check(Mapping mapping, FormFields there, Place place) {
        FieldCode code = mapping.destField();
        Optional<Field> target =
                there.field(code).filter(found -> there.tableOf(code).isEmpty());
        if (target.isEmpty()) {
            findings.add(place.at("destField"), "relation.unknownField", code.text());
        } else if (!target.get().writable() || target.get().formula() != null) {
            findings.add(place.at("destField"), "action.noTarget", code.text());
        } else if (!takes(target.get(), mapping)) {
            findings.add(
                    place,
                    "relation.shapesDiffer",
                    mapping.source().map(FieldCode::text).orElse("RECORD_URL"),
                    code.text());
        }
    }

    private boolean takes(Field target, Mapping mapping) {
        Optional<FieldCode> source = mapping.source();
        return source.isEmpty()
                ? target.shape() == Shape.TEXT
                : form.field(source.get()).map(field -> fits(field, target)).orElse(true);
    }

    /** Whether values can be taken over: the same shape, or a text that the value has. */
    static boolean fits(Field source, Field target) {
        if (source.shape() == target.shape()) {
            return ActionsReader.copyable(target) && source.entityType() == target.entityType();
        }
        return switch (target.shape()) {
            case TEXT -> source.shape() == Shape.DECIMAL || source.shape() == Shape.CHOICE;
            case ENTITIES -> source.shape() == Shape.ENTITY && source.entityType() == target.entityType();
            case CHOICES -> source.shape() == Shape.CHOICE;
            case DECIMAL, CHOICE, DATE, TIME, MOMENT, ENTITY, FILES, ROWS, NONE -> false;
        };
    }
}
