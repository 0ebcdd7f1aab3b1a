package org.mimamori.engine.imports;

import java.text.Normalizer;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.mimamori.engine.directory.Directory;
import org.mimamori.engine.directory.EntityRef;
import org.mimamori.engine.field.Field;
import org.mimamori.engine.field.UnreadableValue;
import org.mimamori.engine.field.Value;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.StringNode;

/** Reads the text of a cell into a value of its field. */
final class CellReader {

    private static final Pattern GROUPED = Pattern.compile("[+-]?\\d{1,3}(,\\d{3})+(\\.\\d+)?");

    private final Directory directory;
    private final ZoneId zone;

    /** @param zone in which a day and a time mean an instant */
    CellReader(Directory directory, ZoneId zone) {
        this.directory = directory;
        this.zone = zone;
    }

    /** @throws UnreadableValue if it cannot be one */
    Value read(Field field, String cell) throws UnreadableValue {
        if (cell.isBlank()) {
            return Value.BLANK;
        }
        return switch (field.shape()) {
            case TEXT -> field.read(text(cell.replace("\r\n", "\n").replace('\r', '\n')));
            case DECIMAL -> field.read(text(number(cell)));
            case CHOICE -> field.read(text(cell.strip()));
            case CHOICES -> choices(field, lines(cell));
            case DATE -> new Value.Date(DayText.day(cell));
            case TIME -> new Value.Time(DayText.time(cell));
            case MOMENT -> new Value.Moment(DayText.moment(cell, zone));
            case ENTITY -> new Value.Entity(known(field, cell.strip()));
            case ENTITIES -> entities(field, lines(cell));
            case FILES, ROWS, NONE -> Value.BLANK;
        };
    }

    Value choices(Field field, List<String> options) throws UnreadableValue {
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        options.forEach(list::add);
        return field.read(list);
    }

    private Value entities(Field field, List<String> codes) throws UnreadableValue {
        List<EntityRef> refs = new ArrayList<>();
        for (String code : codes) {
            refs.add(known(field, code));
        }
        return Value.entities(refs);
    }

    private EntityRef known(Field field, String code) throws UnreadableValue {
        EntityRef ref = new EntityRef(field.entityType(), code);
        if (!directory.exists(ref)) {
            throw new UnreadableValue("import.unknownEntity", code);
        }
        return ref;
    }

    /** One per line, as kintone writes them. */
    private static List<String> lines(String cell) {
        return Arrays.stream(cell.split("\\R"))
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
    }

    /** Wide digits and separated thousands are how people write numbers; what else there is, the field decides. */
    private static String number(String cell) {
        String plain = Normalizer.normalize(cell, Normalizer.Form.NFKC).strip();
        return GROUPED.matcher(plain).matches() ? plain.replace(",", "") : plain;
    }

    private static StringNode text(String text) {
        return StringNode.valueOf(text);
    }
}
