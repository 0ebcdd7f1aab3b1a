package org.mimamori.engine.app;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads when a report's results are kept. */
final class PeriodReader {

    private PeriodReader() {}

    /** Null for a report none of whose results are kept. */
    static @Nullable PeriodicReport read(JsonNode periodic) {
        return periodic.isObject()
                ? new PeriodicReport(Json.flag(periodic, "active", true), period(periodic.path("period")))
                : null;
    }

    private static Period period(JsonNode period) {
        return switch (Json.text(period, "every").toUpperCase(Locale.ROOT)) {
            case "YEAR" -> new Period.Yearly(Json.whole(period, "month", 1), day(period), time(period));
            case "QUARTER" ->
                new Period.Quarterly(
                        Json.choice(period, "pattern", Period.Quarters.JAN_APR_JUL_OCT), day(period), time(period));
            case "MONTH" -> new Period.Monthly(day(period), time(period));
            case "WEEK" -> new Period.Weekly(Json.choice(period, "dayOfWeek", DayOfWeek.SUNDAY), time(period));
            case "DAY" -> new Period.Daily(time(period));
            default -> new Period.Hourly(Json.whole(period, "minute", 0));
        };
    }

    private static int day(JsonNode period) {
        return Json.text(period, "dayOfMonth").equals("END_OF_MONTH")
                ? Period.END_OF_MONTH
                : Json.whole(period, "dayOfMonth", 1);
    }

    private static LocalTime time(JsonNode period) {
        return LocalTime.parse(Json.text(period, "time", "00:00"));
    }
}
