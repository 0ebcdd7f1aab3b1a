package org.mimamori.engine.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mimamori.engine.field.UnreadableValue;

/** Days and times as people write them. */
class DayTextTest {

    private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-04-01",
                "2026/4/1",
                "2026.04.01",
                "20260401",
                "2026年4月1日",
                "２０２６／４／１",
                " 2026 年 4 月 1 日 ",
                "2026/4/1(水)",
                "2026年4月1日（水）",
                "令和8年4月1日",
                "R8.4.1",
                "r8/04/01",
                "Ｒ８．４．１",
                "平成38年4月1日",
                "2026/4/1 0:00",
                "2026/04/01 0:00:00"
            })
    void readsADay(String text) throws UnreadableValue {
        assertThat(DayText.day(text)).isEqualTo(LocalDate.of(2026, 4, 1));
    }

    @ParameterizedTest
    @CsvSource({"令和元年5月1日,2019-05-01", "昭和64年1月7日,1989-01-07", "S50.12.31,1975-12-31", "大正15年12月24日,1926-12-24"})
    void readsADayOfAnEra(String text, LocalDate day) throws UnreadableValue {
        assertThat(DayText.day(text)).isEqualTo(day);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026/2/30", "2026/13/1", "4/1", "46113", "2026/4/1 9:30", "明日", "2026-04", "X8.4.1"})
    void refusesWhatIsNoDay(String text) {
        assertThatThrownBy(() -> DayText.day(text))
                .isInstanceOf(UnreadableValue.class)
                .hasMessage("date.notADate");
    }

    @ParameterizedTest
    @CsvSource({
        "9:30,09:30",
        "09:30:15,09:30",
        "９：３０,09:30",
        "9時30分,09:30",
        "9時,09:00",
        "午後1時05分,13:05",
        "午前0:10,00:10",
        "12:10 AM,00:10",
        "1:05 pm,13:05",
        "PM 12:00,12:00"
    })
    void readsATime(String text, LocalTime time) throws UnreadableValue {
        assertThat(DayText.time(text)).isEqualTo(time);
    }

    @ParameterizedTest
    @ValueSource(strings = {"25:00", "9:60", "9", "午後13時", "AM 1:00 PM", "朝"})
    void refusesWhatIsNoTime(String text) {
        assertThatThrownBy(() -> DayText.time(text))
                .isInstanceOf(UnreadableValue.class)
                .hasMessage("time.notATime");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-04-01T00:30:00Z,2026-04-01T00:30:00Z",
        "2026-04-01T09:30:00+09:00,2026-04-01T00:30:00Z",
        "2026/4/1 9:30,2026-04-01T00:30:00Z",
        "2026-04-01 09:30:00,2026-04-01T00:30:00Z",
        "2026年4月1日 午前9時30分,2026-04-01T00:30:00Z",
        "R8.4.1 9:30,2026-04-01T00:30:00Z",
        "2026/4/1,2026-03-31T15:00:00Z"
    })
    void readsAnInstantOnThePersonsWall(String text, Instant instant) throws UnreadableValue {
        assertThat(DayText.moment(text, TOKYO)).isEqualTo(instant);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026/4/1 25:00", "9:30", "2026/4/31 9:30"})
    void refusesWhatIsNoInstant(String text) {
        assertThatThrownBy(() -> DayText.moment(text, TOKYO))
                .isInstanceOf(UnreadableValue.class)
                .hasMessage("moment.notAMoment");
    }
}
