package io.billingcenter.readers.files.traffic;

/** Receives every record that was passed to a fold, whatever its outcome. */
@FunctionalInterface
interface FoldListener {

    /** A listener that does nothing. */
    FoldListener NONE = (file, line, offset) -> {};

    /** Called after the record at that place was folded. */
    void folded(String file, long line, long offset);
}
