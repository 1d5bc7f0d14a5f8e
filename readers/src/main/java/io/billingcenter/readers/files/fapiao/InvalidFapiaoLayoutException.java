package io.billingcenter.readers.files.fapiao;

import io.billingcenter.readers.files.csv.InvalidFilesException;
import io.billingcenter.readers.files.csv.Problem;
import java.util.List;

/** Thrown when the layout of the workbook has a fault; lists all of them. */
public class InvalidFapiaoLayoutException extends InvalidFilesException {

    private static final long serialVersionUID = 1L;

    InvalidFapiaoLayoutException(String place, List<Problem> problems) {
        super("the layout of fapiao requests in " + place, problems, "Correct the file, then repeat.");
    }
}
