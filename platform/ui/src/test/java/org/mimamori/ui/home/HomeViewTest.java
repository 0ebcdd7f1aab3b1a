package org.mimamori.ui.home;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H1;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.mimamori.engine.directory.EntityRef;
import org.mimamori.office.Office;
import org.mimamori.office.ScreensTest;

class HomeViewTest extends ScreensTest {

    @Test
    void greetsByNameWithDayAndEra() {
        signIn(Office.NURSE);
        HomeView home = navigate(HomeView.class);
        assertThat(find(H1.class).all().getFirst().getText()).isEqualTo("おはようございます、田中 花子 さん");
        assertThat(text(home)).contains("2026年4月1日(水)", "令和8年4月1日");
    }

    @Test
    void showsEveryAppWithWhatThePersonMayDo() {
        signIn(Office.COORDINATOR);
        List<AppCard> cards = all(AppCard.class, navigate(HomeView.class));
        assertThat(text(cards.get(0))).contains("経過記録", "見る", "追加", "編集", "削除", "管理");
        assertThat(text(cards.get(1))).contains("当番表", "見る", "管理").doesNotContain("削除");
    }

    @Test
    void doesNotShowAnAppThePersonMayNotSee() {
        signIn(Office.NURSE);
        HomeView home = navigate(HomeView.class);
        assertThat(text(home)).contains("経過記録").doesNotContain("当番表");
    }

    @Test
    void saysWhatToDoWhenThereIsNoApp() {
        signIn(Office.NEWCOMER);
        HomeView home = navigate(HomeView.class);
        assertThat(all(AppCard.class, home)).isEmpty();
        assertThat(text(home)).contains("使えるアプリがまだありません");
    }

    @Test
    void showsWhatWasSaidToMeAndLeadsToTheComment() {
        long record = office.contact("山本 さくら", "midori");
        long comment = office.comment(Office.COORDINATOR, record, "@田中 花子 今日の様子は？", null, EntityRef.user(Office.NURSE));
        signIn(Office.NURSE);
        NoticeCard card = card("山本 さくら", navigate(HomeView.class));
        assertThat(text(card)).contains("佐藤 恵 さんから", "こども家庭センター", "今日の様子は？", "経過記録", "未読");
        assertThat(all(Anchor.class, card).getFirst().getHref())
                .isEqualTo("apps/contact_log/" + record + "?comment=" + comment);
    }

    @Test
    void doesNotShowANoticeOnARecordThePersonMayNotSee() {
        long record = office.contact("山本 もみじ", "midori");
        office.comment(Office.COORDINATOR, record, "@鈴木 一郎 どう思いますか", null, EntityRef.user(Office.OTHER_NURSE));
        signIn(Office.OTHER_NURSE);
        assertThat(text(navigate(HomeView.class))).doesNotContain("山本 もみじ", "どう思いますか");
    }

    @Test
    void followsWhatComesInWhileItIsShown() {
        signIn(Office.NURSE);
        HomeView home = navigate(HomeView.class);
        long record = office.contact("山本 つばき", "midori");
        office.comment(Office.COORDINATOR, record, "確認をお願いします", null, EntityRef.organization("midori"));
        assertThat(text(home)).doesNotContain("山本 つばき");
        poll();
        assertThat(text(home)).contains("山本 つばき");
    }

    @Test
    void showsWhatANotificationSaysAndLeadsToTheRecord() {
        long record = office.contact("山本 すみれ", "midori");
        office.minutes(record, 240);
        signIn(Office.NURSE);
        NoticeCard card = card("山本 すみれ", navigate(HomeView.class));
        assertThat(text(card)).contains("条件に当てはまったレコード", "対応が長くなっています", "佐藤 恵 さんから");
        assertThat(all(Anchor.class, card).getFirst().getHref()).isEqualTo("apps/contact_log/" + record);
        go("inbox?show=me");
        assertThat(text(page(InboxView.class))).contains("自分宛て", "山本 すみれ");
    }

    @Test
    void marksNoticesRead() {
        long record = office.contact("山本 あおい", "midori");
        office.comment(Office.COORDINATOR, record, "届いていますか", null, EntityRef.user(Office.NURSE));
        signIn(Office.NURSE);
        HomeView home = navigate(HomeView.class);
        assertThat(text(home)).contains("山本 あおい");
        test(find(Button.class).withText("表示中のものを既読にする").single()).click();
        assertThat(text(home)).doesNotContain("山本 あおい");
        go("inbox?show=all");
        assertThat(text(page(InboxView.class))).contains("山本 あおい");
    }

    @Test
    void speaksEnglish() {
        browserSpeaks(Locale.ENGLISH);
        signIn(Office.NURSE);
        HomeView home = navigate(HomeView.class);
        assertThat(text(home)).contains("Good morning, 田中 花子", "Wed, 1 Apr 2026", "Reiwa 8", "Contact log", "view");
    }

    private static NoticeCard card(String title, HomeView home) {
        return all(NoticeCard.class, home).stream()
                .filter(card -> text(card).contains(title))
                .findFirst()
                .orElseThrow();
    }
}
