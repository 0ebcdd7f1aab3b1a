package org.mimamori.engine.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.mimamori.engine.app.AppDefinition;
import org.mimamori.engine.directory.Actor;
import org.mimamori.engine.field.Field;
import org.mimamori.engine.field.FieldCode;
import org.mimamori.engine.field.FieldType;
import org.mimamori.engine.field.FieldTypes;
import org.mimamori.engine.field.Shape;
import org.mimamori.engine.field.Value;
import org.mimamori.engine.problem.FieldProblem;
import org.mimamori.engine.problem.PlatformException;
import org.mimamori.engine.store.TestStores;

/** A field type that exists only here is installed, stored, queried, sorted and checked by the engine as it is. */
class NewFieldTypeThroughTheEngineTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-04-17T01:00:00Z"), ZoneOffset.UTC);

    @RegisterExtension
    static final TestStores STORES = TestStores.embedded(CLOCK);

    /** How well a day went, in stars. */
    @FieldType("MOOD_STARS")
    public record MoodStarsField(FieldCode code, String label, boolean noLabel) implements Field {
        @Override
        public Shape shape() {
            return Shape.DECIMAL;
        }

        @Override
        public void check(Value value, Consumer<FieldProblem> problems) {
            if (value instanceof Value.Decimal(BigDecimal stars) && stars.intValue() > 5) {
                problems.accept(FieldProblem.of(code.text(), "stars.outOfRange", 5));
            }
        }
    }

    @Test
    void passesThroughTheUnchangedEngine() {
        FieldTypes types = FieldTypes.standard().with(List.of(MoodStarsField.class));
        Office office = new Office(STORES.get(), types, CLOCK);
        AppDefinition app = office.install("""
            {"code": "days", "name": "一日のようす",
             "fields": {"mood": {"type": "MOOD_STARS", "code": "mood", "label": "ようす"}},
             "permissions": {"app": {"rights": [{"entity": {"type": "GROUP", "code": "everyone"},
               "includeSubs": false, "appEditable": true, "recordViewable": true, "recordAddable": true,
               "recordEditable": true, "recordDeletable": true, "recordImportable": false,
               "recordExportable": false}]}}}""");
        Actor.Person worker = office.person("nursery01");
        RecordService records = office.records.service();
        List.of(3, 5, 1)
                .forEach(stars ->
                        records.add(worker, app.id(), Office.submission("{\"mood\": {\"value\": \"" + stars + "\"}}")));

        assertThat(records.find(worker, app.id(), RecordQuery.of("mood >= 3 order by mood desc"))
                        .records())
                .extracting(record -> record.value(new FieldCode("mood")))
                .containsExactly(new Value.Decimal(BigDecimal.valueOf(5)), new Value.Decimal(BigDecimal.valueOf(3)));
        assertThatThrownBy(() -> records.add(worker, app.id(), Office.submission("{\"mood\": {\"value\": \"9\"}}")))
                .isInstanceOf(PlatformException.class)
                .hasMessageContaining("stars.outOfRange");
    }
}
