package org.mimamori.engine.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoClient;
import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.mimamori.engine.directory.Group;
import org.mimamori.engine.text.LocalText;

/** What opening the stores does. */
abstract class StartContract {

    protected abstract TestStores testStores();

    @Test
    void findsWhatAnotherProcessHasKept() {
        testStores().get().directory().saveGroups(List.of(new Group("nurses", LocalText.of("保育士"))));

        try (MongoStores again = testStores().openAgain()) {
            assertThat(again.directory().groups()).extracting(Group::code).contains("nurses");
        }
    }

    @Test
    void leavesDataOfANewerProgramAlone() {
        try (MongoClient client = testStores().client()) {
            var meta = client.getDatabase(testStores().database()).getCollection(FormatVersion.COLLECTION);
            Document format = new Document("_id", "format");
            meta.updateOne(format, new Document("$set", new Document("version", FormatVersion.CURRENT + 1)));
            try {
                assertThatThrownBy(() -> testStores().openAgain())
                        .isInstanceOfSatisfying(
                                StoreRefused.class,
                                e -> assertThat(e.reason()).isEqualTo(StoreRefused.Reason.NEWER_FORMAT))
                        .hasMessageContaining("newer program");
            } finally {
                meta.updateOne(format, new Document("$set", new Document("version", FormatVersion.CURRENT)));
            }
        }
    }
}
