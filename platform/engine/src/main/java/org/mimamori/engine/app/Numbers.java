package org.mimamori.engine.app;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mimamori.engine.field.Field;
import org.mimamori.engine.field.FieldCode;
import org.mimamori.engine.field.Shape;

/**
 * Gives fields, views, reports and actions of an app their numbers: what stays keeps its number, what is new gets one
 * nobody has had.
 */
final class Numbers {

    /** What stands before the names of reports. */
    static final String REPORTS = "reports/";

    /** What stands before the names of app actions. */
    static final String ACTIONS = "actions/";

    private static final int BASE = 36;

    /** Room for the views, reports and actions of one app in the numbers of the installation. */
    private static final long PARTS_PER_APP = 10_000;

    private Numbers() {}

    /**
     * Storage ids by code. A code that was dropped and comes back, changes between form and table, or takes another
     * form of value, gets a new id: what is stored under the old one is another field's.
     *
     * @param given ids of all fields the app has or had
     * @param dropped fields in the recycle bin, whose ids are taken too
     * @param before the form as it was; null for a new app, and for one whose old form this program cannot read
     */
    static Map<FieldCode, String> ofFields(
            FormFields fields, Map<FieldCode, String> given, List<DroppedField> dropped, @Nullable FormFields before) {
        Map<FieldCode, String> ids = new HashMap<>(given);
        long last = Stream.concat(given.values().stream(), dropped.stream().map(DroppedField::id))
                .mapToLong(id -> Long.parseLong(id.substring(1), BASE))
                .max()
                .orElse(0);
        for (Field field : fields.all().filter(Numbers::stored).toList()) {
            if (!given.containsKey(field.code()) || before != null && !same(field, fields, before)) {
                last++;
                ids.put(field.code(), "f" + Long.toString(last, BASE));
            }
        }
        return ids;
    }

    private static boolean stored(Field field) {
        return field.shape() != Shape.NONE && field.systemValue().isEmpty();
    }

    private static boolean same(Field field, FormFields fields, FormFields before) {
        Optional<Field> old = before.field(field.code());
        return old.isPresent()
                && old.get().shape() == field.shape()
                && before.tableOf(field.code()).equals(fields.tableOf(field.code()));
    }

    /** The name under which a view has its number. */
    static String ofView(View view) {
        return view.name().base();
    }

    /** The view that nobody made has the last number of its app, whatever it is called. */
    static long ofBuiltin(AppId app) {
        return (app.value() + 1) * PARTS_PER_APP - 1;
    }

    /** Reports stand beside views; a view of that very name would share the number, which no harm comes of. */
    static String ofReport(Report report) {
        return REPORTS + report.name().base();
    }

    static String ofAction(AppAction action) {
        return ACTIONS + action.name().base();
    }

    /** Numbers of named parts by name; what comes back under its old name is the old one. */
    static Map<String, Long> ofParts(AppId app, List<String> names, Map<String, Long> given) {
        Map<String, Long> ids = new HashMap<>(given);
        long last = given.values().stream().max(Comparator.naturalOrder()).orElse(app.value() * PARTS_PER_APP);
        for (String name : names) {
            if (!ids.containsKey(name)) {
                last++;
                ids.put(name, last);
            }
        }
        return ids;
    }
}
