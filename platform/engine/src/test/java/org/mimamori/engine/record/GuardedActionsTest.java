package org.mimamori.engine.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.mimamori.engine.app.AppDefinition;
import org.mimamori.engine.directory.Actor;
import org.mimamori.engine.directory.EntityRef;
import org.mimamori.engine.field.FieldCode;
import org.mimamori.engine.field.FieldTypes;
import org.mimamori.engine.field.Row;
import org.mimamori.engine.field.Value;
import org.mimamori.engine.problem.DefinitionProblem;
import org.mimamori.engine.problem.PlatformException;
import org.mimamori.engine.problem.Problem;
import org.mimamori.engine.store.TestStores;

/** Actions open forms with what the actor may read on one side and write on the other. */
class GuardedActionsTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-04-17T01:00:00Z"), ZoneOffset.UTC);

    @RegisterExtension
    static final TestStores STORES = TestStores.embedded(CLOCK);

    private static final Actor.Platform PLATFORM = new Actor.Platform("test");

    private static Office office;
    private static AppDefinition calls;
    private static long open;
    private static long closed;

    private static final String VISITS = """
            {"code": "visits", "language": "en", "name": "Visits", "fields": {
              "child": {"type": "SINGLE_LINE_TEXT", "code": "child", "label": "Child"},
              "hours": {"type": "NUMBER", "code": "hours", "label": "Hours"},
              "hours_text": {"type": "SINGLE_LINE_TEXT", "code": "hours_text", "label": "Hours in words"},
              "kind": {"type": "DROP_DOWN", "code": "kind", "label": "Kind", "defaultValue": "other",
                "options": {"phone": {"label": "phone", "index": "0"}, "other": {"label": "other", "index": "1"}}},
              "signs": {"type": "CHECK_BOX", "code": "signs", "label": "Signs",
                "options": {"b": {"label": "b", "index": "0"}, "a": {"label": "a", "index": "1"}}},
              "nursery": {"type": "ORGANIZATION_SELECT", "code": "nursery", "label": "Nursery"},
              "caller": {"type": "USER_SELECT", "code": "caller", "label": "Caller"},
              "back": {"type": "LINK", "code": "back", "label": "Call", "protocol": "WEB"},
              "secret": {"type": "SINGLE_LINE_TEXT", "code": "secret", "label": "Secret"},
              "family": {"type": "SUBTABLE", "code": "family", "label": "Family", "fields": {
                "member": {"type": "SINGLE_LINE_TEXT", "code": "member", "label": "Member"}}}},
             "permissions": {"app": {"rights": [
               {"entity": {"type": "GROUP", "code": "coordinators"}, "appEditable": true, "recordViewable": true, "recordAddable": true},
               {"entity": {"type": "ORGANIZATION", "code": "nursery01"}, "recordAddable": true}]},
              "field": {"rights": [{"code": "secret", "entities": [
               {"accessibility": "WRITE", "entity": {"type": "GROUP", "code": "coordinators"}}]}]}}}
            """;

    private static final String CALLS = """
            {"code": "calls", "language": "en", "name": "Calls", "fields": {
              "child": {"type": "SINGLE_LINE_TEXT", "code": "child", "label": "Child"},
              "hours": {"type": "NUMBER", "code": "hours", "label": "Hours"},
              "kind": {"type": "DROP_DOWN", "code": "kind", "label": "Kind",
                "options": {"phone": {"label": "phone", "index": "0"}, "mail": {"label": "mail", "index": "1"}}},
              "signs": {"type": "CHECK_BOX", "code": "signs", "label": "Signs",
                "options": {"a": {"label": "a", "index": "0"}, "b": {"label": "b", "index": "1"}, "c": {"label": "c", "index": "2"}}},
              "nursery": {"type": "ORGANIZATION_SELECT", "code": "nursery", "label": "Nursery"},
              "grave": {"type": "SINGLE_LINE_TEXT", "code": "grave", "label": "Grave"},
              "state": {"type": "SINGLE_LINE_TEXT", "code": "state", "label": "State"},
              "people": {"type": "SUBTABLE", "code": "people", "label": "People", "fields": {
                "member": {"type": "SINGLE_LINE_TEXT", "code": "member", "label": "Member"},
                "age": {"type": "NUMBER", "code": "age", "label": "Age"}}}},
             "actions": {
               "Visit": {"destApp": {"code": "visits"}, "filterCond": "state != \\"closed\\"",
                 "entities": [{"type": "GROUP", "code": "coordinators"}, {"type": "ORGANIZATION", "code": "nursery01"}, {"type": "USER", "code": "nursery02"}],
                 "mappings": [
                   {"srcType": "FIELD", "srcField": "child", "destField": "child"},
                   {"srcType": "FIELD", "srcField": "hours", "destField": "hours"},
                   {"srcType": "FIELD", "srcField": "hours", "destField": "hours_text"},
                   {"srcType": "FIELD", "srcField": "kind", "destField": "kind"},
                   {"srcType": "FIELD", "srcField": "signs", "destField": "signs"},
                   {"srcType": "FIELD", "srcField": "nursery", "destField": "nursery"},
                   {"srcType": "FIELD", "srcField": "Created_by", "destField": "caller"},
                   {"srcType": "FIELD", "srcField": "grave", "destField": "secret"},
                   {"srcType": "FIELD", "srcField": "people", "destField": "family"},
                   {"srcType": "RECORD_URL", "destField": "back"}]},
               "Only the grave": {"destApp": {"code": "visits"}, "filterCond": "grave != \\"\\"", "mappings": [],
                 "entities": [{"type": "GROUP", "code": "everyone"}]},
               "Into nothing": {"destApp": {"code": "not_there"}, "mappings": [],
                 "entities": [{"type": "GROUP", "code": "everyone"}]}},
             "permissions": {"app": {"rights": [
               {"entity": {"type": "GROUP", "code": "coordinators"}, "appEditable": true, "recordViewable": true},
               {"entity": {"type": "GROUP", "code": "everyone"}, "recordViewable": true}]},
              "field": {"rights": [{"code": "grave", "entities": [
               {"accessibility": "WRITE", "entity": {"type": "GROUP", "code": "coordinators"}}]}]}}}
            """;

    @BeforeAll
    static void open() {
        office = new Office(STORES.get(), FieldTypes.standard(), CLOCK);
        office.install(VISITS);
        calls = office.install(CALLS);
        open = call("open");
        closed = call("closed");
    }

    private static long call(String state) {
        return office.records
                .service()
                .add(PLATFORM, calls.id(), Office.submission("""
                {"child": {"value": "Aoi"}, "hours": {"value": "1.50"}, "kind": {"value": "mail"}, "signs": {"value": ["a", "b", "c"]},
                 "nursery": {"value": [{"code": "nursery01"}]}, "grave": {"value": "very"}, "state": {"value": "%s"},
                 "people": {"value": [{"value": {"member": {"value": "Mother"}, "age": {"value": "30"}}}]}}
                """.formatted(state)))
                .id();
    }

    private static List<String> offered(String person, long record) {
        return office.records.actions().offered(office.person(person), calls.id(), record).stream()
                .map(offer ->
                        offer.action().name().base() + " > " + offer.opens().code())
                .toList();
    }

    private static Map<FieldCode, Value> started(String person) {
        return office.records
                .actions()
                .start(office.person(person), calls.id(), open, action("Visit"), "https://town/apps/calls/1");
    }

    private static long action(String name) {
        return calls.actions().stream()
                .filter(action -> action.name().base().equals(name))
                .findFirst()
                .orElseThrow()
                .id();
    }

    @Test
    void isOfferedToWhomItNamesWhereItsConditionHolds() {
        assertThat(offered("coordinator", open)).containsExactly("Visit > visits", "Only the grave > visits");
        assertThat(offered("coordinator", closed)).containsExactly("Only the grave > visits");
        assertThat(offered("nursery01", open))
                .as("none whose condition tells of a hidden field")
                .containsExactly("Visit > visits");
        assertThat(offered("nursery02", open)).as("named, but may add no visit").isEmpty();
    }

    @Test
    void copiesByShapeAndName() {
        Map<FieldCode, Value> values = started("coordinator");

        assertThat(values)
                .containsEntry(code("child"), new Value.Text("Aoi"))
                .containsEntry(code("hours"), new Value.Decimal(new BigDecimal("1.5")))
                .containsEntry(code("hours_text"), new Value.Text("1.5"))
                .containsEntry(code("signs"), new Value.Choices(List.of("b", "a")))
                .containsEntry(code("nursery"), new Value.Entities(List.of(EntityRef.organization("nursery01"))))
                .containsEntry(code("caller"), new Value.Entities(List.of(EntityRef.user("Administrator"))))
                .containsEntry(code("secret"), new Value.Text("very"))
                .containsEntry(code("back"), new Value.Text("https://town/apps/calls/1"))
                .containsEntry(
                        code("family"),
                        new Value.Rows(List.of(new Row(Row.NEW, Map.of(code("member"), new Value.Text("Mother"))))))
                .as("no such option there, so its default stands")
                .doesNotContainKey(code("kind"));
    }

    @Test
    void copiesNothingTheActorMayNotReadHereOrWriteThere() {
        assertThat(started("nursery01")).containsKey(code("child")).doesNotContainKey(code("secret"));
        assertThat(started("nursery01").values().toString()).doesNotContain("very");
    }

    @Test
    void opensNothingThatIsNotOffered() {
        for (String person : List.of("nursery01", "nursery02")) {
            assertThatThrownBy(() -> office.records
                            .actions()
                            .start(office.person(person), calls.id(), closed, action("Visit"), ""))
                    .satisfies(e -> assertThat(((PlatformException) e).problem())
                            .isEqualTo(new Problem.RecordNotFound(Long.toString(closed))));
        }
    }

    @Test
    void refusesPairsThatDoNotFit() {
        assertThat(faults("\"kind\"", "\"hours\"")).containsExactly("relation.shapesDiffer");
        assertThat(faults("\"hours\"", "\"nothing\"")).containsExactly("relation.unknownField");
        assertThat(faults("\"nothing\"", "\"hours\"")).containsExactly("field.unknown");
    }

    private static List<String> faults(String source, String target) {
        String changed = CALLS.replace("\"calls\"", "\"calls2\"")
                .replace(
                        "\"srcField\": \"child\", \"destField\": \"child\"",
                        "\"srcField\": " + source + ", \"destField\": " + target)
                .replace("{\"srcType\": \"FIELD\", \"srcField\": \"hours\", \"destField\": \"hours\"},", "");
        try {
            office.install(changed);
            return List.of();
        } catch (PlatformException e) {
            return ((Problem.DefinitionRefused) e.problem())
                    .problems().stream().map(DefinitionProblem::key).toList();
        }
    }

    private static FieldCode code(String code) {
        return new FieldCode(code);
    }
}
