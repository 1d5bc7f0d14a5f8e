package io.billingcenter.benchmarks.comparison;

import java.io.IOException;
import java.util.List;

/** Thrown when a process ended with an exit status other than 0. */
final class FailedProcessException extends IOException {

    FailedProcessException(List<String> command, int status, String output) {
        super("Expected exit status 0 of " + String.join(" ", command) + ", found " + status + " and this output:\n"
                + output);
    }
}
