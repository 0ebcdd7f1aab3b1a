package org.mimamori.embedded.plan;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mimamori.embedded.filter.Filter;
import org.mimamori.embedded.filter.ValueTest;

/**
 * A filter asked of index entries instead of documents, as far as the index holds the fields. What an entry cannot tell
 * is unknown, and only then the document has to be fetched. Values are compared as bytes, without being read.
 *
 * <p>Of an array an entry holds one element: that it passes a test says that the field does; that it does not says
 * nothing.
 */
final class EntryTest {

    /** What an entry says of its record. */
    enum Verdict {
        NO,
        UNKNOWN,
        YES
    }

    private final Source source;
    private final Node root;
    private final KeySlices slices;
    private byte[] key = {};
    private boolean decided = true;
    private int parts;

    private EntryTest(Filter filter, Source source) {
        this.source = source;
        this.root = node(filter);
        this.slices = new KeySlices(source.parts(), parts);
    }

    /** The test of a source's entries, or null if they tell nothing of the filter. */
    static @Nullable EntryTest of(Filter filter, Source source) {
        if (source.isData()) {
            return null;
        }
        EntryTest test = new EntryTest(filter, source);
        return test.parts == 0 ? null : test;
    }

    /** Whether no entry is expected to leave the matter open. */
    boolean decides() {
        return decided;
    }

    Verdict verdict(byte[] entryKey) {
        key = entryKey;
        slices.open(entryKey);
        return root.verdict();
    }

    private interface Node {
        Verdict verdict();
    }

    private Node node(Filter filter) {
        return switch (filter) {
            case Filter.And and -> all(nodes(and.parts()));
            case Filter.Or or -> any(nodes(or.parts()));
            case Filter.Not not -> opposite(node(not.part()));
            case Filter.Field field -> field(field.path().dotted(), field.test());
            case Filter.Computed computed -> open();
        };
    }

    private List<Node> nodes(List<Filter> filters) {
        return filters.stream().map(this::node).toList();
    }

    private Node open() {
        decided = false;
        return () -> Verdict.UNKNOWN;
    }

    private static Node all(List<Node> nodes) {
        return () -> {
            Verdict least = Verdict.YES;
            for (Node node : nodes) {
                Verdict verdict = node.verdict();
                if (verdict == Verdict.NO) {
                    return Verdict.NO;
                }
                least = verdict == Verdict.UNKNOWN ? verdict : least;
            }
            return least;
        };
    }

    private static Node any(List<Node> nodes) {
        return () -> {
            Verdict most = Verdict.NO;
            for (Node node : nodes) {
                Verdict verdict = node.verdict();
                if (verdict == Verdict.YES) {
                    return Verdict.YES;
                }
                most = verdict == Verdict.UNKNOWN ? verdict : most;
            }
            return most;
        };
    }

    private static Node opposite(Node node) {
        return () -> switch (node.verdict()) {
            case NO -> Verdict.YES;
            case UNKNOWN -> Verdict.UNKNOWN;
            case YES -> Verdict.NO;
        };
    }

    private Node field(String path, ValueTest test) {
        int part = source.place(path);
        Constraints.Demand demand = part < 0 ? null : Constraints.demand(test);
        if (demand == null) {
            return open();
        }
        parts = Math.max(parts, part + 1);
        boolean whole = !source.isMultikey(part);
        decided &= whole;
        Verdict otherwise = whole ? Verdict.NO : Verdict.UNKNOWN;
        boolean descending = source.parts().get(part).descending();
        return demand.points() != null
                ? points(part, demand.points(), descending, otherwise)
                : interval(part, demand.interval(), descending, otherwise);
    }

    private Node points(int part, List<byte[]> points, boolean descending, Verdict otherwise) {
        byte[][] wanted =
                points.stream().map(point -> Interval.turned(point, descending)).toArray(byte[][]::new);
        return () -> {
            int end = slices.end(part);
            if (end < 0) {
                return Verdict.UNKNOWN;
            }
            int start = slices.start(part);
            for (byte[] point : wanted) {
                if (Arrays.equals(key, start, end, point, 0, point.length)) {
                    return Verdict.YES;
                }
            }
            return otherwise;
        };
    }

    private Node interval(int part, @Nullable Interval interval, boolean descending, Verdict otherwise) {
        if (interval == null) {
            return open();
        }
        byte[] from = interval.from(descending);
        byte[] to = interval.to(descending);
        return () -> {
            int end = slices.end(part);
            if (end < 0) {
                return Verdict.UNKNOWN;
            }
            int start = slices.start(part);
            boolean inside = Arrays.compareUnsigned(key, start, end, from, 0, from.length) >= 0
                    && Arrays.compareUnsigned(key, start, end, to, 0, to.length) < 0;
            return inside ? Verdict.YES : otherwise;
        };
    }
}
