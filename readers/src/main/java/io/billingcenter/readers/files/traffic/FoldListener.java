package io.billingcenter.readers.files.traffic;

/** Is told of every record that was handed to a fold, whatever became of it there. */
@FunctionalInterface
interface FoldListener {

    /** Does nothing. */
    FoldListener NONE = (file, line, offset) -> {};

    /** The record at that place was folded. */
    void folded(String file, long line, long offset);
}
