package io.billingcenter.jobs.cli;

import io.billingcenter.jobs.launch.DatabaseInUseException;
import io.billingcenter.readers.pricing.InvalidPriceBookException;
import io.billingcenter.readers.reference.InvalidReferenceException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What went wrong, in words for the person who gave the command.
 *
 * @param isWrongUse whether it lies in what was handed in, so that nothing was done
 */
record FailureText(String message, boolean isWrongUse) {

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
            if (message != null && message.toLowerCase(java.util.Locale.ROOT).contains(EMBEDDED_IN_USE)) {
                return new FailureText(new DatabaseInUseException("the embedded database").getMessage() + "", true);
            }
            if (isInput(cause)) {
                return new FailureText(String.valueOf(message), true);
            }
        }
        Throwable root = rootOf(problems);
        return new FailureText(root == null ? "no reason was given" : describe(root), false);
    }

    private static boolean isInput(Throwable cause) {
        return cause instanceof InvalidReferenceException
                || cause instanceof InvalidPriceBookException
                || cause instanceof IllegalArgumentException;
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
