package org.mimamori.engine.query;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.mimamori.engine.directory.Actor;
import org.mimamori.engine.directory.Directory;
import org.mimamori.engine.field.Field;
import org.mimamori.engine.field.FieldCode;
import org.mimamori.engine.field.FieldTypes;
import org.mimamori.engine.field.Value;
import org.mimamori.engine.golden.GoldenFile;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The app, the records and the people of the query corpus ({@code query-corpus/*.json}). */
public final class CorpusApp {

    /** Friday 15 May 2026, 10:30 in Tokyo. */
    public static final Clock CLOCK = Clock.fixed(Instant.parse("2026-05-15T01:30:00Z"), ZoneOffset.UTC);

    private final List<Field> fields;
    private final List<CorpusRecord> records;
    private final QueryScope scope;
    private final Directory directory;
    private final QueryScope relatedFields;
    private final List<CorpusRecord> relatedRecords;

    private CorpusApp(JsonNode app) {
        this.fields = readFields(app.path("fields"));
        this.records = readRecords("records.json", fields);
        Set<FieldCode> hidden = app.path("hidden")
                .valueStream()
                .map(hiddenCode -> new FieldCode(hiddenCode.asString()))
                .collect(Collectors.toSet());
        this.scope = new CorpusScope(fields, hidden, app.path("code").asString(), Optional.of(new Related()));
        this.directory = CorpusPeople.read(app.path("people"));
        List<Field> other = readFields(app.path("relatedFields"));
        this.relatedFields = new CorpusScope(other, Set.of(), "", Optional.empty());
        this.relatedRecords = readRecords("related-records.json", other);
    }

    public static CorpusApp read() {
        return new CorpusApp(json("app.json"));
    }

    /** The top-level fields, system fields included. */
    public List<Field> fields() {
        return fields;
    }

    public List<CorpusRecord> records() {
        return records;
    }

    /** The reports that are related by the child's name. */
    List<CorpusRecord> relatedRecords() {
        return relatedRecords;
    }

    public Directory directory() {
        return directory;
    }

    /** What the readers of the corpus may mention. */
    public QueryScope scope() {
        return scope;
    }

    /** What the queries depend on when this person asks; {@code token} is a program with an API token. */
    public QueryContext askedBy(String person) {
        return askedBy(person, CLOCK.instant());
    }

    /** The same at another time. */
    public QueryContext askedBy(String person, Instant now) {
        return new QueryContext(actor(person), Clock.fixed(now, ZoneOffset.UTC), directory);
    }

    /**
     * A query of the corpus bound to the app: settings are {@code @actor}, nursery01 unless given, and {@code @now}.
     *
     * @throws org.mimamori.engine.problem.PlatformException if it is wrong
     */
    public ResolvedQuery resolve(GoldenFile.Case asked) {
        Instant now = Instant.parse(asked.setting("now", CLOCK.instant().toString()));
        QueryContext context = askedBy(asked.setting("actor", "nursery01"), now);
        return new QueryResolver(scope(), context).resolve(Query.parse(asked.question()), QueryLimits.API);
    }

    private Actor actor(String person) {
        return person.equals("token")
                ? new Actor.Program(Map.of(), Locale.ENGLISH, ZoneOffset.UTC)
                : directory.person(directory.findUser(person).orElseThrow(), Locale.JAPANESE);
    }

    private static List<Field> readFields(JsonNode settings) {
        FieldTypes types = FieldTypes.standard();
        List<Field> read = new ArrayList<>();
        settings.forEach(field -> read.add(types.read((ObjectNode) field)));
        return read;
    }

    private static List<CorpusRecord> readRecords(String file, List<Field> fields) {
        return json(file)
                .valueStream()
                .map(record -> new CorpusRecord(record.path("$id").asLong(), CorpusValues.read(fields, record)))
                .toList();
    }

    private static JsonNode json(String file) {
        try (InputStream in = CorpusApp.class.getResourceAsStream("/query-corpus/" + file)) {
            return JsonMapper.shared().readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The app of reports, related by the child's name. */
    private final class Related implements RelatedScope {

        @Override
        public QueryScope fields() {
            return relatedFields;
        }

        @Override
        public List<Value> keys(Filter passing) {
            return relatedRecords.stream()
                    .filter(record -> FilterTest.holds(passing, record::value, relatedFields::field))
                    .map(record -> record.value(new FieldCode("child")))
                    .distinct()
                    .toList();
        }
    }
}
