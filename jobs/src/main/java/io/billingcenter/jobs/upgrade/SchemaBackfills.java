package io.billingcenter.jobs.upgrade;

import io.billingcenter.writers.tables.guard.AccountDaySums;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Backfills of tables that a database of an older program did not have, from the tables that it had. Each runs after all
 * migrations, in a transaction of its own, skips tables that are filled already, and may be repeated.
 */
final class SchemaBackfills {

    /** The backfills in their order; the list of imported files needs none, since every version of the tables has it. */
    static final List<Consumer<JdbcTemplate>> IN_ORDER = List.of(jdbc -> new AccountDaySums(jdbc).fillFromHistory());

    private SchemaBackfills() {}
}
