package org.mimamori.engine.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** Whatever condition chance makes up, the platform finds what its plain meaning says, and its text means the same. */
class QueryModelTest {

    private static final CorpusApp APP = CorpusApp.read();
    private static final int CONDITIONS = 4_000;

    @Test
    void findsWhatAConditionPlainlyMeans() {
        RandomConditions made = new RandomConditions(new Random(20_260_515), APP);
        QueryModel model = new QueryModel(APP);
        QueryResolver resolver = new QueryResolver(APP.scope(), APP.askedBy("nursery01"));
        int telling = 0;
        for (int i = 0; i < CONDITIONS; i++) {
            Condition condition = made.condition(3);
            Filter filter = resolver.resolveCondition(condition);
            List<Long> meant = ids(record -> model.holds(condition, record));
            assertThat(ids(record -> FilterTest.holds(filter, record::value, APP.scope()::field)))
                    .as("%s%nas %s", condition.text(), filter)
                    .isEqualTo(meant);
            assertThat(Condition.parse(condition.text())).as(condition.text()).contains(condition);
            telling += meant.isEmpty() || meant.size() == APP.records().size() ? 0 : 1;
        }
        assertThat(telling).as("conditions that find some and not all").isGreaterThan(CONDITIONS / 3);
    }

    private static List<Long> ids(Predicate<CorpusRecord> passing) {
        return APP.records().stream().filter(passing).map(CorpusRecord::id).toList();
    }
}
