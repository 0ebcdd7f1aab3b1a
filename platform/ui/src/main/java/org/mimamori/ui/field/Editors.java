package org.mimamori.ui.field;

import java.util.Map;
import java.util.function.Supplier;
import org.mimamori.engine.directory.Actor;
import org.mimamori.engine.field.Field;
import org.mimamori.engine.field.Lookup;
import org.mimamori.engine.record.Apps;
import org.mimamori.engine.record.Attachments;
import org.mimamori.engine.record.RecordService;
import org.mimamori.ui.shell.CurrentActor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** Finds the editor of a field: the one its type has for itself, or else the one of its shape. */
@Component
public final class Editors {

    /** Makes an editor. */
    private interface Factory {
        Editor create(Field field, FieldContext context, Place place);
    }

    private static final Map<String, Factory> OF_TYPES = Map.of(
            "MULTI_LINE_TEXT", TextEditors::lines,
            "RICH_TEXT", RichTextEditors::of,
            "LINK", TextEditors::link,
            "RADIO_BUTTON", ChoiceEditors::radio,
            "MULTI_SELECT", ChoiceEditors::several);

    private final Sources sources;
    private final Displays displays;
    private final Supplier<Actor.Person> actor;

    @Autowired
    Editors(RecordService records, Apps apps, Attachments attachments, Displays displays, CurrentActor current) {
        this(new Sources(records, apps, attachments), displays, current::get);
    }

    Editors(Sources sources, Displays displays, Supplier<Actor.Person> actor) {
        this.sources = sources;
        this.displays = displays;
        this.actor = actor;
    }

    /** An editor of a field that people may type into. */
    public Editor of(Field field, FieldContext context, Place place) {
        Lookup lookup = field.lookup();
        if (lookup == null) {
            return plain(field, context, place);
        }
        LookupSource source = new LookupSource(field, lookup, context, actor, sources);
        return new LookupEditor(source, context, plain(field, context, Place.ROW), place);
    }

    /** Makes what stands in the cells of a table's rows. */
    private Display cell(Field inner, FieldContext context) {
        return context.typed(inner) ? of(inner, context, Place.ROW) : displays.of(inner, context, Place.ROW);
    }

    private Editor plain(Field field, FieldContext context, Place place) {
        Factory own = OF_TYPES.get(field.type());
        return own == null ? ofShape(field, context, place) : own.create(field, context, place);
    }

    private Editor ofShape(Field field, FieldContext context, Place place) {
        return switch (field.shape()) {
            case TEXT -> TextEditors.line(field, context, place);
            case DECIMAL -> TextEditors.number(field, context, place);
            case CHOICE -> ChoiceEditors.one(field, context, place);
            case CHOICES -> ChoiceEditors.checks(field, context, place);
            case DATE -> DateEditors.day(field, context, place);
            case TIME -> TextEditors.time(field, context, place);
            case MOMENT -> DateEditors.moment(field, context, place);
            case ENTITY -> EntityPickers.one(field, context, place);
            case ENTITIES -> EntityPickers.several(field, context, place);
            case FILES -> new FilesEditor(field, context, sources.attachments(), actor, place);
            case ROWS -> new TableEditor(field, context, inner -> cell(inner, context));
            case NONE -> throw new IllegalArgumentException(field.code() + " holds nothing to type");
        };
    }
}
