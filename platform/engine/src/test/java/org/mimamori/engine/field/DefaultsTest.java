package org.mimamori.engine.field;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.mimamori.engine.directory.Actor;
import org.mimamori.engine.directory.EntityRef;
import org.mimamori.engine.directory.User;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Defaults of a new record are those of whoever makes it: on that person's wall, in that person's organisation. */
class DefaultsTest {

    private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");

    /** Half past midnight in Tokyo, still yesterday in UTC. */
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-04-05T15:30:45Z"), ZoneOffset.UTC);

    private final Initial worker = new Initial(person(List.of("nursery01", "city")), CLOCK);
    private final Initial program = new Initial(new Actor.Program(Map.of(), Locale.JAPANESE, ZoneId.of("UTC")), CLOCK);

    @Test
    void todayIsTheDayOnThePersonsWall() {
        Field today = field("DATE", "'defaultNowValue': true, 'defaultValue': '2000-01-01'");
        assertThat(today.initial(worker)).isEqualTo(new Value.Date(LocalDate.of(2026, 4, 6)));
        assertThat(today.initial(program)).isEqualTo(new Value.Date(LocalDate.of(2026, 4, 5)));
    }

    @Test
    void nowIsToTheMinute() {
        assertThat(field("TIME", "'defaultNowValue': true").initial(worker))
                .isEqualTo(new Value.Time(LocalTime.of(0, 30)));
        assertThat(field("DATETIME", "'defaultNowValue': true").initial(worker))
                .isEqualTo(new Value.Moment(Instant.parse("2026-04-05T15:30:00Z")));
    }

    @Test
    void aDayAndTimeWithoutAZoneIsMeantOnThePersonsWall() {
        assertThat(field("DATETIME", "'defaultValue': '2026-04-06T09:00'").initial(worker))
                .isEqualTo(new Value.Moment(Instant.parse("2026-04-06T00:00:00Z")));
    }

    @Test
    void functionsFindThePersonAndTheOrganization() {
        Field reporter = field(
                "USER_SELECT",
                "'defaultValue': [{'type': 'FUNCTION', 'code': 'LOGINUSER()'},"
                        + " {'type': 'USER', 'code': 'sato'}, {'type': 'USER', 'code': 'nursery01w'}]");
        assertThat(reporter.initial(worker))
                .isEqualTo(new Value.Entities(List.of(EntityRef.user("nursery01w"), EntityRef.user("sato"))));
        Field agency = field(
                "ORGANIZATION_SELECT", "'defaultValue': [{'type': 'FUNCTION', 'code': 'PRIMARY_ORGANIZATION()'}]");
        assertThat(agency.initial(worker)).isEqualTo(new Value.Entities(List.of(EntityRef.organization("nursery01"))));
        assertThat(agency.initial(program)).isEqualTo(Value.BLANK);
        assertThat(agency.initial(new Initial(person(List.of()), CLOCK))).isEqualTo(Value.BLANK);
    }

    @Test
    void richTextDefaultsAreMadeSafeToo() {
        assertThat(field("RICH_TEXT", "'defaultValue': '<b>良い</b><script>x</script>'")
                        .initial(worker))
                .isEqualTo(new Value.Text("<b>良い</b>"));
    }

    @Test
    void aRadioButtonIsNeverEmptyAndNeverCalledRequired() {
        String options = "'required': true, 'options': {'欠席': {'label': '欠席', 'index': 1},"
                + " '出席': {'label': '出席', 'index': 0}}";
        Field radio = field("RADIO_BUTTON", options);
        assertThat(radio.initial(worker)).isEqualTo(new Value.Choice("出席"));
        assertThat(radio.normalize(Value.BLANK)).isEqualTo(new Value.Choice("出席"));
        assertThat(radio.required()).isFalse();
        assertThat(field("RADIO_BUTTON", options + ", 'defaultValue': '欠席'").initial(worker))
                .isEqualTo(new Value.Choice("欠席"));
    }

    @Test
    void aCalculatedFieldIsNeverCalledRequired() {
        assertThat(field("CALC", "'required': true, 'expression': '1'").required())
                .isFalse();
    }

    private static Field field(String type, String settings) {
        String json = "{'type': '%s', 'code': '項目', 'label': '項目', %s}".formatted(type, settings);
        return FieldTypes.standard().read((ObjectNode) new JsonMapper().readTree(json.replace('\'', '"')));
    }

    private static Actor person(List<String> organizations) {
        User user = new User(
                "nursery01w", "佐々木 恵", "ササキ メグミ", "", Locale.JAPANESE, TOKYO, true, organizations, List.of(), false);
        return new Actor.Person(user, Set.copyOf(organizations), Locale.JAPANESE);
    }
}
