package org.mimamori.bench.embedded;

import java.util.Date;
import java.util.List;
import java.util.Random;
import org.bson.Document;
import org.bson.types.Decimal128;

/** Records like those the platform keeps: about 25 fields, some of them nested, about 1.3 KB. */
final class Records {

    private static final List<String> WORDS = List.of(
            "営業", "見積", "案件", "顧客", "株式会社", "東京", "大阪", "報告", "日報", "契約", "alpha", "beta", "gamma", "delta", "report",
            "order", "invoice", "customer", "urgent", "review");

    private final Random random = new Random(42);

    Document record(int i, int total) {
        Document fields = new Document("title", words(5) + " " + i)
                .append("body", words(25))
                .append("status", "s" + random.nextInt(8))
                .append("amount", new Decimal128(random.nextInt(1_000_000)))
                .append("due", new Date(1_700_000_000_000L + random.nextInt(100_000) * 60_000L))
                .append("code", "c" + random.nextInt(Math.max(1, total / 10)))
                .append("tags", List.of(word(), word()))
                .append("rows", List.of(row(), row()));
        for (int k = 0; k < 7; k++) {
            fields.append("num" + k, random.nextInt(10_000)).append("text" + k, words(2));
        }
        return new Document("_id", i)
                .append("rev", 1)
                .append("updated", new Date(1_700_000_000_000L + i * 1000L))
                .append("by", "u" + random.nextInt(200))
                .append("f", fields);
    }

    private Document row() {
        return new Document("item", "i" + random.nextInt(100)).append("qty", random.nextInt(9));
    }

    private String word() {
        return WORDS.get(random.nextInt(WORDS.size()));
    }

    private String words(int count) {
        StringBuilder words = new StringBuilder();
        for (int i = 0; i < count; i++) {
            words.append(i == 0 ? "" : " ").append(word());
        }
        return words.toString();
    }
}
