package io.billingcenter.readers.files.pricing;

import io.billingcenter.readers.files.csv.InvalidFilesException;
import io.billingcenter.readers.files.csv.Problem;
import java.nio.file.Path;
import java.util.List;

/** Thrown when price books are refused; then none of the folder is used. */
public final class InvalidPriceBookException extends InvalidFilesException {

    private static final long serialVersionUID = 1L;

    InvalidPriceBookException(Path folder, List<Problem> problems) {
        super("the price books in " + folder, problems, "Correct them and start again; no price was changed.");
    }
}
