package io.billingcenter.readers.files.quarantine;

import io.billingcenter.readers.files.csv.InvalidFilesException;
import io.billingcenter.readers.files.csv.Problem;
import java.util.List;

/** Thrown when a file of repaired records is refused as a whole. */
public final class InvalidRepairException extends InvalidFilesException {

    private static final long serialVersionUID = 1L;

    public InvalidRepairException(String file, List<Problem> problems) {
        super(
                "the repaired records of " + file,
                problems,
                "Nothing was written; correct these rows, or empty their column action, and replay the file again.");
    }
}
