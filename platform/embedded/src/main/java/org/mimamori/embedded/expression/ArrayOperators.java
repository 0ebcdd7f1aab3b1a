package org.mimamori.embedded.expression;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.mimamori.embedded.CommandException;
import org.mimamori.embedded.bson.Missing;
import org.mimamori.embedded.filter.TypeName;
import org.mimamori.embedded.order.KeyWriter;
import org.mimamori.embedded.order.ValueOrder;

/** The operators that look at arrays as they are. */
final class ArrayOperators {

    private ArrayOperators() {}

    static void addTo(Map<String, Operators.Builder> all) {
        all.put("$size", Operators.function("$size", 1, 1, a -> size(a.getFirst())));
        all.put("$isArray", Operators.function("$isArray", 1, 1, a -> a.getFirst() instanceof List<?>));
        all.put("$arrayElemAt", Operators.function("$arrayElemAt", 2, 2, ArrayOperators::elementAt));
        all.put("$first", end("$first", 0));
        all.put("$last", end("$last", -1));
        all.put("$in", Operators.function("$in", 2, 2, ArrayOperators::in));
        all.put("$indexOfArray", Operators.function("$indexOfArray", 2, 2, ArrayOperators::indexOf));
        all.put("$concatArrays", Operators.function("$concatArrays", 0, Integer.MAX_VALUE, ArrayOperators::concat));
        all.put("$reverseArray", onList("$reverseArray", list -> new ArrayList<>(list.reversed())));
        all.put("$slice", Operators.function("$slice", 2, 3, ArrayOperators::slice));
        all.put("$range", Operators.function("$range", 2, 3, ArrayOperators::range));
        all.put("$setUnion", Operators.function("$setUnion", 0, Integer.MAX_VALUE, ArrayOperators::union));
        all.put("$setIntersection", Operators.function("$setIntersection", 1, Integer.MAX_VALUE, a -> sets(a, true)));
        all.put("$setDifference", Operators.function("$setDifference", 2, 2, a -> sets(a, false)));
        all.put("$setIsSubset", Operators.function("$setIsSubset", 2, 2, ArrayOperators::isSubset));
        all.put("$setEquals", Operators.function("$setEquals", 2, 2, ArrayOperators::sameSet));
        all.put("$allElementsTrue", truth("$allElementsTrue", true));
        all.put("$anyElementTrue", truth("$anyElementTrue", false));
    }

    static List<?> list(String operator, @Nullable Object value) {
        if (value instanceof List<?> list) {
            return list;
        }
        throw CommandException.typeMismatch(operator + " needs an array, found " + TypeName.nameOf(value));
    }

    private static Object size(@Nullable Object value) {
        if (value instanceof List<?> list) {
            return list.size();
        }
        throw CommandException.location(
                17124, "The argument to $size must be an array, but was of type: " + TypeName.nameOf(value));
    }

    private static Operators.Builder onList(String name, Function<List<?>, @Nullable Object> function) {
        return Operators.function(name, 1, 1, arguments -> {
            Object value = arguments.getFirst();
            return Operators.isAbsent(value) ? null : function.apply(list(name, value));
        });
    }

    private static Operators.Builder end(String name, int position) {
        return onList(name, list -> elementAt(list, position));
    }

    private static @Nullable Object elementAt(List<?> list, int position) {
        int at = position < 0 ? list.size() + position : position;
        return at < 0 || at >= list.size() ? Missing.MISSING : list.get(at);
    }

    private static @Nullable Object elementAt(List<@Nullable Object> arguments) {
        if (Operators.isAbsent(arguments.get(0)) || Operators.isAbsent(arguments.get(1))) {
            return null;
        }
        int position = Arithmetic.number("$arrayElemAt", arguments.get(1)).intValue();
        return elementAt(list("$arrayElemAt", arguments.get(0)), position);
    }

    private static Object in(List<@Nullable Object> arguments) {
        Object value = arguments.getFirst();
        return list("$in", arguments.get(1)).stream().anyMatch(element -> ValueOrder.equal(element, value));
    }

    private static @Nullable Object indexOf(List<@Nullable Object> arguments) {
        if (Operators.isAbsent(arguments.getFirst())) {
            return null;
        }
        List<?> list = list("$indexOfArray", arguments.get(0));
        for (int i = 0; i < list.size(); i++) {
            if (ValueOrder.equal(list.get(i), arguments.get(1))) {
                return i;
            }
        }
        return -1;
    }

    private static @Nullable Object concat(List<@Nullable Object> arguments) {
        List<@Nullable Object> all = new ArrayList<>();
        for (Object argument : arguments) {
            if (Operators.isAbsent(argument)) {
                return null;
            }
            all.addAll(list("$concatArrays", argument));
        }
        return all;
    }

    private static @Nullable Object slice(List<@Nullable Object> arguments) {
        if (arguments.stream().anyMatch(Operators::isAbsent)) {
            return null;
        }
        List<?> list = list("$slice", arguments.get(0));
        int second = Arithmetic.number("$slice", arguments.get(1)).intValue();
        if (arguments.size() == 2) {
            int from = second < 0 ? Math.max(0, list.size() + second) : 0;
            return new ArrayList<>(list.subList(from, second < 0 ? list.size() : Math.min(second, list.size())));
        }
        int count = Arithmetic.number("$slice", arguments.get(2)).intValue();
        if (count <= 0) {
            throw CommandException.location(28729, "Third argument to $slice must be positive");
        }
        int from = second < 0 ? Math.max(0, list.size() + second) : Math.min(second, list.size());
        return new ArrayList<>(list.subList(from, (int) Math.min((long) from + count, list.size())));
    }

    private static Object range(List<@Nullable Object> arguments) {
        int from = Arithmetic.number("$range", arguments.get(0)).intValue();
        int to = Arithmetic.number("$range", arguments.get(1)).intValue();
        int step = arguments.size() > 2
                ? Arithmetic.number("$range", arguments.get(2)).intValue()
                : 1;
        if (step == 0) {
            throw CommandException.location(34449, "$range requires a non-zero step value");
        }
        List<Integer> all = new ArrayList<>();
        for (long i = from; step > 0 ? i < to : i > to; i += step) {
            all.add((int) i);
        }
        return all;
    }

    private static TreeMap<byte[], @Nullable Object> set(String operator, @Nullable Object value) {
        TreeMap<byte[], @Nullable Object> set = new TreeMap<>(Arrays::compareUnsigned);
        list(operator, value).forEach(element -> set.putIfAbsent(KeyWriter.key(element), element));
        return set;
    }

    private static @Nullable Object union(List<@Nullable Object> arguments) {
        TreeMap<byte[], @Nullable Object> all = new TreeMap<>(Arrays::compareUnsigned);
        for (Object argument : arguments) {
            if (Operators.isAbsent(argument)) {
                return null;
            }
            all.putAll(set("$setUnion", argument));
        }
        return new ArrayList<>(all.values());
    }

    private static @Nullable Object sets(List<@Nullable Object> arguments, boolean keepShared) {
        if (arguments.stream().anyMatch(Operators::isAbsent)) {
            return null;
        }
        String operator = keepShared ? "$setIntersection" : "$setDifference";
        TreeMap<byte[], @Nullable Object> kept = set(operator, arguments.getFirst());
        for (Object other : arguments.subList(1, arguments.size())) {
            TreeMap<byte[], @Nullable Object> set = set(operator, other);
            kept.keySet().removeIf(key -> set.containsKey(key) != keepShared);
        }
        return new ArrayList<>(kept.values());
    }

    private static Object isSubset(List<@Nullable Object> arguments) {
        TreeMap<byte[], @Nullable Object> all = set("$setIsSubset", arguments.get(1));
        return set("$setIsSubset", arguments.get(0)).keySet().stream().allMatch(all::containsKey);
    }

    private static Object sameSet(List<@Nullable Object> arguments) {
        List<byte[]> left = List.copyOf(set("$setEquals", arguments.get(0)).keySet());
        List<byte[]> right = List.copyOf(set("$setEquals", arguments.get(1)).keySet());
        return left.size() == right.size()
                && java.util.stream.IntStream.range(0, left.size())
                        .allMatch(i -> Arrays.equals(left.get(i), right.get(i)));
    }

    private static Operators.Builder truth(String name, boolean all) {
        return Operators.function(name, 1, 1, arguments -> {
            List<?> list = list(name, arguments.getFirst());
            return all
                    ? list.stream().allMatch(Expression::isTrue)
                    : list.stream().anyMatch(Expression::isTrue);
        });
    }
}
