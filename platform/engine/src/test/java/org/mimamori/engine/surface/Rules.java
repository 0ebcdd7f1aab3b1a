package org.mimamori.engine.surface;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.mimamori.engine.surface.Plain.App;
import org.mimamori.engine.surface.Plain.AppRow;
import org.mimamori.engine.surface.Plain.Block;
import org.mimamori.engine.surface.Plain.FieldRow;
import org.mimamori.engine.surface.Plain.Move;
import org.mimamori.engine.surface.Plain.Person;
import org.mimamori.engine.surface.Plain.Rec;
import org.mimamori.engine.surface.Plain.RecordRow;
import org.mimamori.engine.surface.Plain.Who;

/**
 * kintone's rules of rights written down from their description, record by record: what every surface is held against.
 * Slow and obvious on purpose; shares nothing with the engine.
 */
public final class Rules {

    private final Map<String, String> parents;
    private final String appCreator;

    /** @param parents organisation above each organisation */
    public Rules(Map<String, String> parents, String appCreator) {
        this.parents = parents;
        this.appCreator = appCreator;
    }

    /** What is ticked in the first row that names the person, and what that cannot do without. */
    public Set<String> rights(Person person, App app) {
        Set<String> rights = new HashSet<>();
        first(app.rows(), AppRow::who, who -> named(person, who, null)).ifPresent(row -> rights.addAll(row.ticked()));
        if (rights.contains("recordEditable")
                || rights.contains("recordDeletable")
                || rights.contains("recordExportable")) {
            rights.add("recordViewable");
        }
        if (rights.contains("recordImportable")) {
            rights.add("recordAddable");
        }
        if (person.admin()) {
            rights.add("appEditable");
        }
        return rights;
    }

    /** Whether the person may know that the app is there. */
    public boolean knows(Person person, App app) {
        Set<String> rights = rights(person, app);
        return rights.contains("recordViewable") || rights.contains("recordAddable") || rights.contains("appEditable");
    }

    public boolean views(Person person, App app, Rec record) {
        return rights(person, app).contains("recordViewable")
                && inBlock(person, app, record, row -> row.view() || row.edit() || row.delete());
    }

    public boolean edits(Person person, App app, Rec record) {
        return rights(person, app).contains("recordEditable") && inBlock(person, app, record, RecordRow::edit);
    }

    public boolean deletes(Person person, App app, Rec record) {
        return rights(person, app).contains("recordDeletable") && inBlock(person, app, record, RecordRow::delete);
    }

    /** The first block whose condition the record meets decides alone; a record that meets none follows the app. */
    private boolean inBlock(Person person, App app, Rec record, Function<RecordRow, Boolean> grants) {
        for (Block block : app.blocks()) {
            if (block.when().holds().test(person, record.whole())) {
                return first(block.rows(), RecordRow::who, who -> named(person, who, record.whole()))
                        .map(grants)
                        .orElse(false);
            }
        }
        return true;
    }

    /** What field rights give on a field of a record: {@code NONE}, {@code READ} or {@code WRITE}. */
    public String level(Person person, App app, Map<String, Object> record, String field) {
        List<FieldRow> rows = app.fields().get(field);
        if (rows == null) {
            return "WRITE";
        }
        return first(rows, FieldRow::who, who -> named(person, who, record))
                .map(FieldRow::level)
                .orElse("NONE");
    }

    /** Whether there could be a record in which the person may read the field; if not, the field does not exist. */
    public boolean exists(Person person, App app, String field) {
        List<FieldRow> rows = app.fields().get(field);
        if (rows == null) {
            return true;
        }
        for (FieldRow row : everyoneLast(rows, FieldRow::who)) {
            boolean grants = !row.level().equals("NONE");
            if (row.who().type().equals("FIELD_ENTITY")) {
                if (grants) {
                    return true;
                }
            } else if (named(person, row.who(), null)) {
                return grants;
            }
        }
        return false;
    }

    /** Whether the person may read the field in every record there could be. */
    public boolean always(Person person, App app, String field) {
        return always(person, app, field, Set.of("READ", "WRITE"));
    }

    /** Whether the person may write the field in every record there could be. */
    public boolean alwaysWrites(Person person, App app, String field) {
        return always(person, app, field, Set.of("WRITE"));
    }

    private boolean always(Person person, App app, String field, Set<String> enough) {
        List<FieldRow> rows = app.fields().get(field);
        if (rows == null) {
            return true;
        }
        for (FieldRow row : everyoneLast(rows, FieldRow::who)) {
            boolean grants = enough.contains(row.level());
            if (row.who().type().equals("FIELD_ENTITY")) {
                if (!grants) {
                    return false;
                }
            } else if (named(person, row.who(), null)) {
                return grants;
            }
        }
        return false;
    }

    /** The record as the person sees it, or empty. */
    public Optional<Map<String, Object>> seen(Person person, App app, Rec record) {
        return views(person, app, record) ? Optional.of(shown(person, app, record.whole())) : Optional.empty();
    }

    /** Those values that field rights let the person read. */
    public Map<String, Object> shown(Person person, App app, Map<String, Object> whole) {
        Map<String, Object> shown = new LinkedHashMap<>();
        whole.forEach((field, value) -> {
            if (!level(person, app, whole, field).equals("NONE")) {
                shown.put(field, value);
            }
        });
        return shown;
    }

    /** Whether a person for whom a notice is meant may know what it gives away: all of it, or any for an edit. */
    public boolean mayBeTold(Person person, App app, Rec record, String kind, Set<String> fields) {
        if (!views(person, app, record)) {
            return false;
        }
        return kind.equals("EDITED")
                ? readsAny(person, app, record, fields)
                : fields.stream()
                        .noneMatch(field ->
                                level(person, app, record.whole(), field).equals("NONE"));
    }

    /** Whether one of the fields of the record is readable. */
    public boolean readsAny(Person person, App app, Rec record, Set<String> fields) {
        return fields.stream()
                .anyMatch(field -> !level(person, app, record.whole(), field).equals("NONE"));
    }

    /** Whether a setting's row means the person, for the record. */
    public boolean means(Who who, Person person, Rec record) {
        return named(person, who, record.whole());
    }

    /** The actions that the record's status and its values allow, whoever takes them. */
    public List<Move> open(Person person, Rec record) {
        return Forms.MOVES.stream()
                .filter(move -> move.from().equals(record.values.get(Forms.STATUS)))
                .filter(move -> move.when().holds().test(person, record.values))
                .toList();
    }

    /** An assignee who sees the record; where there is none, who may edit it; and whom a secondary action names. */
    public boolean takes(Person person, App app, Rec record, Move move) {
        if (move.secondary()) {
            return means(Forms.SEIZERS, person, record);
        }
        return record.values.get(Forms.ASSIGNEE) instanceof List<?> assignees
                ? assignees.contains("USER:" + person.code())
                : edits(person, app, record);
    }

    /** What an attempt to take an action is answered with; empty for success. */
    public String refusal(Person person, App app, Rec record, Move move) {
        if (!knows(person, app)) {
            return "AppNotFound";
        }
        if (!rights(person, app).contains("recordViewable") || !exists(person, app, Forms.STATUS)) {
            return "Forbidden VIEW";
        }
        if (!views(person, app, record)) {
            return "RecordNotFound";
        }
        if (level(person, app, record.whole(), Forms.STATUS).equals("NONE")) {
            return "Forbidden VIEW";
        }
        if (!open(person, record).contains(move)) {
            return "StatusUnchangeable";
        }
        if (takes(person, app, record, move)) {
            return "";
        }
        return move.secondary() || record.values.containsKey(Forms.ASSIGNEE) ? "NotAssignee" : "Forbidden EDIT";
    }

    /** Whether record rights ask who made the record, which a deleted one does not tell any more. */
    public boolean asksForCreator(App app) {
        return app.blocks().stream()
                .flatMap(block -> block.rows().stream())
                .anyMatch(row -> row.who().type().equals("FIELD_ENTITY")
                        && row.who().code().equals(Forms.CREATOR));
    }

    private static <T> Optional<T> first(List<T> rows, Function<T, Who> who, Function<Who, Boolean> named) {
        return everyoneLast(rows, who).stream()
                .filter(row -> named.apply(who.apply(row)))
                .findFirst();
    }

    /** Everyone's rows come last, wherever they stand. */
    private static <T> List<T> everyoneLast(List<T> rows, Function<T, Who> who) {
        List<T> sorted = new ArrayList<>();
        rows.stream().filter(row -> !isEveryone(who.apply(row))).forEach(sorted::add);
        rows.stream().filter(row -> isEveryone(who.apply(row))).forEach(sorted::add);
        return sorted;
    }

    private static boolean isEveryone(Who who) {
        return who.type().equals("GROUP") && who.code().equals("everyone");
    }

    private boolean named(Person person, Who who, @Nullable Map<String, Object> record) {
        return switch (who.type()) {
            case "CREATOR" -> person.code().equals(appCreator);
            case "FIELD_ENTITY" -> record != null && anyNamed(person, who, record.get(who.code()));
            default -> is(person, who.type(), who.code(), who.subs());
        };
    }

    private boolean anyNamed(Person person, Who who, @Nullable Object value) {
        if (!(value instanceof List<?> entities)) {
            return false;
        }
        for (Object entity : entities) {
            String[] parts = Objects.toString(entity).split(":", 2);
            if (is(person, parts[0], parts[1], who.subs())) {
                return true;
            }
        }
        return false;
    }

    private boolean is(Person person, String type, String code, boolean subs) {
        return switch (type) {
            case "USER" -> person.code().equals(code);
            case "GROUP" -> code.equals("everyone") || person.groups().contains(code);
            case "ORGANIZATION" ->
                person.organizations().stream().anyMatch(own -> own.equals(code) || subs && under(own, code));
            default -> throw new IllegalArgumentException(type);
        };
    }

    private boolean under(String organization, String above) {
        for (String at = organization; at != null; at = parents.get(at)) {
            if (at.equals(above)) {
                return true;
            }
        }
        return false;
    }
}
