package org.mimamori.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.sidenav.SideNavItem;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.mimamori.engine.directory.EntityRef;
import org.mimamori.engine.directory.User;
import org.mimamori.office.Office;
import org.mimamori.office.ScreensTest;
import org.mimamori.ui.admin.SettingsView;
import org.mimamori.ui.home.HomeView;
import org.mimamori.ui.home.InboxView;

class MainLayoutTest extends ScreensTest {

    @Test
    void countsWhatIsUnreadAndKeepsCounting() {
        signIn(Office.OTHER_NURSE);
        navigate(HomeView.class);
        assertThat(text(bell())).endsWith("お知らせ（未読はありません）");
        long record = office.contact("小林 陽菜", "sakura");
        office.comment(Office.COORDINATOR, record, "@鈴木 一郎 見てください", null, EntityRef.user(Office.OTHER_NURSE));
        poll();
        assertThat(text(bell())).isEqualTo("1お知らせ（未読 1 件）");
    }

    @Test
    void saysWhereOneIs() {
        signIn(Office.NURSE);
        navigate(InboxView.class);
        Trail trail = part(Trail.class);
        assertThat(trail.isVisible()).isTrue();
        assertThat(text(trail)).isEqualTo("ホームお知らせ");
        assertThat(all(Anchor.class, trail)).extracting(Anchor::getHref).containsExactly("");
        navigate(HomeView.class);
        assertThat(part(Trail.class).isVisible()).isFalse();
    }

    @Test
    void leadsPastTheFrameToTheContent() {
        signIn(Office.NURSE);
        navigate(HomeView.class);
        Anchor first = all(Anchor.class, frame()).getFirst();
        assertThat(first.getText()).isEqualTo("本文へ進む");
        assertThat(first.getHref()).isEqualTo("#content");
    }

    @Test
    void listsTheAppsThePersonMaySee() {
        signIn(Office.NURSE);
        navigate(HomeView.class);
        assertThat(all(SideNavItem.class, part(Drawer.class)))
                .extracting(SideNavItem::getLabel)
                .containsExactly("ホーム", "お知らせ", "経過記録");
    }

    @Test
    void offersAdministrationToAdministratorsOnly() {
        signIn(Office.ADMINISTRATOR);
        navigate(HomeView.class);
        assertThat(text(part(Drawer.class))).contains("アプリの管理");
    }

    @Test
    void findsAnAppWhateverKanaItIsTypedIn() {
        signIn(Office.COORDINATOR);
        navigate(HomeView.class);
        AppFinder finder = part(AppFinder.class);
        assertThat(finder.matching("けいか")).isEmpty();
        assertThat(finder.matching("経過")).extracting(app -> app.code()).containsExactly("contact_log");
        assertThat(finder.matching("ＤＵＴＹ")).extracting(app -> app.code()).containsExactly("duty_roster");
    }

    @Test
    void announcesEveryPage() {
        signIn(Office.NURSE);
        navigate(SettingsView.class);
        assertThat(text(frame())).contains("個人設定 - 見守り");
    }

    @Test
    void signsOutWhoeverHasBeenMadeInactive() {
        User leaver = new User(
                "leaver", "退職 者", "", "", null, ZoneId.of("Asia/Tokyo"), true, List.of("midori"), List.of(), false);
        office.directoryStore.saveUsers(List.of(leaver));
        signIn("leaver");
        navigate(HomeView.class);
        office.directoryStore.saveUsers(List.of(
                new User("leaver", "退職 者", "", "", null, ZoneId.of("Asia/Tokyo"), false, List.of(), List.of(), false)));
        go("inbox");
        assertThat(getCurrentView()).isNotInstanceOf(InboxView.class);
    }

    @Test
    void speaksTheLanguageThePersonHasChosen() {
        User reader = new User(
                "reader",
                "Alice Reader",
                "",
                "",
                Locale.ENGLISH,
                ZoneId.of("Asia/Tokyo"),
                true,
                List.of("office"),
                List.of(),
                false);
        office.directoryStore.saveUsers(List.of(reader));
        signIn("reader");
        browserSpeaks(Locale.JAPANESE);
        assertThat(text(navigate(HomeView.class))).contains("Good morning, Alice Reader");
    }

    private NoticeBell bell() {
        return part(NoticeBell.class);
    }

    private static <T extends Component> T part(Class<T> type) {
        return all(type, frame()).getFirst();
    }
}
