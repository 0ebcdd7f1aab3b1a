package org.mimamori.engine.record;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mimamori.engine.app.AppDefinition;
import org.mimamori.engine.app.Numbering;
import org.mimamori.engine.field.FieldCode;
import org.mimamori.engine.field.Row;
import org.mimamori.engine.field.Value;

/** Gives out what is given once and never again: record numbers, row ids, automatic numbers. */
final class NumberAssigner {

    private static final Pattern RUN = Pattern.compile("\\{(0+)}");

    private final RecordStore store;
    private final Clock clock;
    private final ZoneId home;
    private final SecureRandom random = new SecureRandom();

    NumberAssigner(RecordStore store, Clock clock, ZoneId home) {
        this.store = store;
        this.clock = clock;
        this.home = home;
    }

    /** Fills the automatic numbers of a new record. */
    void number(Draft draft) {
        AppDefinition app = draft.opened().app();
        for (Numbering numbering : app.additions().numbering()) {
            draft.set(numbering.field(), Value.text(next(app, numbering)));
        }
    }

    private String next(AppDefinition app, Numbering numbering) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), home);
        int fiscalYear = today.getMonthValue() >= app.settings().firstMonthOfFiscalYear()
                ? today.getYear()
                : today.getYear() - 1;
        String text = numbering
                .format()
                .replace("{FY}", Integer.toString(fiscalYear))
                .replace("{YYYY}", Integer.toString(today.getYear()))
                .replace("{MM}", "%02d".formatted(today.getMonthValue()))
                .replace("{RANDOM}", randomText());
        Matcher run = RUN.matcher(text);
        if (!run.find()) {
            return text;
        }
        long number = store.takeSequence(app, numbering.field(), text.substring(0, run.start()));
        String digits = "%0" + run.group(1).length() + "d";
        return text.substring(0, run.start()) + digits.formatted(number) + text.substring(run.end());
    }

    private String randomText() {
        byte[] bytes = new byte[16];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    /** Gives ids to new rows of every table of the records. */
    List<AppRecord> withRowIds(AppDefinition app, List<AppRecord> records) {
        int count = records.stream().mapToInt(NumberAssigner::newRows).sum();
        if (count == 0) {
            return records;
        }
        long next = store.takeRowIds(count);
        List<AppRecord> result = new ArrayList<>();
        for (AppRecord record : records) {
            result.add(withRowIds(record, next));
            next += newRows(record);
        }
        return result;
    }

    private static AppRecord withRowIds(AppRecord record, long first) {
        Map<FieldCode, Value> tables = new HashMap<>();
        long next = first;
        for (Map.Entry<FieldCode, Value> entry : record.values().entrySet()) {
            if (entry.getValue() instanceof Value.Rows(List<Row> rows)) {
                List<Row> numbered = new ArrayList<>();
                for (Row row : rows) {
                    numbered.add(row.id() == Row.NEW ? new Row(next++, row.values()) : row);
                }
                tables.put(entry.getKey(), new Value.Rows(numbered));
            }
        }
        return record.with(tables);
    }

    private static int newRows(AppRecord record) {
        return record.values().values().stream()
                .mapToInt(value -> value instanceof Value.Rows(List<Row> rows)
                        ? (int) rows.stream().filter(row -> row.id() == Row.NEW).count()
                        : 0)
                .sum();
    }
}
