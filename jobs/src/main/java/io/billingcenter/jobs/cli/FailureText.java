package io.billingcenter.jobs.cli;

import io.billingcenter.domain.archive.PurgeRefusedException;
import io.billingcenter.domain.billing.UnbalancedBillException;
import io.billingcenter.domain.guard.GuardStoppedException;
import io.billingcenter.domain.invoicing.CloseRefusedException;
import io.billingcenter.domain.invoicing.CorrectionRefusedException;
import io.billingcenter.domain.invoicing.InterruptedRunException;
import io.billingcenter.domain.reconciliation.OutOfBalanceException;
import io.billingcenter.jobs.launch.DatabaseInUseException;
import io.billingcenter.readers.files.csv.InvalidFilesException;
import io.billingcenter.writers.files.delivery.UnbalancedDeliveryException;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.boot.context.properties.bind.BindException;
import org.yaml.snakeyaml.error.MarkedYAMLException;

/**
 * The message for a failure.
 *
 * @param message the message, for people
 * @param status exit status of the program
 */
record FailureText(String message, ExitStatus status) {

    /** Exceptions of the suite have complete messages; for those of libraries, the root cause is reported. */
    private static final String OURS = "io.billingcenter.";

    private static final String OUR_MESSAGE = "Expected ";
    private static final int LONGEST_CHAIN = 100;

    /**
     * Returns the message for the first of these problems that has one.
     *
     * @param database address of the database, for people
     */
    static FailureText of(List<? extends Throwable> problems, String database) {
        List<Throwable> chain = new ArrayList<>();
        problems.forEach(problem -> chain.addAll(chainOf(problem)));
        for (Throwable cause : chain) {
            Optional<FailureText> text = of(cause, database);
            if (text.isPresent()) {
                return text.get();
            }
        }
        String reason = problems.isEmpty() ? "no reason was given" : describe(rootOf(problems.get(0)));
        return new FailureText(reason, ExitStatus.FAILED);
    }

    /** Returns the problem and its causes, the outermost first. */
    static List<Throwable> chainOf(Throwable problem) {
        List<Throwable> chain = new ArrayList<>();
        for (Throwable cause = problem; cause != null && chain.size() < LONGEST_CHAIN; cause = cause.getCause()) {
            chain.add(cause);
        }
        return chain;
    }

    /** Returns the root cause; for a failure of a file the outermost one, since it names the file. */
    static Throwable rootOf(Throwable problem) {
        List<Throwable> chain = chainOf(problem);
        return chain.stream().filter(IOException.class::isInstance).findFirst().orElse(chain.get(chain.size() - 1));
    }

    /** Returns the type and the message of a problem. */
    static String describe(Throwable problem) {
        String name = problem.getClass().getSimpleName();
        return problem.getMessage() == null ? name : name + ": " + problem.getMessage();
    }

    private static Optional<FailureText> of(Throwable cause, String database) {
        String message = String.valueOf(cause.getMessage());
        if (cause instanceof BindException wrong) {
            return Optional.of(new FailureText(SettingText.of(wrong), ExitStatus.WRONG_USE));
        }
        if (cause instanceof MarkedYAMLException broken) {
            return Optional.of(new FailureText(SettingText.of(broken), ExitStatus.WRONG_USE));
        }
        if (cause instanceof OutOfMemoryError || message.contains(OutOfMemoryError.class.getName())) {
            return Optional.of(new FailureText(outOfMemory(), ExitStatus.FAILED));
        }
        if (cause instanceof SQLException refused) {
            return Optional.of(DatabaseText.of(refused, database));
        }
        if (cause instanceof UnbalancedDeliveryException
                || cause instanceof UnbalancedBillException
                || cause instanceof OutOfBalanceException) {
            return Optional.of(new FailureText(message, ExitStatus.OUT_OF_BALANCE));
        }
        if (cause instanceof GuardStoppedException) {
            return Optional.of(new FailureText(message, ExitStatus.GUARD_STOPPED));
        }
        if (cause instanceof CloseRefusedException
                || cause instanceof CorrectionRefusedException
                || cause instanceof PurgeRefusedException
                || cause instanceof InterruptedRunException) {
            return Optional.of(new FailureText(message, ExitStatus.GUARD_STOPPED));
        }
        if (cause instanceof DatabaseInUseException) {
            return Optional.of(new FailureText(message, ExitStatus.BUSY));
        }
        if (isWrongUse(cause)) {
            return Optional.of(new FailureText(message, ExitStatus.WRONG_USE));
        }
        if (cause.getClass().getName().startsWith(OURS)) {
            return Optional.of(new FailureText(message, ExitStatus.FAILED));
        }
        if (message.startsWith(OUR_MESSAGE) && chainOf(cause).stream().noneMatch(SQLException.class::isInstance)) {
            String found = cause.getCause() == null ? "" : "; found " + describe(rootOf(cause));
            return Optional.of(new FailureText(message + found, ExitStatus.FAILED));
        }
        return Optional.empty();
    }

    private static boolean isWrongUse(Throwable cause) {
        return cause instanceof InvalidFilesException || cause instanceof IllegalArgumentException;
    }

    private static String outOfMemory() {
        long mebibytes = Runtime.getRuntime().maxMemory() >> 20;
        return "Expected the run to fit into its heap, found the " + mebibytes
                + " MiB used up; set BILLING_HEAP (like 2g) and run the same command again";
    }
}
