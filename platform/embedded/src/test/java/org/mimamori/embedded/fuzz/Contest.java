package org.mimamori.embedded.fuzz;

import com.mongodb.MongoException;
import com.mongodb.client.FindIterable;
import com.mongodb.client.MongoCollection;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.bson.Document;
import org.bson.types.Decimal128;
import org.jspecify.annotations.Nullable;

/** Gives several collections the same work and notes where their answers differ. */
final class Contest {

    private final RandomWork work;
    private final MongoCollection<Document> first;
    private final List<MongoCollection<Document>> others;
    private final List<String> differences = new ArrayList<>();
    private int records;
    private int compared;

    Contest(RandomWork work, MongoCollection<Document> first, List<MongoCollection<Document>> others) {
        this.work = work;
        this.first = first;
        this.others = others;
    }

    List<String> differences() {
        return differences;
    }

    int compared() {
        return compared;
    }

    void fill(int count) {
        while (records < count) {
            insert();
        }
    }

    private void insert() {
        Document document = work.document(records++);
        compare("insert", c -> c.insertOne(new Document(document)).wasAcknowledged());
    }

    void step() {
        switch (work.number(12)) {
            case 0 -> update();
            case 1 -> writeByFilter();
            case 2, 3 -> aggregate();
            case 4, 5 -> count();
            default -> find();
        }
    }

    private void update() {
        Document id = new Document("_id", work.number(records));
        if (work.oneIn(10)) {
            compare("delete " + id, c -> c.deleteOne(id).getDeletedCount());
            insert();
            return;
        }
        Document update = work.update();
        compare("update " + id + " " + update, c -> c.updateOne(id, update).getMatchedCount());
    }

    private void writeByFilter() {
        Document filter = work.filter();
        filter.append("f.d", work.number(6));
        Document update = work.update();
        compare(
                "updateMany " + filter + " " + update,
                c -> c.updateMany(filter, update).getMatchedCount());
    }

    private void count() {
        Document filter = work.filter();
        compare("count " + filter, c -> c.countDocuments(filter));
    }

    private void find() {
        Document filter = work.filter();
        Document sort = work.sort();
        int skip = sort == null ? 0 : work.number(20);
        int limit = sort == null ? 0 : work.number(50);
        compare("find " + filter + " sort " + sort + " skip " + skip + " limit " + limit, c -> {
            FindIterable<Document> found = c.find(filter).sort(sort).skip(skip).limit(limit);
            List<Document> all = found.into(new ArrayList<>());
            if (sort == null) {
                all.sort(Comparator.comparing(d -> d.getInteger("_id")));
            }
            return all.stream().map(Contest::normal).toList();
        });
    }

    private void aggregate() {
        List<Document> pipeline = work.pipeline();
        compare(
                "aggregate " + pipeline,
                c -> c.aggregate(pipeline).into(new ArrayList<>()).stream()
                        .map(Contest::normal)
                        .toList());
    }

    /** Numbers by value, whichever of several equal ones a program chose to give back. */
    private static @Nullable Object normal(@Nullable Object value) {
        return switch (value) {
            case Document document -> {
                Document copy = new Document();
                document.forEach((name, field) -> copy.put(name, normal(field)));
                yield copy;
            }
            case List<?> list -> list.stream().map(Contest::normal).toList();
            case Decimal128 number -> number.bigDecimalValue().stripTrailingZeros();
            case Double number -> BigDecimal.valueOf(number).stripTrailingZeros();
            case Number number -> BigDecimal.valueOf(number.longValue()).stripTrailingZeros();
            case null, default -> value;
        };
    }

    private void compare(String what, Function<MongoCollection<Document>, @Nullable Object> action) {
        Object answer = answer(action, first);
        compared++;
        for (MongoCollection<Document> other : others) {
            Object otherAnswer = answer(action, other);
            if (!Objects.equals(answer, otherAnswer) && differences.size() < 3) {
                differences.add(what + "\n  indexed: " + brief(answer) + "\n  "
                        + other.getNamespace().getCollectionName() + ": " + brief(otherAnswer));
            }
        }
    }

    private static @Nullable Object answer(
            Function<MongoCollection<Document>, @Nullable Object> action, MongoCollection<Document> records) {
        try {
            return action.apply(records);
        } catch (MongoException e) {
            return "error " + e.getCode();
        }
    }

    private static String brief(@Nullable Object answer) {
        String text = String.valueOf(answer);
        return text.length() > 300 ? text.substring(0, 300) + "..." : text;
    }
}
