package io.billingcenter.readers.files.csv;

import java.util.HashMap;
import java.util.Map;

/** Finds rows that repeat the key of an earlier row. */
public final class UniqueKeys<K> {

    private final String keyName;
    private final Map<K, Integer> lines = new HashMap<>();

    /**
     * Creates a set of keys of one kind.
     *
     * @param keyName name of the key, used in messages
     */
    public UniqueKeys(String keyName) {
        this.keyName = keyName;
    }

    /** Refuses the cell if an earlier row has the same value. A cell that was already refused is ignored. */
    public void claim(Cell<K> cell) {
        cell.value().ifPresent(key -> claim(key, cell));
    }

    /** Refuses the cell if an earlier row has the same key. */
    public void claim(K key, Cell<?> cell) {
        Integer earlier = lines.putIfAbsent(key, cell.line());
        if (earlier != null) {
            cell.require(value -> false, keyName + " that no earlier row has (line " + earlier + " has it)");
        }
    }
}
