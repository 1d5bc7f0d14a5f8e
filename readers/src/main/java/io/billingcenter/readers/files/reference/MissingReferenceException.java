package io.billingcenter.readers.files.reference;

import io.billingcenter.domain.reference.ReferenceFile;
import io.billingcenter.readers.files.csv.InvalidFilesException;
import io.billingcenter.readers.files.csv.Problem;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** Thrown when reference files of the last import are missing; then nothing of the folder is used. */
public final class MissingReferenceException extends InvalidFilesException {

    private static final long serialVersionUID = 1L;

    MissingReferenceException(Path folder, List<ReferenceFile> missing) {
        super(
                "the reference data in " + folder,
                missing.stream()
                        .map(file ->
                                new Problem(file.fileName(), 0, "", "no file", "the file that the last import had"))
                        .toList(),
                "Restore the missing files, or, if they are meant to be empty from now on, add --allow-missing "
                        + missing.stream().map(ReferenceFile::text).collect(Collectors.joining(","))
                        + ". Nothing was changed.");
    }
}
