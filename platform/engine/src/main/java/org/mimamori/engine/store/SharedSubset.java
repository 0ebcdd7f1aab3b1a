package org.mimamori.engine.store;

import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonValue;
import org.jspecify.annotations.Nullable;

/**
 * What MongoDB and the embedded server understand alike, and thus all the platform may say to a database: no pipelines
 * in updates, no collations, hints or scripts, no indexes of special kinds.
 */
final class SharedSubset {

    private static final Set<String> FREE_COMMANDS = words("""
            hello ismaster isMaster ping buildInfo endSessions killCursors getMore listIndexes
            listCollections dropIndexes drop dropDatabase create commitTransaction abortTransaction
            authenticate saslStart saslContinue
            """);

    private static final Set<String> REFUSED_OPTIONS =
            Set.of("hint", "collation", "let", "min", "max", "returnKey", "showRecordId", "tailable", "comment");

    private static final Set<String> FILTER_OPERATORS = words("""
            $eq $ne $gt $gte $lt $lte $in $nin $and $or $nor $not $exists $elemMatch $all $size
            $regex $options $type $mod
            """);

    private static final Set<String> UPDATE_OPERATORS = words("""
            $set $unset $inc $mul $min $max $rename $push $pull $addToSet $currentDate $setOnInsert
            $each $slice
            """);

    private static final Set<String> STAGES = words("""
            $match $project $addFields $unset $unwind $group $sort $skip $limit $count $facet
            $bucket $sortByCount $lookup $replaceRoot
            """);

    private static final Set<String> EXPRESSIONS = words("""
            $add $subtract $multiply $divide $mod $abs $ceil $floor $cond $ifNull $concat $toString
            $toInt $toLong $toDouble $toDate $filter $map $reduce $size $arrayElemAt $dateToString
            $year $month $dayOfMonth $dayOfWeek $dayOfYear $hour $minute $eq $ne $gt $gte $lt $lte
            $and $or $not $in $sum $avg $min $max $push $addToSet $literal
            """);

    private SharedSubset() {}

    private static Set<String> words(String text) {
        return Set.of(text.strip().split("\\s+"));
    }

    /** @throws OutsideSubset if the command asks for more than both understand */
    static void require(String name, BsonDocument command) {
        if (FREE_COMMANDS.contains(name)) {
            return;
        }
        command.keySet().stream().filter(REFUSED_OPTIONS::contains).findFirst().ifPresent(option -> {
            throw new OutsideSubset(name + " with " + option);
        });
        switch (name) {
            case "find", "count" -> {
                walk(command.get("filter"), FILTER_OPERATORS);
                walk(command.get("query"), FILTER_OPERATORS);
                walk(command.get("sort"), Set.of());
                walk(command.get("projection"), Set.of("$slice", "$elemMatch"));
            }
            case "insert" -> {}
            case "delete" -> each(command, "deletes", delete -> walk(delete.get("q"), FILTER_OPERATORS));
            case "update" -> each(command, "updates", SharedSubset::requireUpdate);
            case "findAndModify" -> {
                walk(command.get("query"), FILTER_OPERATORS);
                requireUpdateOf(command.get("update"));
            }
            case "aggregate" -> each(command, "pipeline", SharedSubset::requireStage);
            case "createIndexes" -> each(command, "indexes", SharedSubset::requireIndex);
            case "explain" -> {
                BsonDocument explained = command.getDocument("explain");
                require(explained.getFirstKey(), explained);
            }
            default -> throw new OutsideSubset(name);
        }
    }

    private static void requireUpdate(BsonDocument update) {
        walk(update.get("q"), FILTER_OPERATORS);
        requireUpdateOf(update.get("u"));
        if (update.containsKey("collation") || update.containsKey("hint")) {
            throw new OutsideSubset("update with collation or hint");
        }
    }

    private static void requireUpdateOf(@Nullable BsonValue update) {
        if (update != null && update.isArray()) {
            throw new OutsideSubset("an update by pipeline");
        }
        if (update != null && update.isDocument()) {
            Set<String> all = new HashSet<>(UPDATE_OPERATORS);
            all.addAll(FILTER_OPERATORS);
            walk(update, all);
        }
    }

    private static void requireStage(BsonDocument stage) {
        String name = stage.getFirstKey();
        if (!STAGES.contains(name)) {
            throw new OutsideSubset("stage " + name);
        }
        walk(stage.get(name), name.equals("$match") ? FILTER_OPERATORS : EXPRESSIONS);
    }

    private static void requireIndex(BsonDocument index) {
        for (BsonValue direction : index.getDocument("key").values()) {
            if (!direction.isNumber()) {
                throw new OutsideSubset("an index of kind " + direction);
            }
        }
        Set<String> options =
                Set.of("key", "name", "unique", "sparse", "expireAfterSeconds", "partialFilterExpression", "v");
        index.keySet().stream()
                .filter(option -> !options.contains(option))
                .findFirst()
                .ifPresent(option -> {
                    throw new OutsideSubset("an index with " + option);
                });
        walk(index.get("partialFilterExpression"), Set.of("$eq"));
    }

    private static void each(BsonDocument command, String list, Consumer<BsonDocument> check) {
        for (BsonValue element : command.getArray(list, new BsonArray())) {
            check.accept(element.asDocument());
        }
    }

    /** Looks at every name that starts with a dollar sign, at any depth. */
    private static void walk(@Nullable BsonValue value, Set<String> allowed) {
        if (value instanceof BsonDocument document) {
            document.forEach((name, inner) -> {
                if (name.startsWith("$") && !allowed.contains(name)) {
                    throw new OutsideSubset(name);
                }
                walk(inner, allowed);
            });
        } else if (value instanceof BsonArray array) {
            array.forEach(inner -> walk(inner, allowed));
        }
    }

    /** An error and not an exception: the driver swallows a listener's exceptions. */
    static final class OutsideSubset extends AssertionError {

        private static final long serialVersionUID = 1L;

        OutsideSubset(String what) {
            super("not understood alike by MongoDB and the embedded server: " + what);
        }
    }
}
