package io.billingcenter.readers.tables.paging;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.infrastructure.item.ItemReader;

/**
 * Reads work that lies in tables, a page at a time, each page beginning behind the last key of the one
 * before. No cursor stays open over a commit, and memory holds one page.
 *
 * <p>Nothing of it is saved for a restart: the writers mark in their transaction what is done, and a new reader does not
 * find that any more.
 *
 * @param <K> key of a row
 * @param <T> item of work
 */
public abstract class TablePages<K, T> implements ItemReader<T> {

    /**
     * A page.
     *
     * @param items what is to be done; may be fewer than the rows looked at
     * @param last key of the last row looked at; null when there are no more rows
     */
    public record Page<K, T>(List<T> items, @Nullable K last) {}

    private final Deque<T> items = new ArrayDeque<>();
    private @Nullable K last;
    private boolean exhausted;

    /** The rows behind the key, or the first ones. */
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
