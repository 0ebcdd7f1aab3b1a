package org.mimamori.bench.http;

import java.time.LocalDate;
import java.util.Random;

/** The records of the benchmark: all 18 fields that a person may fill in, the same for everybody who runs it. */
final class Cases {

    static final String[] STATUS = {"受付", "調査", "支援", "見守り", "終結"};
    static final String[] KINDS = {"養護", "保健", "障害", "非行", "育成", "その他"};

    private static final String[] SIGNS = {"あざ", "体重", "欠席", "衣服", "ことば"};
    private static final String[] FAMILY = {"空見", "星海", "虹村", "夢原", "雲井田", "月城", "花音", "風谷", "波風", "森音"};
    private static final String[] GIVEN = {"葵", "陽菜", "結衣", "咲良", "凛", "美月", "心春", "莉子", "湊", "蓮"};
    private static final String[] KANA = {"アオイ", "ヒナ", "ユイ", "サクラ", "リン", "ミツキ", "コハル", "リコ", "ミナト", "レン"};
    private static final String[] WORDS = {
        "家庭訪問を実施した",
        "電話で様子を聞いた",
        "園から連絡があった",
        "母と面談した",
        "変わりなし",
        "来週また確認する",
        "きょうだいも元気そうだった",
        "朝食を食べていない",
        "保健師に引き継いだ",
        "次の会議で報告する"
    };
    private static final LocalDate FIRST_DAY = LocalDate.of(2025, 4, 1);
    private static final int DAYS = 600;
    private static final int OFFICES = 20;

    private Cases() {}

    /** Whether all staff may see the record; of the others, only whoever is in charge. */
    static boolean isOpen(int index) {
        return index % 10 != 0;
    }

    /** A record as the API takes it. */
    static String record(int index) {
        Random random = new Random(index * 7919L + 1);
        StringBuilder json = new StringBuilder(1200).append('{');
        int person = random.nextInt(100);
        text(json, "case_no", "U-%07d".formatted(index));
        text(json, "name", FAMILY[person / 10] + " " + GIVEN[person % 10]);
        text(json, "kana", KANA[person / 10] + " " + KANA[person % 10]);
        text(json, "memo", memo(random));
        text(json, "amount", Integer.toString(random.nextInt(100_000)));
        text(json, "count", Integer.toString(1 + random.nextInt(50)));
        text(json, "date", day(random));
        text(json, "next_at", day(random) + "T0%d:30:00Z".formatted(random.nextInt(10)));
        text(json, "time", "%02d:%02d".formatted(random.nextInt(24), random.nextInt(60)));
        text(json, "status", STATUS[random.nextInt(STATUS.length)]);
        text(json, "kind", KINDS[random.nextInt(KINDS.length)]);
        value(json, "signs", "[\"%s\"]".formatted(SIGNS[random.nextInt(SIGNS.length)]));
        char tag = (char) ('A' + random.nextInt(7));
        value(json, "tags", "[\"%c\",\"%c\"]".formatted(tag, (char) (tag + 1)));
        value(json, "owner", "[{\"code\":\"staff%02d\"}]".formatted(1 + random.nextInt(OFFICES)));
        value(json, "org", "[{\"code\":\"office%02d\"}]".formatted(1 + random.nextInt(OFFICES)));
        text(json, "mail", "person%d@example.jp".formatted(random.nextInt(100_000)));
        text(json, "restricted", isOpen(index) ? "しない" : "する");
        text(json, "address", "見本市%d丁目%d番地".formatted(1 + random.nextInt(30), 1 + random.nextInt(90)));
        json.setCharAt(json.length() - 1, '}');
        return json.toString();
    }

    static String change(Random random) {
        StringBuilder json = new StringBuilder().append('{');
        text(json, "status", STATUS[random.nextInt(STATUS.length)]);
        text(json, "amount", Integer.toString(random.nextInt(100_000)));
        text(json, "memo", memo(random));
        json.setCharAt(json.length() - 1, '}');
        return json.toString();
    }

    /** A day among those the records have. */
    static String day(Random random) {
        return FIRST_DAY.plusDays(random.nextInt(DAYS)).toString();
    }

    private static String memo(Random random) {
        StringBuilder memo = new StringBuilder();
        for (int i = 0; i < 8; i++) {
            memo.append(WORDS[random.nextInt(WORDS.length)]).append("。");
        }
        return memo.toString();
    }

    private static void text(StringBuilder json, String field, String text) {
        value(json, field, '"' + text + '"');
    }

    private static void value(StringBuilder json, String field, String value) {
        json.append('"').append(field).append("\":{\"value\":").append(value).append("},");
    }
}
