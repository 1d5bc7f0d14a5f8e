package io.billingcenter.jobs.launch;

/** Another run works on the database. */
public final class DatabaseInUseException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** The database of that URL is in use. */
    public DatabaseInUseException(String url) {
        super("Expected the database to be free, found another run working on it: " + url
                + ". Wait until it ends, or stop it; one run at a time works on a database.");
    }
}
