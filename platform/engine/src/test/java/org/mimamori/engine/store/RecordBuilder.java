package org.mimamori.engine.store;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.mimamori.engine.app.AppDefinition;
import org.mimamori.engine.directory.EntityRef;
import org.mimamori.engine.field.FieldCode;
import org.mimamori.engine.field.Value;
import org.mimamori.engine.record.AppRecord;

/** Makes records for tests of the stores. */
public final class RecordBuilder {

    public static final Instant CREATED = Instant.parse("2026-05-10T15:30:12.345Z");
    public static final Instant UPDATED = Instant.parse("2026-05-15T01:30:59.999Z");

    private final AppDefinition app;
    private final long id;
    private final Map<FieldCode, Value> values = new HashMap<>();
    private long revision = 1;
    private EntityRef creator = EntityRef.user("nursery01");
    private EntityRef modifier = EntityRef.user("coordinator");
    private Instant created = CREATED;
    private Instant updated = UPDATED;

    private RecordBuilder(AppDefinition app, long id) {
        this.app = app;
        this.id = id;
    }

    public static RecordBuilder aRecord(AppDefinition app, long id) {
        return new RecordBuilder(app, id);
    }

    public RecordBuilder with(String code, Value value) {
        values.put(new FieldCode(code), value);
        return this;
    }

    public RecordBuilder with(Map<FieldCode, Value> more) {
        values.putAll(more);
        return this;
    }

    public RecordBuilder revision(long number) {
        revision = number;
        return this;
    }

    public RecordBuilder created(EntityRef by, Instant at) {
        creator = by;
        created = at;
        return this;
    }

    public RecordBuilder updated(EntityRef by, Instant at) {
        modifier = by;
        updated = at;
        return this;
    }

    public AppRecord build() {
        return new AppRecord(app.id(), id, revision, creator, created, modifier, updated, values);
    }

    public static FieldCode code(String code) {
        return new FieldCode(code);
    }

    public static Value text(String text) {
        return Value.text(text);
    }

    public static Value number(String number) {
        return new Value.Decimal(new BigDecimal(number));
    }

    public static Value choice(String option) {
        return new Value.Choice(option);
    }

    public static Value choices(String... options) {
        return Value.choices(List.of(options));
    }

    public static Value date(String date) {
        return new Value.Date(LocalDate.parse(date));
    }

    public static Value time(String time) {
        return new Value.Time(LocalTime.parse(time));
    }

    public static Value moment(String instant) {
        return new Value.Moment(Instant.parse(instant));
    }

    public static Value organizations(String... codes) {
        return Value.entities(
                List.of(codes).stream().map(EntityRef::organization).toList());
    }
}
