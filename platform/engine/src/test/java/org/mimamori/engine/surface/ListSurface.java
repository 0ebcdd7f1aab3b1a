package org.mimamori.engine.surface;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.mimamori.engine.field.FieldCode;
import org.mimamori.engine.record.AppRecord;
import org.mimamori.engine.record.RecordPage;
import org.mimamori.engine.record.RecordQuery;
import org.mimamori.engine.surface.Plain.Ask;
import org.mimamori.engine.surface.Plain.Rec;
import org.mimamori.engine.surface.Scene.Order;

/** Lists: which records, in which order, how many, what of each. A cursor and an export are long lists. */
final class ListSurface implements Surface {

    private static final List<String> SORTABLE = List.of("title", "secret", "amount", "kind");
    private static final List<String> SOME = List.of("amount", "secret", "rows");

    @Override
    public void check(Scene scene) {
        for (String app : List.of(Forms.HOME, Forms.VISIT)) {
            check(scene, app, new Wish(Dice.everything(), List.of(), 500, 0, false));
            for (int i = 0; i < 2; i++) {
                Ask ask = scene.dice.question(scene.of(app));
                check(scene, app, new Wish(ask, orders(scene), 4, scene.dice.below(3), scene.dice.oneIn(3)));
            }
        }
    }

    /** @param some whether only some fields are wanted */
    private record Wish(Ask ask, List<Order> orders, int limit, int offset, boolean some) {

        RecordQuery query() {
            RecordQuery query = RecordQuery.of(text()).counted();
            return some ? query.only(SOME.stream().map(FieldCode::new).toList()) : query;
        }

        String text() {
            String order = orders.isEmpty()
                    ? ""
                    : " order by "
                            + String.join(", ", orders.stream().map(Order::text).toList());
            return ask.text() + order + " limit " + limit + " offset " + offset;
        }
    }

    private static List<Order> orders(Scene scene) {
        List<Order> orders = new ArrayList<>();
        for (int i = scene.dice.below(3); i > 0; i--) {
            String field = scene.dice.one(SORTABLE);
            if (orders.stream().noneMatch(order -> order.field().equals(field))) {
                orders.add(new Order(field, scene.dice.oneIn(2)));
            }
        }
        return orders;
    }

    private static void check(Scene scene, String app, Wish wish) {
        scene.know(wish.text());
        Object answer =
                scene.answer(() -> scene.engine.records.service().find(scene.actor, scene.id(app), wish.query()));
        if (answer instanceof RecordPage page) {
            assertThat(refusal(scene, app, wish))
                    .as("refusal of %s", wish.text())
                    .isEmpty();
            check(scene, page, wish, scene.list(app, wish.ask(), wish.orders()));
        } else {
            assertThat(answer).as("refusal of %s", wish.text()).isEqualTo(refusal(scene, app, wish));
        }
    }

    private static void check(Scene scene, RecordPage page, Wish wish, Map<Rec, Map<String, Object>> all) {
        List<Rec> expected =
                all.keySet().stream().skip(wish.offset()).limit(wish.limit()).toList();
        assertThat(page.total()).as("total of %s", wish.text()).isEqualTo(all.size());
        assertThat(page.records())
                .extracting(AppRecord::id)
                .as("list of %s among %s", wish.text(), all)
                .containsExactlyElementsOf(
                        expected.stream().map(record -> record.id).toList());
        for (int i = 0; i < expected.size(); i++) {
            Map<String, Object> values = Scene.values(all.get(expected.get(i)));
            if (wish.some()) {
                values.keySet().retainAll(SOME);
            }
            assertThat(Scene.plain(page.records().get(i)))
                    .as("%s as %s sees it", expected.get(i), scene.person)
                    .isEqualTo(values);
        }
    }

    /** A field that does not exist for the person is refused as an unknown one is. */
    private static String refusal(Scene scene, String app, Wish wish) {
        if (!scene.knows(app)) {
            return "AppNotFound";
        }
        if (!scene.may(app, "recordViewable")) {
            return "Forbidden VIEW";
        }
        boolean known = Stream.concat(
                        wish.ask().fields().stream(), wish.orders().stream().map(Order::field))
                .allMatch(field -> scene.exists(app, field));
        return known ? "" : "QueryRefused UNKNOWN_FIELD";
    }
}
