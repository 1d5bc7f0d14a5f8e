package io.billingcenter.readers.files.csv;

import java.util.HashMap;
import java.util.Map;

/** Finds rows that repeat the key of an earlier one. */
public final class UniqueKeys<K> {

    private final String keyName;
    private final Map<K, Integer> lines = new HashMap<>();

    /**
     * Keys of one kind.
     *
     * @param keyName the key, for messages
     */
    public UniqueKeys(String keyName) {
        this.keyName = keyName;
    }

    /** Refuses the cell when an earlier row has the same value; a cell that was refused is passed over. */
    public void claim(Cell<K> cell) {
        cell.value().ifPresent(key -> claim(key, cell));
    }

    /** Refuses the cell when an earlier row has the same key. */
    public void claim(K key, Cell<?> cell) {
        Integer earlier = lines.putIfAbsent(key, cell.line());
        if (earlier != null) {
            cell.require(value -> false, keyName + " that no earlier row has (line " + earlier + " has it)");
        }
    }
}
