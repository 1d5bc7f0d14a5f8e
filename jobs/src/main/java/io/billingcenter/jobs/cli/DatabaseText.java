package io.billingcenter.jobs.cli;

import io.billingcenter.jobs.launch.DatabaseInUseException;
import io.billingcenter.schema.DatabaseKind;
import java.net.UnknownHostException;
import java.sql.SQLException;
import java.util.List;

/** The messages for failures of a database. */
final class DatabaseText {

    private static final String NO_CONNECTION = "08";
    private static final String NO_PASSWORD = "08004";
    private static final String WRONG_LOGIN = "28";
    private static final String NO_SUCH_DATABASE = "3D";
    private static final String EMBEDDED_LOCK = "lock acquisition failure";
    private static final String EMBEDDED_LOCK_HELD = "LockHeldExternallyException";
    private static final String EMBEDDED_LOCK_REASON = " reason: ";

    private DatabaseText() {}

    /**
     * Returns the message for an exception of a database.
     *
     * @param database address of the database, for people
     */
    static FailureText of(SQLException refused, String database) {
        List<Throwable> chain = FailureText.chainOf(refused);
        if (isEmbeddedLock(chain)) {
            return isHeld(chain)
                    ? new FailureText(DatabaseInUseException.messageFor(database), ExitStatus.BUSY)
                    : new FailureText(
                            "Expected to open or create the database at " + database + ", found " + reasonOf(refused)
                                    + "; name a folder that can be written with --db",
                            ExitStatus.WRONG_USE);
        }
        return byState(refused, database, chain);
    }

    private static FailureText byState(SQLException refused, String database, List<Throwable> chain) {
        String state = String.valueOf(refused.getSQLState());
        String found = ", found: " + reasonOf(refused);
        if (isEmbedded(chain)) {
            return new FailureText(
                    "Expected to read and write the database at " + database + found
                            + ". Free space on its disk; if its files are damaged, put a copy of them back",
                    ExitStatus.FAILED);
        }
        if (state.startsWith(NO_CONNECTION) && !state.equals(NO_PASSWORD)) {
            return new FailureText(
                    "Expected a server at " + database + found + ". Start it, or correct host and port in --db",
                    ExitStatus.FAILED);
        }
        if (state.equals(NO_PASSWORD) || state.startsWith(WRONG_LOGIN) || state.startsWith(NO_SUCH_DATABASE)) {
            return new FailureText(
                    "Expected to be let into " + database + found
                            + ". Correct the database, user or password in --db (or billing.db-user and billing.db-password)",
                    ExitStatus.WRONG_USE);
        }
        return new FailureText(
                "Expected " + database + " to do its part" + found + ". The log has the rest", ExitStatus.FAILED);
    }

    private static boolean isEmbedded(List<Throwable> chain) {
        return chain.stream().anyMatch(DatabaseKind.HSQLDB::hasThrown);
    }

    private static boolean isEmbeddedLock(List<Throwable> chain) {
        return chain.stream()
                .anyMatch(cause -> String.valueOf(cause.getMessage()).contains(EMBEDDED_LOCK));
    }

    private static boolean isHeld(List<Throwable> chain) {
        return chain.stream().anyMatch(cause -> cause.getClass().getName().endsWith(EMBEDDED_LOCK_HELD));
    }

    /** Returns the innermost message without details for programmers, like the place in the statement. */
    private static String reasonOf(SQLException refused) {
        Throwable root = FailureText.rootOf(refused);
        if (root instanceof UnknownHostException) {
            return "no host of that name";
        }
        String message = root.getMessage() == null ? FailureText.describe(root) : root.getMessage();
        int lock = message.lastIndexOf(EMBEDDED_LOCK_REASON);
        String reason = lock < 0 ? message : message.substring(lock + EMBEDDED_LOCK_REASON.length());
        return reason.lines().findFirst().orElse("").replaceFirst("\\.$", "");
    }
}
