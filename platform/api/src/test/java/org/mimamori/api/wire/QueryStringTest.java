package org.mimamori.api.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.mimamori.api.error.CallException;

class QueryStringTest {

    @Test
    void readsListsByIndexWhateverTheirOrder() {
        assertThat(QueryString.read("fields%5B1%5D=%24id&fields%5B0%5D=%E6%B0%8F%E5%90%8D")
                        .toString())
                .isEqualTo("{\"fields\":[\"氏名\",\"$id\"]}");
    }

    @Test
    void readsListsWithoutIndexAndLoneValues() {
        assertThat(QueryString.read("ids[]=3&ids[]=4&codes=att_daily").toString())
                .isEqualTo("{\"codes\":\"att_daily\",\"ids\":[\"3\",\"4\"]}");
    }

    @Test
    void takesAnEmptyValueAsNotGiven() {
        assertThat(QueryString.read("name=&codes=&limit=5&&flag").toString()).isEqualTo("{\"limit\":\"5\"}");
    }

    @Test
    void allocatesNothingForAHugeIndex() {
        assertThat(QueryString.read("ids[999999999]=7").toString()).isEqualTo("{\"ids\":[\"7\"]}");
    }

    @Test
    void keepsSpacesPlusSignsAndSignsOfTheQueryLanguage() {
        assertThat(QueryString.read("query=%E6%B0%8F%E5%90%8D%20like%20%22a%2Bb%3D%26%22")
                        .get("query")
                        .asString())
                .isEqualTo("氏名 like \"a+b=&\"");
    }

    @Test
    void refusesABrokenEscape() {
        assertThatThrownBy(() -> QueryString.read("query=%zz")).isInstanceOf(CallException.class);
    }
}
