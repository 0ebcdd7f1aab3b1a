package org.mimamori.engine.imports;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mimamori.engine.field.UnreadableValue;

/** Days and times as people in Japan and their spreadsheets write them. */
final class DayText {

    private static final Pattern DAY =
            Pattern.compile("(\\d{4})\\s*[-/.年]\\s*(\\d{1,2})\\s*[-/.月]\\s*(\\d{1,2})\\s*日?");
    private static final Pattern DIGITS = Pattern.compile("(\\d{4})(\\d{2})(\\d{2})");
    private static final Pattern ERA_DAY = Pattern.compile(
            "(明治|大正|昭和|平成|令和|[MTSHR])\\.?\\s*(\\d{1,2}|元)" + "\\s*[-/.年]\\s*(\\d{1,2})\\s*[-/.月]\\s*(\\d{1,2})\\s*日?");
    private static final Pattern TIME = Pattern.compile(
            "(午前|午後|AM|PM)?\\s*(\\d{1,2})\\s*[:時]\\s*(?:(\\d{1,2})\\s*分?(?:\\s*:?\\s*\\d{1,2}(?:\\.\\d+)?秒?)?)?\\s*(AM|PM)?");
    private static final Pattern WEEKDAY = Pattern.compile("\\s*\\([月火水木金土日]\\)");
    private static final Pattern PARTS =
            Pattern.compile("(.*?\\d日?)(?:T|\\s+)((?:午前|午後|AM|PM)?\\s*\\d{1,2}\\s*[:時].*)");

    /** The year before the first of each era. Who writes on in an era that is over is understood. */
    private static final Map<String, Integer> ERAS = Map.of(
            "明治", 1867, "M", 1867, "大正", 1911, "T", 1911, "昭和", 1925, "S", 1925, "平成", 1988, "H", 1988, "令和", 2018, "R",
            2018);

    private static final int NOON = 12;

    private DayText() {}

    /** A day; spreadsheets may have put the time 0:00 behind it. */
    static LocalDate day(String text) throws UnreadableValue {
        String plain = plain(text);
        Matcher parts = PARTS.matcher(plain);
        if (!parts.matches()) {
            return dayAlone(plain, "date.notADate");
        }
        if (!time(parts.group(2)).equals(LocalTime.MIDNIGHT)) {
            throw new UnreadableValue("date.notADate");
        }
        return dayAlone(parts.group(1), "date.notADate");
    }

    /** A time of day, to the minute. */
    static LocalTime time(String text) throws UnreadableValue {
        Matcher parts = TIME.matcher(plain(text));
        String before = parts.matches() ? parts.group(1) : null;
        String after = parts.matches() ? parts.group(4) : null;
        if (!parts.matches() || before != null && after != null || parts.group(3) == null && !text.contains("時")) {
            throw new UnreadableValue("time.notATime");
        }
        String half = before == null ? after : before;
        try {
            int hour = Integer.parseInt(parts.group(2));
            int minute = parts.group(3) == null ? 0 : Integer.parseInt(parts.group(3));
            return LocalTime.of(half == null ? hour : ofHalf(half, hour), minute);
        } catch (DateTimeException e) {
            throw new UnreadableValue("time.notATime");
        }
    }

    private static int ofHalf(String half, int hour) {
        boolean afternoon = half.equals("午後") || half.equals("PM");
        if (hour > NOON) {
            return -1;
        }
        return hour % NOON + (afternoon ? NOON : 0);
    }

    /** An instant: with its offset, or on the wall of that zone; a day alone means its start there. */
    static Instant moment(String text, ZoneId zone) throws UnreadableValue {
        String plain = plain(text);
        try {
            return OffsetDateTime.parse(plain).toInstant();
        } catch (DateTimeException onTheWall) {
            Matcher parts = PARTS.matcher(plain);
            LocalDate day = dayAlone(parts.matches() ? parts.group(1) : plain, "moment.notAMoment");
            LocalTime time = parts.matches() ? timeOfMoment(parts.group(2)) : LocalTime.MIDNIGHT;
            return day.atTime(time).atZone(zone).toInstant();
        }
    }

    private static LocalTime timeOfMoment(String text) throws UnreadableValue {
        try {
            return time(text);
        } catch (UnreadableValue e) {
            throw new UnreadableValue("moment.notAMoment");
        }
    }

    private static LocalDate dayAlone(String text, String problem) throws UnreadableValue {
        Matcher day = DAY.matcher(text);
        Matcher digits = DIGITS.matcher(text);
        Matcher era = ERA_DAY.matcher(text);
        try {
            if (day.matches()) {
                return LocalDate.of(number(day, 1), number(day, 2), number(day, 3));
            }
            if (digits.matches()) {
                return LocalDate.of(number(digits, 1), number(digits, 2), number(digits, 3));
            }
            if (era.matches()) {
                int year = era.group(2).equals("元") ? 1 : number(era, 2);
                return LocalDate.of(ERAS.getOrDefault(era.group(1), 0) + year, number(era, 3), number(era, 4));
            }
        } catch (DateTimeException e) {
            throw new UnreadableValue(problem);
        }
        throw new UnreadableValue(problem);
    }

    private static int number(Matcher parts, int group) {
        return Integer.parseInt(parts.group(group));
    }

    private static String plain(String text) {
        String half = Normalizer.normalize(text, Normalizer.Form.NFKC).strip().toUpperCase(Locale.ROOT);
        return WEEKDAY.matcher(half).replaceAll("");
    }
}
