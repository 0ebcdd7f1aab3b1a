package org.mimamori.engine.record;

/** Told how far work over all records of an app has come. */
@FunctionalInterface
public interface PageListener {

    /**
     * Called inside the transaction of the page: an exception undoes the page and ends the work.
     *
     * @param last number of the page's last record
     * @param records how many the page had
     * @param changed how many of them changed
     */
    void page(long last, int records, int changed);
}
