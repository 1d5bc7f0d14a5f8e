package io.billingcenter.jobs.launch;

/** An upgrade of a database of an older program. */
@FunctionalInterface
public interface DatabaseUpgrade {

    /** Upgrades the database, whose lock this process holds; may be interrupted anywhere and repeated. */
    void upgrade(OlderDatabase database);
}
