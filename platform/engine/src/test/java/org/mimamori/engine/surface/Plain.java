package org.mimamori.engine.surface;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/**
 * People, apps, rights and records written down plainly, with nothing of the engine in them: what is generated, put
 * into the engine, and judged by {@link Rules}.
 *
 * <p>Values: text and options are strings, numbers integers, people lists of {@code "USER:code"} and the like, a table
 * the list of its cells, a file its name. A field that holds nothing is absent.
 */
public final class Plain {

    private Plain() {}

    /** @param organizations the first is the primary one */
    public record Person(String code, List<String> organizations, List<String> groups, boolean admin) {}

    /** Whom a row names; {@code CREATOR} is the app's, {@code FIELD_ENTITY} whom the field of that code names. */
    public record Who(String type, String code, boolean subs) {}

    /** A row of an app's rights, with kintone's names of what is ticked. */
    public record AppRow(Who who, Set<String> ticked) {}

    public record RecordRow(Who who, boolean view, boolean edit, boolean delete) {}

    /** Record rights: the rows for records that meet the condition. */
    public record Block(Ask when, List<RecordRow> rows) {}

    /** @param level {@code NONE}, {@code READ} or {@code WRITE} */
    public record FieldRow(Who who, String level) {}

    /** @param fields by field code; what is not there follows app and record */
    public record App(String code, List<AppRow> rows, List<Block> blocks, Map<String, List<FieldRow>> fields) {}

    /**
     * A condition in the query language and what it means.
     *
     * @param fields codes it mentions
     */
    public record Ask(String text, Set<String> fields, BiPredicate<Person, Map<String, Object>> holds) {

        public Ask and(Ask other) {
            return new Ask(
                    "(" + text + ") and (" + other.text + ")",
                    both(other),
                    (person, values) -> holds.test(person, values) && other.holds.test(person, values));
        }

        public Ask or(Ask other) {
            return new Ask(
                    "(" + text + ") or (" + other.text + ")",
                    both(other),
                    (person, values) -> holds.test(person, values) || other.holds.test(person, values));
        }

        private Set<String> both(Ask other) {
            Set<String> all = new LinkedHashSet<>(fields);
            all.addAll(other.fields);
            return all;
        }

        @Override
        public String toString() {
            return text;
        }
    }

    /** What history should say: which fields an entry is about. */
    public record Entry(String kind, Set<String> fields) {}

    /** An action of the process, for records that meet the condition. */
    public record Move(String name, String from, String to, Ask when, boolean secondary) {}

    /**
     * Something that happened to a record.
     *
     * @param kind as webhooks call it
     * @param fields what was changed
     * @param text of a comment; of an action, who has taken it
     */
    public record News(String kind, Rec record, Set<String> fields, String text) {}

    /**
     * What people were told.
     *
     * @param kind as the inbox calls it
     * @param fields what it gives away
     * @param people who were to be told and could see it then
     */
    public record Told(String kind, Rec record, Set<String> fields, String text, Set<String> people) {}

    /** A record as it is now, with what was done to it. */
    public static final class Rec {
        public final String app;
        public final String creator;
        public final Map<String, Object> values = new LinkedHashMap<>();
        public final List<Entry> log = new java.util.ArrayList<>();
        /** What fields held before. */
        public final Map<String, List<Object>> past = new LinkedHashMap<>();

        public final List<String> comments = new java.util.ArrayList<>();
        public long id;
        public @Nullable String fileKey;

        Rec(String app, String creator) {
            this.app = app;
            this.creator = creator;
        }

        /** What conditions see: the values and the record's own creator. */
        public Map<String, Object> whole() {
            Map<String, Object> whole = new LinkedHashMap<>(values);
            whole.put(Forms.CREATOR, List.of("USER:" + creator));
            return whole;
        }

        @Override
        public String toString() {
            return app + "-" + id + whole();
        }
    }
}
