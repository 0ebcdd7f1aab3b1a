package org.mimamori.ui.field;

import java.text.Normalizer;
import java.time.LocalTime;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Times of day as people type them: 9:30, 0930, 930, ９時半, 午後3時5分. */
public final class TypedTimes {

    private static final Pattern COLON = Pattern.compile("(\\d{1,2})[:.](\\d{2})");
    private static final Pattern DIGITS = Pattern.compile("(\\d{1,2})(\\d{2})");
    private static final Pattern HOUR = Pattern.compile("(\\d{1,2})時?");
    private static final Pattern SPOKEN = Pattern.compile("(\\d{1,2})時(?:(\\d{1,2})分?|半)");

    private TypedTimes() {}

    public static Optional<LocalTime> read(String typed) {
        String text = Normalizer.normalize(typed, Normalizer.Form.NFKC).replaceAll("\\s", "");
        boolean afternoon = text.startsWith("午後");
        String clock = text.replaceFirst("^午[前後]", "");
        return minutes(clock)
                .map(minutes -> afternoon && minutes < 12 * 60 ? minutes + 12 * 60 : minutes)
                .filter(minutes -> minutes < 24 * 60)
                .map(minutes -> LocalTime.of(minutes / 60, minutes % 60));
    }

    private static Optional<Integer> minutes(String clock) {
        for (Pattern pattern : new Pattern[] {COLON, DIGITS, HOUR, SPOKEN}) {
            Matcher parts = pattern.matcher(clock);
            if (parts.matches()) {
                int minute = minute(parts, clock);
                int hour = Integer.parseInt(parts.group(1));
                return hour < 24 && minute < 60 ? Optional.of(hour * 60 + minute) : Optional.empty();
            }
        }
        return Optional.empty();
    }

    private static int minute(Matcher parts, String clock) {
        if (parts.groupCount() < 2) {
            return 0;
        }
        String minute = parts.group(2);
        if (minute == null) {
            return clock.endsWith("半") ? 30 : 0;
        }
        return Integer.parseInt(minute);
    }
}
