package io.billingcenter.jobs.launch;

/** Thrown when the tables of a database are those of an older program, and the command may not change them. */
public final class OlderSchemaException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    /** An exception that names both versions and the command that upgrades. */
    OlderSchemaException(DatabaseAddress address, int found, int expected) {
        super("Expected the tables of version " + expected + " in the database at " + address.shown()
                + ", found those of version " + found + (found == expected ? ", the upgrade to which was cut off" : "")
                + "; a command that only answers a question does not upgrade them. Give ./billing migrate, or any"
                + " command that runs a job, with the same --db and --out");
    }
}
