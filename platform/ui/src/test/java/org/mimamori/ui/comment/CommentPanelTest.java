package org.mimamori.ui.comment;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.notification.Notification;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mimamori.engine.comment.Comment;
import org.mimamori.engine.comment.Comments.Order;
import org.mimamori.engine.directory.EntityRef;
import org.mimamori.engine.inbox.Inbox;
import org.mimamori.office.Office;
import org.mimamori.office.ScreensTest;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

class CommentPanelTest extends ScreensTest {

    @Autowired
    private CommentPanelFactory factory;

    private long record;

    @BeforeEach
    void aChildOfMidoriNursery() {
        record = office.contact("高橋 ひなた", "midori");
        signIn(Office.NURSE);
    }

    @Test
    void keepsWhatSomebodyWrites() {
        CommentPanel panel = open();
        send(box(panel), "  今朝、登園しました。\nお迎えは母の予定です。  ");
        assertThat(text(panel)).contains("今朝、登園しました。\nお迎えは母の予定です。", "田中 花子", "みどり保育園", "たった今");
        assertThat(kept()).hasSize(1);
    }

    @Test
    void tellsThoseItMentions() {
        send(box(open()), "@佐藤 恵 ご確認ください", EntityRef.user(Office.COORDINATOR));
        office.tell();
        assertThat(office.inbox.of(office.person(Office.COORDINATOR), Inbox.Which.UNREAD, 0, 100))
                .anySatisfy(shown -> {
                    assertThat(shown.notice().record()).isEqualTo(record);
                    assertThat(shown.text()).isEqualTo("@佐藤 恵 ご確認ください");
                });
    }

    @Test
    void marksTheNamesOfThoseItMentions() {
        office.comment(Office.COORDINATOR, record, "@みどり保育園 と@田中 花子 へ", null, EntityRef.organization("midori"));
        CommentText shown = all(CommentText.class, open()).getFirst();
        assertThat(mentions(shown)).containsExactly("@みどり保育園");
    }

    @Test
    void knowsANameThatWasWrittenInAnotherLanguage() {
        office.comment(Office.COORDINATOR, record, "@Midori Nursery hello", null, EntityRef.organization("midori"));
        CommentText shown = all(CommentText.class, open()).getFirst();
        assertThat(mentions(shown)).containsExactly("@Midori Nursery");
        assertThat(text(shown)).doesNotContain("宛先");
    }

    @Test
    void namesThoseAProgramMentionedWithoutWritingTheirNames() {
        office.comment(Office.COORDINATOR, record, "届きました", null, EntityRef.user(Office.NURSE));
        CommentText shown = all(CommentText.class, open()).getFirst();
        assertThat(text(shown)).isEqualTo("宛先:@田中 花子（みどり保育園）届きました");
    }

    @Test
    void offersPeopleOrganisationsAndGroupsByPartOfTheirReading() {
        Discussion discussion = new Discussion(factory.desk(), office.contactLog(), record);
        assertThat(discussion.mentionable("たなか")).extracting(Mention::full).containsExactly("田中 花子（みどり保育園）");
        assertThat(discussion.mentionable("ほいくえん")).extracting(Mention::name).isEmpty();
        assertThat(discussion.mentionable("保育園")).extracting(Mention::name).contains("みどり保育園", "さくら保育園");
        assertThat(discussion.mentionable("調整")).extracting(Mention::name).containsExactly("調整担当");
    }

    @Test
    void putsAnswersUnderWhatTheyAnswer() {
        long question = office.comment(Office.COORDINATOR, record, "体温は？", null);
        office.comment(Office.COORDINATOR, record, "別の話", null);
        CommentPanel panel = open();
        ThreadView thread = thread(panel, "体温は？");
        press("返信", thread);
        send(box(thread), "36.8度です", EntityRef.user(Office.COORDINATOR));
        assertThat(texts(thread(panel, "体温は？"))).containsExactly("体温は？", "宛先:@佐藤 恵（こども家庭センター）36.8度です");
        assertThat(kept()).anySatisfy(comment -> assertThat(comment.replyTo()).isEqualTo(question));
        assertThat(all(CommentBox.class, thread(panel, "体温は？"))).isEmpty();
    }

    @Test
    void showsTheThreadStartedLastFirst() {
        office.comment(Office.COORDINATOR, record, "ひとつめ", null);
        office.comment(Office.COORDINATOR, record, "ふたつめ", null);
        assertThat(texts(open())).containsExactly("ふたつめ", "ひとつめ");
    }

    @Test
    void saysWhoHasUnderstoodAndTakesItBack() {
        office.comment(Office.COORDINATOR, record, "明日は休園です", null);
        CommentPanel panel = open();
        press("了解", panel);
        assertThat(text(panel)).contains("了解した人: 田中 花子");
        assertThat(kept().getFirst().likes()).containsExactly(EntityRef.user(Office.NURSE));
        press("了解 1", panel);
        assertThat(text(panel)).doesNotContain("了解した人");
        assertThat(kept().getFirst().likes()).isEmpty();
    }

    @Test
    void deletesOnesOwnCommentAfterAskingOnly() {
        office.comment(Office.NURSE, record, "まちがえました", null);
        CommentPanel panel = open();
        press("削除", panel);
        assertThat(kept()).hasSize(1);
        test(find(ConfirmDialog.class).single()).confirm();
        assertThat(kept()).isEmpty();
        assertThat(text(panel)).contains("コメントはまだありません");
    }

    @Test
    void offersNoDeletionOfOthersComments() {
        office.comment(Office.COORDINATOR, record, "他の人のコメント", null);
        assertThat(buttons("削除", open())).isEmpty();
    }

    @Test
    void showsMarkupAsTheTextItIs() {
        String nasty = "<img src=x onerror=alert(1)><script>alert(2)</script> javascript:alert(3)";
        office.comment(Office.COORDINATOR, record, nasty, null);
        CommentText shown = all(CommentText.class, open()).getFirst();
        assertThat(text(shown)).isEqualTo(nasty);
        assertThat(shown.getElement().getChildren().filter(child -> !child.isTextNode()))
                .isEmpty();
    }

    @Test
    void makesWebAddressesLinksThatTellTheOtherSideNothing() {
        office.comment(Office.COORDINATOR, record, "資料は https://example.jp/a?b=1#c。見てください", null);
        Anchor link =
                all(Anchor.class, all(CommentText.class, open()).getFirst()).getFirst();
        assertThat(link.getHref()).isEqualTo("https://example.jp/a?b=1#c");
        assertThat(link.getElement().getAttribute("rel")).contains("noopener", "noreferrer");
    }

    @Test
    void keepsTheTextWhenTheCommentCannotBeKept() {
        CommentPanel panel = open();
        send(box(panel), "知らない人へ", EntityRef.user("nobody"));
        assertThat(text(find(Notification.class).single())).contains("「nobody」という利用者・組織・グループはありません");
        assertThat(kept()).isEmpty();
    }

    @Test
    void showsWhatOthersWriteMeanwhileAndSaysSo() {
        office.comment(Office.COORDINATOR, record, "はじめ", null);
        CommentPanel panel = open();
        office.comment(Office.COORDINATOR, record, "あとから", null);
        assertThat(texts(panel)).containsExactly("はじめ");
        poll();
        assertThat(texts(panel)).containsExactly("あとから", "はじめ");
        assertThat(text(panel)).contains("新しいコメントが 1 件あります");
    }

    @Test
    void keepsAnAnswerHalfWrittenWhenOthersWriteMeanwhile() {
        office.comment(Office.COORDINATOR, record, "質問です", null);
        CommentPanel panel = open();
        press("返信", panel);
        CommentBox half = box(thread(panel, "質問です"));
        office.comment(Office.COORDINATOR, record, "もうひとつ", null);
        poll();
        assertThat(box(thread(panel, "質問です"))).isSameAs(half);
    }

    @Test
    void readsOlderCommentsOnDemand() {
        IntStream.rangeClosed(1, 35).forEach(i -> office.comment(Office.COORDINATOR, record, "その" + i, null));
        CommentPanel panel = open();
        assertThat(texts(panel)).hasSize(30).first().isEqualTo("その35");
        press("以前のコメントを表示する", panel);
        assertThat(texts(panel)).hasSize(35).last().isEqualTo("その1");
        assertThat(buttons("以前のコメントを表示する", panel)).noneMatch(Component::isVisible);
    }

    @Test
    void leadsToTheCommentALinkNamesHoweverOld() {
        long target = office.comment(Office.COORDINATOR, record, "これです", null);
        IntStream.rangeClosed(1, 40).forEach(i -> office.comment(Office.COORDINATOR, record, "その" + i, null));
        go("?comment=" + target);
        CommentPanel panel = open();
        CommentView shown = all(CommentView.class, panel).getLast();
        assertThat(text(shown)).contains("これです");
        assertThat(shown.hasClassName("target")).isTrue();
        assertThat(all(CommentView.class, panel).stream().filter(view -> view.hasClassName("target")))
                .hasSize(1);
    }

    @Test
    void saysThatTheCommentAnsweredWasDeleted() {
        long root = office.comment(Office.NURSE, record, "消えるもの", null);
        office.comment(Office.COORDINATOR, record, "残るもの", root);
        office.comments.delete(office.person(Office.NURSE), office.contactLog().id(), record, root);
        assertThat(text(open())).contains("削除されたコメントへの返信", "残るもの").doesNotContain("消えるもの");
    }

    @Test
    void marksTheNoticesOfTheRecordRead() {
        office.comment(Office.COORDINATOR, record, "見てください", null, EntityRef.user(Office.NURSE));
        assertThat(unread()).isTrue();
        open();
        assertThat(unread()).isFalse();
    }

    @Test
    void saysHowLongAgoACommentWas() {
        office.comment(Office.COORDINATOR, record, "時計", null);
        CommentPanel panel = open();
        office.clock.pass(Duration.ofMinutes(5));
        poll();
        assertThat(text(panel)).contains("5 分前");
        office.clock.pass(Duration.ofDays(1));
        poll();
        assertThat(text(panel)).contains("昨日 ");
    }

    @Test
    void asksBeforeAHalfWrittenCommentIsLost() {
        CommentPanel panel = open();
        ComponentUtil.fireEvent(box(panel), new CommentBox.DraftEvent(box(panel), true, true));
        go("settings");
        assertThat(find(ConfirmDialog.class).single().isOpened()).isTrue();
        assertThat(UI.getCurrent().getActiveViewLocation().getPath()).isNotEqualTo("settings");
        test(find(ConfirmDialog.class).single()).cancel();
        assertThat(UI.getCurrent().getActiveViewLocation().getPath()).isEqualTo("settings");
    }

    @Test
    void saysThatAnAppHasNoComments() {
        CommentPanel panel = (CommentPanel) factory.create();
        UI.getCurrent().add(panel);
        panel.show(office.catalog.findByCode("duty_roster").orElseThrow(), 1);
        assertThat(text(panel)).contains("コメントを使わない設定");
        assertThat(all(CommentBox.class, panel)).isEmpty();
    }

    private CommentPanel open() {
        CommentPanel panel = (CommentPanel) factory.create();
        panel.show(office.contactLog(), record);
        UI.getCurrent().add(panel);
        return panel;
    }

    private List<Comment> kept() {
        return office.comments
                .list(office.person(Office.COORDINATOR), office.contactLog().id(), record, Order.ASCENDING, 0, 100)
                .comments();
    }

    private boolean unread() {
        return office.inbox.of(office.person(Office.NURSE), Inbox.Which.UNREAD, 0, 100).stream()
                .anyMatch(shown -> shown.notice().record() == record);
    }

    private static CommentBox box(Component part) {
        return all(CommentBox.class, part).getFirst();
    }

    private static ThreadView thread(Component panel, String text) {
        return all(ThreadView.class, panel).stream()
                .filter(view -> text(view).contains(text))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> texts(Component part) {
        return all(CommentText.class, part).stream().map(ScreensTest::text).toList();
    }

    private static List<String> mentions(Component text) {
        return text.getElement()
                .getChildren()
                .filter(child -> child.getClassList().contains("mention"))
                .map(child -> child.getText())
                .toList();
    }

    private static List<Button> buttons(String label, Component part) {
        return all(Button.class, part).stream()
                .filter(button -> button.getText().equals(label))
                .toList();
    }

    private void press(String label, Component part) {
        test(buttons(label, part).getFirst()).click();
    }

    /** What the browser's part of the box does when somebody sends. */
    private static void send(CommentBox box, String text, EntityRef... mentions) {
        ArrayNode to = JsonNodeFactory.instance.arrayNode();
        List.of(mentions)
                .forEach(ref -> to.addObject().put("type", ref.type().name()).put("code", ref.code()));
        ComponentUtil.fireEvent(box, new CommentBox.SendEvent(box, true, text, to));
    }
}
