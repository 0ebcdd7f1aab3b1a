package org.mimamori.engine.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.mimamori.engine.directory.DirectoryRegister;
import org.mimamori.engine.directory.EntityRef;
import org.mimamori.engine.directory.Group;
import org.mimamori.engine.directory.Organization;
import org.mimamori.engine.directory.Profile;
import org.mimamori.engine.directory.TokenEntry;
import org.mimamori.engine.directory.TokenRight;
import org.mimamori.engine.directory.User;
import org.mimamori.engine.text.LocalText;

/** What every store of the directory does. */
abstract class DirectoryStoreContract {

    protected abstract TestStores testStores();

    private DirectoryRegister directory() {
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

        directory().savePasswordHash("nobody", "{argon2}n");
        directory().savePasswordHash("d-2", "{argon2}new");
        assertThat(directory().passwordHash("nobody")).contains("{argon2}n");
        assertThat(directory().passwordHash("d-2")).contains("{argon2}new");
    }

    @Test
    void findsATokenByItsHash() {
        TokenEntry token = new TokenEntry("abc123", 7, Set.of(TokenRight.VIEW, TokenRight.ADD), "月次集計");
        directory().saveToken(token);

        assertThat(directory().token("abc123")).contains(token);
        assertThat(directory().token("abc124")).isEmpty();
    }

    @Test
    void givesEverybodyANumberOnceAndKeepsWhatIsKnownOfThem() {
        Instant first = Instant.parse("2026-04-01T00:00:00Z");
        EntityRef ref = EntityRef.user("f-npo01");
        Profile made = directory().profiles(List.of(ref), first).get(ref);

        directory().saveProfiles(List.of(new Profile(ref, made.number(), first, first, Map.of("phone", "03"))));

        Profile again = directory().profiles(List.of(ref), first.plusSeconds(9)).get(ref);
        assertThat(again).isEqualTo(new Profile(ref, made.number(), first, first, Map.of("phone", "03")));
        EntityRef group = EntityRef.group("f-npo01");
        assertThat(directory().profiles(List.of(ref, group), first).get(group).number())
                .isGreaterThan(made.number());
    }

    @Test
    void removesPeopleWithAllThatIsKeptOfThem() {
        EntityRef ref = EntityRef.user("g-gone");
        directory().saveUsers(List.of(user("g-gone", null), user("g-stays", null)));
        directory().savePasswordHash("g-gone", "{argon2}x");
        long number = directory().profiles(List.of(ref), Instant.EPOCH).get(ref).number();
        long before = directory().version();

        directory().deleteUsers(List.of("g-gone"));

        assertThat(directory().users(List.of("g-gone", "g-stays")))
                .extracting(User::code)
                .containsExactly("g-stays");
        assertThat(directory().passwordHash("g-gone")).isEmpty();
        assertThat(directory().version()).isGreaterThan(before);
        assertThat(directory().profiles(List.of(ref), Instant.EPOCH).get(ref).number())
                .as("a number is never given again")
                .isGreaterThan(number);
    }

    @Test
    void seesItsOwnWriteEvenIfSomebodyReadTheVersionBeforeItWasCommitted() {
        long before = directory().version();

        testStores().get().transactions().run(() -> {
            directory().saveUsers(List.of(user("h-new", null)));
            return CompletableFuture.supplyAsync(() -> directory().version()).join();
        });

        assertThat(directory().version()).isGreaterThan(before);
    }

    @Test
    void listsTheTokensOfAnAppAndForgetsOne() {
        TokenEntry one = new TokenEntry("t-1", 77, Set.of(TokenRight.VIEW), "");
        TokenEntry other = new TokenEntry("t-2", 77, Set.of(TokenRight.ADD), "");
        directory().saveToken(one);
        directory().saveToken(other);
        directory().saveToken(new TokenEntry("t-3", 78, Set.of(TokenRight.ADD), ""));

        assertThat(directory().tokens(77)).containsExactlyInAnyOrder(one, other);
        directory().deleteToken("t-1");
        assertThat(directory().tokens(77)).containsExactly(other);
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
