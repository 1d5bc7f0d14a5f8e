package io.billingcenter.readers.files.reference;

import io.billingcenter.domain.reference.ReferenceFile;
import io.billingcenter.readers.files.csv.InvalidFilesException;
import io.billingcenter.readers.files.csv.Problem;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** Reference files that the last import had are gone; nothing of the folder is used. */
public final class MissingReferenceException extends InvalidFilesException {

    private static final long serialVersionUID = 1L;

    MissingReferenceException(Path folder, List<ReferenceFile> gone) {
        super(
                "the reference data in " + folder,
                gone.stream()
                        .map(file ->
                                new Problem(file.fileName(), 0, "", "no file", "the file that the last import had"))
                        .toList(),
                "Put back what is gone; or, if it is meant to be empty from now on, give the command --allow-missing "
                        + gone.stream().map(ReferenceFile::text).collect(Collectors.joining(","))
                        + ". Nothing was changed.");
    }
}
