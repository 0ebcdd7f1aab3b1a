package org.mimamori.engine.field;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.cfg.MutableConfigOverride;
import tools.jackson.databind.deser.std.StdScalarDeserializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdScalarSerializer;
import tools.jackson.databind.type.LogicalType;

/** Jackson, set up for settings as kintone writes and takes them: absent, null and {@code ""} all mean "not set". */
final class SettingsJson {

    private static final List<Class<?>> EMPTY_WHEN_UNSET =
            List.of(String.class, List.class, Align.class, UnitPosition.class, LinkProtocol.class, CalcFormat.class);

    private static final List<Class<?>> NEVER_UNSET =
            List.of(FieldCode.class, RelatedApp.class, RelatedRecordsField.ReferenceTable.Condition.class);

    private SettingsJson() {}

    static JsonMapper mapper() {
        JsonMapper.Builder builder = JsonMapper.builder()
                .addModule(temporals())
                .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);
        NEVER_UNSET.forEach(type -> builder.withConfigOverride(type, override -> nulls(override, Nulls.FAIL)));
        EMPTY_WHEN_UNSET.forEach(type -> builder.withConfigOverride(type, override -> nulls(override, Nulls.AS_EMPTY)));
        for (LogicalType type : List.of(LogicalType.Enum, LogicalType.Collection)) {
            builder.withCoercionConfig(
                    type, config -> config.setCoercion(CoercionInputShape.EmptyString, CoercionAction.AsEmpty));
        }
        return builder.build();
    }

    private static void nulls(MutableConfigOverride override, Nulls handling) {
        override.setNullHandling(JsonSetter.Value.forValueNulls(handling));
    }

    private static SimpleModule temporals() {
        return new SimpleModule("temporals")
                .addDeserializer(LocalDate.class, new Reader<>(LocalDate.class, Temporals::day))
                .addDeserializer(LocalTime.class, new Reader<>(LocalTime.class, Temporals::time))
                .addDeserializer(LocalDateTime.class, new Reader<>(LocalDateTime.class, Temporals::local))
                .addSerializer(new Writer<>(LocalDate.class, "uuuu-MM-dd"))
                .addSerializer(new Writer<>(LocalTime.class, "HH:mm"))
                .addSerializer(new Writer<>(LocalDateTime.class, "uuuu-MM-dd'T'HH:mm"));
    }

    private interface Notation<T> {
        T read(String text) throws UnreadableValue;
    }

    private static final class Reader<T> extends StdScalarDeserializer<T> {
        private final transient Notation<T> notation;

        Reader(Class<T> type, Notation<T> notation) {
            super(type);
            this.notation = notation;
        }

        @Override
        public @Nullable T deserialize(JsonParser in, DeserializationContext context) {
            String text = in.getString().strip();
            try {
                return text.isEmpty() ? null : notation.read(text);
            } catch (UnreadableValue e) {
                throw context.weirdStringException(text, _valueClass, e.key());
            }
        }
    }

    private static final class Writer<T extends TemporalAccessor> extends StdScalarSerializer<T> {
        private final transient DateTimeFormatter format;

        Writer(Class<T> type, String pattern) {
            super(type);
            this.format = DateTimeFormatter.ofPattern(pattern);
        }

        @Override
        public void serialize(T value, JsonGenerator out, SerializationContext context) {
            out.writeString(format.format(value));
        }
    }
}
