package io.billingcenter.readers.files.journal;

import io.billingcenter.readers.files.csv.InvalidFilesException;
import io.billingcenter.readers.files.csv.Problem;
import java.util.List;

/** Thrown when the chart of accounts has a fault; lists all of them. */
public class InvalidChartException extends InvalidFilesException {

    private static final long serialVersionUID = 1L;

    InvalidChartException(String place, List<Problem> problems) {
        super("the chart of accounts in " + place, problems, "Correct the file, then repeat.");
    }
}
