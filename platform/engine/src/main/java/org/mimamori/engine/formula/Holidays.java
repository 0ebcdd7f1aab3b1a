package org.mimamori.engine.formula;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The national holidays of Japan, read from {@code holidays/jp.csv} (one per line: date, name), which may be edited:
 * equinoxes are fixed by announcement each February and parliament moves holidays.
 */
public final class Holidays {

    private static final NavigableMap<LocalDate, String> NAMES = read("/holidays/jp.csv");

    private Holidays() {}

    /** Whether nurseries and schools are closed on the day: a Sunday or a national holiday. */
    public static boolean isDayOff(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SUNDAY || NAMES.containsKey(day);
    }

    /** The holiday's name; {@link Uncomputable} for years of which the file knows nothing. */
    static Optional<String> find(LocalDate day) {
        int year = day.getYear();
        if (year < NAMES.firstKey().getYear() || year > NAMES.lastKey().getYear()) {
            throw Uncomputable.VALUE;
        }
        return Optional.ofNullable(NAMES.get(day));
    }

    private static NavigableMap<LocalDate, String> read(String resource) {
        NavigableMap<LocalDate, String> names = new TreeMap<>();
        try (InputStream in = Objects.requireNonNull(Holidays.class.getResourceAsStream(resource), resource);
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            lines.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.split(",", 2))
                    .forEach(parts -> names.put(LocalDate.parse(parts[0].strip()), parts[1].strip()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return names;
    }
}
