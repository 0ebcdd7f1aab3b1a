package org.mimamori.engine.store;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.bson.Document;
import org.bson.types.Decimal128;
import org.jspecify.annotations.Nullable;
import org.mimamori.engine.field.FieldCode;
import org.mimamori.engine.field.Value;
import org.mimamori.engine.report.Gathered;
import org.mimamori.engine.report.Gathering;
import org.mimamori.engine.report.Gathering.Wanted;
import org.mimamori.engine.report.Tally;

/**
 * A gathering as the database's {@code $group}. Days and times of day are grouped as they are held, there being few of
 * them; instants by the text of their unit on the asker's wall clock.
 */
final class GroupPipeline {

    private static final String KEY = "_id";
    private static final String COUNT = "n";

    private final RecordLayout layout;
    private final Gathering gathering;
    private final List<GroupKey> keys;
    private final List<Place> wanted;

    GroupPipeline(RecordLayout layout, Gathering gathering) {
        this.layout = layout;
        this.gathering = gathering;
        this.keys = gathering.groups().stream()
                .map(group -> new GroupKey(place(group.code()), group.per(), gathering.zone()))
                .toList();
        this.wanted = gathering.wanted().stream().map(one -> place(one.field())).toList();
    }

    private Place place(FieldCode code) {
        FieldCode table = gathering.table();
        Places places = Places.of(layout);
        return table != null && layout.app().fields().tableOf(code).isPresent()
                ? places.findInRows(table, code).orElseThrow()
                : places.of(code);
    }

    List<Document> stages(Document condition) {
        List<Document> stages = new ArrayList<>();
        stages.add(new Document("$match", condition));
        FieldCode table = gathering.table();
        if (table != null) {
            stages.add(unwind(place(table), false));
        }
        multiple().forEach(place -> stages.add(unwind(place, true)));
        stages.add(new Document("$group", group()));
        stages.add(new Document("$limit", Gathering.MOST_GROUPS + 1));
        return stages;
    }

    /** Places of several values, each once: two levels by the same field are the same value. */
    private Set<Place> multiple() {
        Set<Place> multiple = new LinkedHashSet<>();
        keys.stream().map(GroupKey::place).filter(Place::isMultiple).forEach(multiple::add);
        return multiple;
    }

    private static Document unwind(Place place, boolean keepEmpty) {
        return new Document(
                "$unwind", new Document("path", "$" + place.path()).append("preserveNullAndEmptyArrays", keepEmpty));
    }

    private Document group() {
        Document group = new Document(KEY, key()).append(COUNT, new Document("$sum", 1L));
        for (int i = 0; i < wanted.size(); i++) {
            String path = "$" + wanted.get(i).path();
            Wanted what = gathering.wanted().get(i);
            if (what.sum()) {
                Document filled = new Document("$cond", List.of(new Document("$gt", atPath(path)), 1L, 0L));
                group.append("s" + i, new Document("$sum", path)).append("f" + i, new Document("$sum", filled));
            }
            if (what.extremes()) {
                group.append("a" + i, new Document("$min", path)).append("z" + i, new Document("$max", path));
            }
        }
        return group;
    }

    private static List<@Nullable Object> atPath(String path) {
        List<@Nullable Object> operands = new ArrayList<>();
        operands.add(path);
        operands.add(null);
        return operands;
    }

    private Object key() {
        if (keys.size() == 1) {
            return keys.getFirst().expression();
        }
        Document all = new Document();
        for (int i = 0; i < keys.size(); i++) {
            all.append(name(i), keys.get(i).expression());
        }
        return all;
    }

    private static String name(int key) {
        return "k" + key;
    }

    Gathered read(Document group) {
        Object held = group.get(KEY);
        List<Value> read = new ArrayList<>();
        for (int i = 0; i < keys.size(); i++) {
            Object part = keys.size() == 1 ? held : held instanceof Document all ? all.get(name(i)) : null;
            read.add(keys.get(i).read(part));
        }
        List<Tally.Figures> figures = new ArrayList<>();
        for (int i = 0; i < wanted.size(); i++) {
            figures.add(figures(group, i));
        }
        return new Gathered(
                read, new Tally(number(group.getOrDefault(COUNT, 0L)).longValueExact(), figures));
    }

    private Tally.Figures figures(Document group, int i) {
        Number filled = (Number) group.getOrDefault("f" + i, 0L);
        return new Tally.Figures(
                number(group.getOrDefault("s" + i, 0L)),
                filled.longValue(),
                extreme(wanted.get(i), group.get("a" + i)),
                extreme(wanted.get(i), group.get("z" + i)));
    }

    private static Value extreme(Place place, @Nullable Object held) {
        return held == null ? Value.BLANK : ValueReader.read(place.shape(), held);
    }

    private static BigDecimal number(Object held) {
        return held instanceof Decimal128 decimal
                ? decimal.bigDecimalValue()
                : BigDecimal.valueOf(((Number) held).longValue());
    }
}
