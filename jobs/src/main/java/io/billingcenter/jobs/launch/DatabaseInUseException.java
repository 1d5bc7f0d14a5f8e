package io.billingcenter.jobs.launch;

/** Another run works on the database. */
public final class DatabaseInUseException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** That database, as it may be shown, is in use. */
    public DatabaseInUseException(String database) {
        super(messageFor(database));
    }

    /** That database, as it may be shown, is in use, which was seen by the cause. */
    DatabaseInUseException(String database, Throwable cause) {
        super(messageFor(database), cause);
    }

    /** What is told when the database is in use. */
    public static String messageFor(String database) {
        return "Expected the database to be free, found another run working on it: " + database
                + ". Nothing was done; one run at a time works on a database. Try again later.";
    }
}
