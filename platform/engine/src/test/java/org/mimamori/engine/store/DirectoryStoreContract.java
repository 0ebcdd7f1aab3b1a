package org.mimamori.engine.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.mimamori.engine.directory.DirectoryStore;
import org.mimamori.engine.directory.Group;
import org.mimamori.engine.directory.Organization;
import org.mimamori.engine.directory.TokenEntry;
import org.mimamori.engine.directory.TokenRight;
import org.mimamori.engine.directory.User;
import org.mimamori.engine.text.LocalText;

/** What every store of the directory does. */
abstract class DirectoryStoreContract {

    protected abstract TestStores testStores();

    private DirectoryStore directory() {
        return testStores().get().directory();
    }

    private static User user(String code, @Nullable Locale language) {
        return new User(
                code,
                "山田 花子",
                "ヤマダ ハナコ",
                code + "@example.org",
                language,
                ZoneId.of("Asia/Tokyo"),
                true,
                List.of("nursery-a", "office"),
                List.of("nurses"),
                false);
    }

    @Test
    void givesBackPeopleByCodeAsTheyWereKept() {
        User first = user("a-nursery01", Locale.JAPANESE);
        User second = user("a-nursery02", null);

        directory().saveUsers(List.of(second, first));

        assertThat(directory().users()).containsSubsequence(first, second);
    }

    @Test
    void replacesAPersonOfTheSameCode() {
        directory().saveUsers(List.of(user("b-head01", Locale.JAPANESE)));
        User moved = user("b-head01", Locale.ENGLISH);

        directory().saveUsers(List.of(moved));

        assertThat(directory().users())
                .filteredOn(u -> u.code().equals("b-head01"))
                .containsExactly(moved);
    }

    @Test
    void givesBackOrganizationsAndGroups() {
        Organization office = new Organization("office", LocalText.of("調整機関", "en", "Office"), "チョウセイ", null);
        Organization nursery = new Organization("nursery-a", LocalText.of("あおば保育園"), "アオバ", "office");
        Group nurses = new Group("nurses", LocalText.of("保育士", "en", "Nurses"));

        directory().saveOrganizations(List.of(office, nursery));
        directory().saveGroups(List.of(nurses));

        assertThat(directory().organizations()).containsExactly(nursery, office);
        assertThat(directory().groups()).containsExactly(nurses);
    }

    @Test
    void raisesTheVersionWithEveryWrite() {
        long before = directory().version();
        directory().saveUsers(List.of(user("c-npo01", null)));
        long after = directory().version();
        directory().saveGroups(List.of(new Group("leaders", LocalText.of("長"))));

        assertThat(after).isGreaterThan(before);
        assertThat(directory().version()).isGreaterThan(after);
    }

    @Test
    void keepsPasswordHashesApartFromThePeople() {
        directory().saveUsers(List.of(user("d-school01", null)));
        directory().savePasswordHash("d-school01", "{argon2}x");
        directory().savePasswordHash("d-school01", "{argon2}y");
        directory().savePasswordHashes(List.of("d-1", "d-2"), "{argon2}z");

        assertThat(directory().passwordHash("d-school01")).contains("{argon2}y");
        assertThat(directory().passwordHash("d-2")).contains("{argon2}z");
        assertThat(directory().passwordHash("nobody")).isEmpty();
    }

    @Test
    void findsATokenByItsHash() {
        TokenEntry token = new TokenEntry("abc123", 7, Set.of(TokenRight.VIEW, TokenRight.ADD), "月次集計");
        directory().saveToken(token);

        assertThat(directory().token("abc123")).contains(token);
        assertThat(directory().token("abc124")).isEmpty();
    }

    @Test
    void keepsNobodyOfAListWhenTheWorkAroundItFails() {
        assertThatThrownBy(() -> testStores().get().transactions().run(() -> {
                    directory().saveUsers(List.of(user("e-gone", null)));
                    throw new IllegalStateException("no");
                }))
                .hasMessage("no");

        assertThat(directory().users()).noneMatch(u -> u.code().equals("e-gone"));
    }
}
