package org.mimamori.embedded.plan;

import java.util.Iterator;

/** The first so many of something. */
final class Limited<T> implements Iterator<T> {

    private final Iterator<T> items;
    private long left;

    Limited(Iterator<T> items, long limit) {
        this.items = items;
        this.left = limit;
    }

    @Override
    public boolean hasNext() {
        return left > 0 && items.hasNext();
    }

    @Override
    public T next() {
        left--;
        return items.next();
    }
}
