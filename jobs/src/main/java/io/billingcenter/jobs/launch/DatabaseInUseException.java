package io.billingcenter.jobs.launch;

/** Thrown when another run is working on the database. */
public final class DatabaseInUseException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** An exception for a database, named by its address for people. */
    public DatabaseInUseException(String database) {
        super(messageFor(database));
    }

    /** An exception for a database, named by its address for people, that was recognized by its cause. */
    DatabaseInUseException(String database, Throwable cause) {
        super(messageFor(database), cause);
    }

    /** Returns the message. */
    public static String messageFor(String database) {
        return "Expected the database to be free, found another run working on it: " + database
                + ". Nothing was done; one run at a time works on a database. Try again later.";
    }
}
