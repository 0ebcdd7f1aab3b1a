package org.mimamori.engine.app;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mimamori.engine.field.Field;
import org.mimamori.engine.field.FieldCode;
import org.mimamori.engine.field.Shape;
import tools.jackson.databind.JsonNode;

/** Reads the views of a definition: kintone's views JSON, by name. Numbers are given later. */
final class ViewsReader {

    private static final Place PLACE = Place.ROOT.at("views");

    private static final Set<Shape> DAYS = Set.of(Shape.DATE, Shape.MOMENT);

    private final References references;
    private final Translations translations;

    ViewsReader(References references, Translations translations) {
        this.references = references;
        this.translations = translations;
    }

    /** The views by index, which from then on runs from 0 without gaps. */
    List<View> read(JsonNode views) {
        List<View> read = new ArrayList<>();
        Set<Integer> indexes = new HashSet<>();
        for (Map.Entry<String, JsonNode> entry : views.properties()) {
            Place place = PLACE.at(entry.getKey());
            View view = view(entry.getKey(), entry.getValue(), place, read.size());
            if (!indexes.add(view.index())) {
                references.findings().add(place.at("index"), "view.indexTwice", view.index());
            }
            read.add(view);
        }
        return numbered(
                read.stream().sorted(Comparator.comparingInt(View::index)).toList());
    }

    private View view(String name, JsonNode view, Place place, int position) {
        String given = Json.text(view, "name", name);
        if (!given.equals(name)) {
            references.findings().add(place.at("name"), "view.nameMismatch", name, given);
        }
        FieldCode date = Json.code(view, "date");
        checkDate(date, place);
        FieldCode title = Json.code(view, "title");
        if (title != null) {
            references.topField(title, place.at("title"));
        }
        return new View(
                0,
                Json.whole(view, "index", position),
                translations.view(name),
                Json.choice(view, "type", View.Type.LIST),
                references.condition(view, "filterCond", place),
                references.order(view, "sort", place),
                columns(view, place),
                date,
                title,
                Json.text(view, "html"),
                Json.flag(view, "pager", true),
                Json.choice(view, "device", View.Device.ANY));
    }

    private List<FieldCode> columns(JsonNode view, Place place) {
        List<FieldCode> codes = Json.codes(view, "fields");
        for (int i = 0; i < codes.size(); i++) {
            Place at = place.at("fields").at(i);
            if (references
                    .topField(codes.get(i), at)
                    .map(Field::shape)
                    .filter(Shape.NONE::equals)
                    .isPresent()) {
                references.findings().add(at, "view.noColumn", codes.get(i).text());
            }
        }
        return codes;
    }

    private void checkDate(@Nullable FieldCode date, Place place) {
        if (date != null
                && references
                        .topField(date, place.at("date"))
                        .filter(field -> !DAYS.contains(field.shape()))
                        .isPresent()) {
            references.findings().add(place.at("date"), "view.noDate", date.text());
        }
    }

    private static List<View> numbered(List<View> sorted) {
        List<View> views = new ArrayList<>();
        for (View view : sorted) {
            views.add(view.withIndex(views.size()));
        }
        return views;
    }
}
