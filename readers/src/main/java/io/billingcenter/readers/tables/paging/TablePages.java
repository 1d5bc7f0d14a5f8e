package io.billingcenter.readers.tables.paging;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.infrastructure.item.ItemReader;

/**
 * Reads work from tables, a page at a time; each page begins after the last key of the one before. No cursor stays open over a commit, and memory holds one page.
 *
 * <p>No position is saved for a restart: the writers mark finished work in their transaction, and a new reader does not
 * find it any more.
 *
 * @param <K> key of a row
 * @param <T> item of work
 */
public abstract class TablePages<K, T> implements ItemReader<T> {

    /**
     * A page.
     *
     * @param items the work; may be fewer items than rows
     * @param last key of the last row; null when there are no more rows
     */
    public record Page<K, T>(List<T> items, @Nullable K last) {}

    private final Deque<T> items = new ArrayDeque<>();
    private @Nullable K last;
    private boolean exhausted;

    /** Returns the rows after the key, or the first ones. */
    protected abstract Page<K, T> pageAfter(@Nullable K last);

    @Override
    public final @Nullable T read() {
        while (items.isEmpty() && !exhausted) {
            Page<K, T> page = pageAfter(last);
            items.addAll(page.items());
            last = page.last();
            exhausted = last == null;
        }
        return items.poll();
    }
}
