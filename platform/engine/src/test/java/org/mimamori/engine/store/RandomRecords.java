package org.mimamori.engine.store;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.mimamori.engine.app.AppDefinition;
import org.mimamori.engine.directory.EntityRef;
import org.mimamori.engine.field.Field;
import org.mimamori.engine.field.FieldCode;
import org.mimamori.engine.field.FileRef;
import org.mimamori.engine.field.Option;
import org.mimamori.engine.field.Row;
import org.mimamori.engine.field.SystemValue;
import org.mimamori.engine.field.Value;
import org.mimamori.engine.record.AppRecord;

/** Records made up by seeded chance, from few values so that filters find some of them. */
final class RandomRecords {

    static final List<String> TEXTS = List.of(
            "青葉 はな",
            "青葉　ハナ",
            "ｱｵﾊﾞ",
            "アオバ",
            "あおば",
            "がっこう",
            "ガツコウ",
            "ABC",
            "abc",
            "ＡＢＣ",
            " ",
            "\u3000\n\t",
            "\u00a0",
            "100% [a.c] (x)",
            "line one\nline two",
            "😀 笑顔",
            "渡邊",
            "渡辺",
            "\\d+",
            "^$",
            "<p>母と<b>二人</b></p>",
            "<p> </p>",
            "𠮷野");

    private static final List<String> NUMBERS = List.of(
            "0", "1", "-1", "0.1", "0.10", "5", "5.0", "5.5", "100", "12345678901234567890", "-0.0000001", "1E+3");

    private static final Instant START = Instant.parse("2026-05-10T00:00:00Z");

    private final Random random;

    RandomRecords(Random random) {
        this.random = random;
    }

    <T> T pick(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    /** Each record has a minute of its own, to the millisecond somewhere inside it. */
    AppRecord record(AppDefinition app, long id) {
        Map<FieldCode, Value> values = new HashMap<>();
        for (Field field : app.fields().top()) {
            Value value = random.nextInt(4) == 0 ? Value.BLANK : value(field);
            if (!value.isBlank()
                    && field.systemValue().map(RandomRecords::isOfProcess).orElse(true)) {
                values.put(field.code(), value);
            }
        }
        Instant created = START.plus(Duration.ofMinutes(id)).plusMillis(random.nextInt(60_000));
        return RecordBuilder.aRecord(app, id)
                .with(values)
                .created(user(), created)
                .updated(user(), created.plus(Duration.ofDays(random.nextInt(3))))
                .build();
    }

    Value value(Field field) {
        return switch (field.shape()) {
            case TEXT -> Value.text(pick(TEXTS));
            case DECIMAL -> new Value.Decimal(new BigDecimal(pick(NUMBERS)));
            case CHOICE -> new Value.Choice(option(field));
            case CHOICES -> Value.choices(List.of(option(field), "もうない"));
            case DATE -> new Value.Date(LocalDate.of(2026, 5, 10).plusDays(random.nextInt(4)));
            case TIME -> new Value.Time(LocalTime.of(8 + random.nextInt(3), 30 * random.nextInt(2)));
            case MOMENT -> new Value.Moment(START.plus(Duration.ofMinutes(random.nextInt(5))));
            case ENTITY -> new Value.Entity(entity(field));
            case ENTITIES ->
                Value.entities(List.of(entity(field), entity(field)).stream()
                        .distinct()
                        .toList());
            case FILES -> new Value.Files(List.of(file(), file()));
            case ROWS -> rows(field);
            case NONE -> Value.BLANK;
        };
    }

    private String option(Field field) {
        List<String> names =
                new ArrayList<>(field.options().stream().map(Option::name).toList());
        names.add("もうない");
        return pick(names);
    }

    private EntityRef entity(Field field) {
        return new EntityRef(field.entityType(), pick(List.of("nursery01", "nursery02", "Head01")));
    }

    private EntityRef user() {
        return EntityRef.user(pick(List.of("nursery01", "coordinator")));
    }

    private FileRef file() {
        String name = pick(List.of("報告書.pdf", "ＰＤＦ一覧.xlsx", "登園の様子.jpg"));
        return new FileRef("key-of-" + name, name, "application/pdf", 1);
    }

    private Value rows(Field table) {
        List<Row> rows = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            Map<FieldCode, Value> values = new HashMap<>();
            for (Field inner : table.inner()) {
                Value value = random.nextInt(3) == 0 ? Value.BLANK : value(inner);
                if (!value.isBlank()) {
                    values.put(inner.code(), value);
                }
            }
            rows.add(new Row(rows.size() + 1L, values));
        }
        return Value.rows(rows);
    }

    /** Whether the value is kept with the record's fields, unlike who made it and when. */
    static boolean isOfProcess(SystemValue value) {
        return switch (value) {
            case STATUS, STATUS_ASSIGNEE, CATEGORY -> true;
            case RECORD_NUMBER, CREATOR, CREATED_TIME, MODIFIER, UPDATED_TIME -> false;
        };
    }

    /** What a filter sees of a record under a code. */
    static Value seen(AppDefinition app, AppRecord record, FieldCode code) {
        boolean process = app.field(code)
                .flatMap(Field::systemValue)
                .map(RandomRecords::isOfProcess)
                .orElse(false);
        return process ? record.value(code) : record.value(app, code);
    }
}
