package io.billingcenter.jobs.cli;

import io.billingcenter.jobs.launch.DatabaseInUseException;
import io.billingcenter.readers.csv.InvalidFilesException;
import io.billingcenter.writers.delivery.UnbalancedDeliveryException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What went wrong, in words for the person who gave the command.
 *
 * @param status how the program ends for it
 */
record FailureText(String message, ExitStatus status) {

    /** What the suite itself throws says everything; what a library throws is looked through to its root. */
    private static final String OURS = "io.billingcenter.";

    private static final String EMBEDDED_IN_USE = "lock acquisition failure";

    /** The words for the first of these that has any. */
    static FailureText of(List<? extends Throwable> problems) {
        List<Throwable> chain = new ArrayList<>();
        for (Throwable problem : problems) {
            for (Throwable cause = problem; cause != null && chain.size() < 100; cause = cause.getCause()) {
                chain.add(cause);
            }
        }
        for (Throwable cause : chain) {
            String message = cause.getMessage();
            if (message != null && message.toLowerCase(Locale.ROOT).contains(EMBEDDED_IN_USE)) {
                return new FailureText(
                        DatabaseInUseException.messageFor("the embedded database"), ExitStatus.WRONG_USE);
            }
            if (cause instanceof UnbalancedDeliveryException) {
                return new FailureText(String.valueOf(message), ExitStatus.OUT_OF_BALANCE);
            }
            if (isInput(cause)) {
                return new FailureText(String.valueOf(message), ExitStatus.WRONG_USE);
            }
            if (cause.getClass().getName().startsWith(OURS)) {
                return new FailureText(String.valueOf(message), ExitStatus.FAILED);
            }
        }
        Throwable root = rootOf(problems);
        return new FailureText(root == null ? "no reason was given" : describe(root), ExitStatus.FAILED);
    }

    private static boolean isInput(Throwable cause) {
        return cause instanceof InvalidFilesException || cause instanceof IllegalArgumentException;
    }

    private static @Nullable Throwable rootOf(List<? extends Throwable> problems) {
        if (problems.isEmpty()) {
            return null;
        }
        Throwable root = problems.get(0);
        while (root.getCause() != null && !(root instanceof IOException)) {
            root = root.getCause();
        }
        return root;
    }

    private static String describe(Throwable root) {
        String name = root.getClass().getSimpleName();
        return root.getMessage() == null ? name : name + ": " + root.getMessage();
    }
}
