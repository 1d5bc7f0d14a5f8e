package io.billingcenter.jobs.launch;

/** Brings a database of an older program up to date. */
@FunctionalInterface
public interface DatabaseUpgrade {

    /** Upgrades the database, of which this process has the lock; may be cut off anywhere and repeated. */
    void upgrade(OlderDatabase database);
}
