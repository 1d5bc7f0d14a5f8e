package io.billingcenter.readers.files.reference;

import io.billingcenter.readers.files.csv.InvalidFilesException;
import io.billingcenter.readers.files.csv.Problem;
import java.nio.file.Path;
import java.util.List;

/** Thrown when reference data is refused; then nothing of the folder is used. */
public final class InvalidReferenceException extends InvalidFilesException {

    private static final long serialVersionUID = 1L;

    InvalidReferenceException(Path folder, List<Problem> problems) {
        super("the reference data in " + folder, problems, "Correct it and import again; nothing was changed.");
    }
}
