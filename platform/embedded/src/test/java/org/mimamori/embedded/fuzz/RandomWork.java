package org.mimamori.embedded.fuzz;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Random;
import org.bson.Document;
import org.bson.types.Decimal128;
import org.jspecify.annotations.Nullable;

/** Random documents, filters, sorts, updates and pipelines over a few fields with few values, so that much matches. */
final class RandomWork {

    private static final String[] PATHS = {"a", "b", "f.c", "f.d", "t", "r.n", "r.q"};

    private final Random random;

    RandomWork(long seed) {
        random = new Random(seed);
    }

    int number(int bound) {
        return random.nextInt(bound);
    }

    boolean oneIn(int n) {
        return random.nextInt(n) == 0;
    }

    private <T> T oneOf(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    @Nullable
    Object scalar() {
        return switch (random.nextInt(10)) {
            case 0, 1 -> random.nextInt(10);
            case 2 -> random.nextInt(20) * 0.5;
            case 3, 4 -> "s" + random.nextInt(8);
            case 5 -> null;
            case 6 -> new Date(random.nextInt(8) * 1000L);
            case 7 -> random.nextBoolean();
            case 8 -> (long) random.nextInt(10);
            default -> new Decimal128(BigDecimal.valueOf(random.nextInt(40), 1));
        };
    }

    Object present() {
        Object value = scalar();
        return value == null ? 3 : value;
    }

    Document document(int id) {
        Document document = new Document("_id", id);
        if (!oneIn(5)) {
            document.append("a", scalar());
        }
        if (!oneIn(5)) {
            document.append("b", oneIn(12) ? new Document("x", scalar()) : scalar());
        }
        Document nested = new Document();
        if (!oneIn(5)) {
            nested.append("c", scalar());
        }
        if (!oneIn(5)) {
            nested.append("d", random.nextInt(6));
        }
        document.append("f", nested);
        if (!oneIn(4)) {
            document.append("t", tags());
        }
        if (!oneIn(3)) {
            document.append("r", rows());
        }
        return document;
    }

    private List<Object> tags() {
        List<Object> tags = new ArrayList<>();
        for (int i = random.nextInt(4); i >= 0; i--) {
            tags.add(present());
        }
        if (oneIn(4)) {
            // So many that the index keeps its entries in blocks.
            for (int i = 20 + random.nextInt(10); i >= 0; i--) {
                tags.add(random.nextInt(50));
            }
        }
        return tags;
    }

    private List<Document> rows() {
        List<Document> rows = new ArrayList<>();
        for (int i = random.nextInt(3); i >= 0; i--) {
            rows.add(new Document("n", "s" + random.nextInt(6)).append("q", random.nextInt(10)));
        }
        return rows;
    }

    Document filter() {
        Document filter = new Document();
        for (int i = random.nextInt(4); i > 0; i--) {
            String path = oneOf(List.of(PATHS));
            if (!filter.containsKey(path)) {
                filter.append(path, demand(path));
            }
        }
        if (oneIn(8)) {
            filter.append("$or", List.of(single(), single()));
        }
        if (oneIn(12)) {
            filter.append("_id", new Document("$gte", random.nextInt(400)).append("$lt", random.nextInt(400)));
        }
        return filter;
    }

    private Document single() {
        String path = oneOf(List.of(PATHS));
        return new Document(path, demand(path));
    }

    private @Nullable Object demand(String path) {
        boolean row = path.startsWith("r.");
        return switch (random.nextInt(9)) {
            case 0, 1, 2 -> row ? present() : scalar();
            case 3 -> new Document("$gte", present());
            // The other program wants one element of an array to meet both ends, which MongoDB does not.
            case 4 ->
                row || path.equals("t")
                        ? new Document("$gt", random.nextInt(6))
                        : new Document("$gt", random.nextInt(6)).append("$lte", random.nextInt(6) + 4);
            case 5 -> new Document("$in", List.of(present(), present(), random.nextInt(10)));
            case 6 -> row ? present() : new Document("$exists", random.nextBoolean());
            case 7 -> row ? new Document("$in", List.of("s1", "s2")) : new Document("$ne", present());
            default -> new Document("$lt", present());
        };
    }

    /** An order that leaves no two records level. */
    @Nullable
    Document sort() {
        int direction = random.nextBoolean() ? 1 : -1;
        return switch (random.nextInt(7)) {
            case 0 -> null;
            case 1 -> new Document("a", direction).append("_id", 1);
            case 2 -> new Document("b", -1).append("_id", -1);
            case 3 -> new Document("f.c", 1).append("a", direction).append("_id", 1);
            case 4 -> new Document("_id", direction);
            case 5 -> new Document("f.d", direction).append("b", -direction).append("_id", direction);
            default -> new Document("t", direction).append("_id", 1);
        };
    }

    Document update() {
        return switch (random.nextInt(7)) {
            case 0, 1 -> new Document("$set", new Document("a", scalar()));
            case 2 -> new Document("$set", new Document("f.c", scalar()).append("b", present()));
            case 3 -> new Document("$unset", new Document(oneIn(2) ? "b" : "f.d", ""));
            case 4 -> new Document("$set", new Document("t", tags()));
            case 5 -> new Document("$set", new Document("r", rows()));
            default -> new Document("$set", new Document("f.d", random.nextInt(6)));
        };
    }

    List<Document> pipeline() {
        List<Document> stages = new ArrayList<>();
        stages.add(new Document("$match", filter()));
        switch (random.nextInt(4)) {
            case 0 -> stages.add(group("$f.d", new Document("$sum", 1)));
            case 1 -> stages.add(group("$f.d", new Document("$max", "$f.d")));
            case 2 -> {
                stages.add(new Document("$unwind", "$r"));
                stages.add(group("$r.n", new Document("$sum", "$r.q")));
            }
            default -> {
                stages.add(new Document("$sort", new Document("f.d", 1).append("_id", -1)));
                stages.add(new Document("$skip", random.nextInt(10)));
                stages.add(new Document("$limit", 1 + random.nextInt(20)));
                stages.add(new Document("$project", new Document("f", 1).append("b", 1)));
                return stages;
            }
        }
        stages.add(new Document("$sort", new Document("_id", 1)));
        return stages;
    }

    private static Document group(String key, Document sum) {
        return new Document("$group", new Document("_id", key).append("n", sum));
    }
}
