package org.mimamori.embedded.store;

/** An index as it was at one moment. A bit of {@code multikey} is set for each part that has ever met an array. */
public record IndexView(IndexDefinition definition, SortedKeys map, long multikey) {

    /** Whether its entries are kept in {@linkplain Block blocks}. */
    boolean isInBlocks() {
        return map instanceof Blocks;
    }

    public boolean isMultikey(int part) {
        return (multikey >>> part & 1) != 0;
    }

    public boolean isMultikey() {
        return multikey != 0;
    }
}
