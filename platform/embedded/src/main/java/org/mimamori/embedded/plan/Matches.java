package org.mimamori.embedded.plan;

import java.util.Iterator;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;
import org.mimamori.embedded.bson.BsonReader;
import org.mimamori.embedded.bson.FieldTree;
import org.mimamori.embedded.filter.Filter;
import org.mimamori.embedded.plan.EntryTest.Verdict;
import org.mimamori.embedded.store.SortedBytes.Entry;
import org.mimamori.embedded.store.TableView;

/** Walks through the records a plan finds. A document is fetched only to be tested or when it is asked for. */
final class Matches {

    private final TableView table;
    private final Plan plan;
    private final Filter filter;
    private final Deadline deadline;
    private final Work work;
    private final Iterator<Entry> entries;
    private final FieldTree fields;
    private final Entries.@Nullable Seen seen;
    private byte[] key = {};
    private byte @Nullable [] document;

    /** @param passed entries not to be looked at, where the plan allows it */
    Matches(TableView table, Plan plan, Filter filter, Deadline deadline, Work work, long passed) {
        this.table = table;
        this.plan = plan;
        this.filter = filter;
        this.deadline = deadline;
        this.work = work;
        this.entries = Entries.of(plan, passed);
        this.fields = filter.fields();
        this.seen = plan.repeats() ? new Entries.Seen() : null;
    }

    /** Goes on to the next record, if there is one. */
    boolean advance() {
        while (entries.hasNext()) {
            if (isMatch(entries.next())) {
                return true;
            }
        }
        return false;
    }

    private boolean isMatch(Entry entry) {
        deadline.step();
        boolean isData = plan.source().isData();
        if (!isData) {
            work.countKey();
        }
        Verdict verdict = verdict(entry);
        if (verdict == Verdict.NO) {
            return false;
        }
        key = plan.source().recordKey(entry.key());
        if (seen != null && !seen.isNew(key)) {
            return false;
        }
        document = isData ? entry.value() : null;
        if (isData) {
            work.countDocument();
        }
        return verdict == Verdict.YES || filter.matches(BsonReader.read(document(), fields));
    }

    private Verdict verdict(Entry entry) {
        if (plan.exact()) {
            return Verdict.YES;
        }
        EntryTest test = plan.test();
        return test == null ? Verdict.UNKNOWN : test.verdict(entry.key());
    }

    /** Key of the record it stands at. */
    byte[] key() {
        return key;
    }

    /** Document of the record it stands at. */
    byte[] document() {
        byte[] read = document;
        if (read == null) {
            read = table.data().get(key);
            if (read == null) {
                throw new IllegalStateException("index " + plan.source().name() + " names a record that is not there");
            }
            work.countDocument();
            document = read;
        }
        return read;
    }

    /** What is left, with the documents, after so many that are left out. */
    Iterator<Row> rows(long skip) {
        return new Iterator<>() {

            private long left = skip;
            private @Nullable Row next;

            @Override
            public boolean hasNext() {
                while (left > 0 && advance()) {
                    left--;
                }
                if (next == null && left == 0 && advance()) {
                    next = new Row(key(), document());
                }
                return next != null;
            }

            @Override
            public Row next() {
                Row row = hasNext() ? next : null;
                if (row == null) {
                    throw new NoSuchElementException();
                }
                next = null;
                return row;
            }
        };
    }
}
