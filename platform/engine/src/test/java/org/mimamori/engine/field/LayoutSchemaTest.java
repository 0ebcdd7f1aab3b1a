package org.mimamori.engine.field;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The schemas of the form: what lies where. */
class LayoutSchemaTest {

    @Test
    void acceptTheFormWithEveryField() {
        for (JsonNode item : EveryField.definition().path("layout")) {
            assertThat(Schemas.get("layout/" + item.path("type").asString() + ".json")
                            .validate(item))
                    .isEmpty();
        }
        for (JsonNode field : EveryField.definition().path("fields")) {
            assertThat(Schemas.get("field/" + field.path("type").asString() + ".json")
                            .validate(field))
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'type':'ROW','fields':[{'type':'LABEL'}]}",
                "{'type':'ROW','fields':[{'type':'HR','code':'線'}]}",
                "{'type':'ROW','fields':[{'type':'NUMBER'}]}",
                "{'type':'ROW','fields':[{'type':'NUMBER','code':'体温','size':{'width':'wide'}}]}",
                "{'type':'ROW','fields':[{'type':'SPACER','elementId':'%s'}]}",
                "{'type':'ROW','code':'行','fields':[]}",
                "{'type':'SUBTABLE','code':'面談','fields':[{'type':'HR'}]}",
                "{'type':'GROUP','code':'基本','layout':[{'type':'GROUP','code':'中','layout':[]}]}",
                "{'type':'GROUP','layout':[]}"
            })
    void refuseWhatAFormCannotHold(String json) {
        JsonNode item = new JsonMapper().readTree(json.formatted("x".repeat(65)).replace('\'', '"'));
        assertThat(Schemas.get("layout/" + item.path("type").asString() + ".json")
                        .validate(item))
                .isNotEmpty();
    }

    @Test
    void thereIsOneForEveryTypeAndNoMore() throws IOException {
        Set<String> expected = new TreeSet<>(FieldTypes.standard().names());
        expected.add("GROUP");
        assertThat(names("field")).isEqualTo(expected);
        assertThat(names("layout"))
                .isEqualTo(new TreeSet<>(List.of("FIELD", "GROUP", "HR", "LABEL", "ROW", "SPACER", "SUBTABLE")));
    }

    private static Set<String> names(String folder) throws IOException {
        try (Stream<Path> files = Files.list(Schemas.FOLDER.resolve(folder))) {
            return files.map(file -> file.getFileName().toString().replace(".json", ""))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }
}
