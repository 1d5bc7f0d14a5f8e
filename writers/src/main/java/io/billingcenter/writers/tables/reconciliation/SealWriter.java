package io.billingcenter.writers.tables.reconciliation;

import io.billingcenter.domain.reconciliation.RunSeal;
import io.billingcenter.schema.reconciliation.RunSealTable;
import org.springframework.jdbc.core.JdbcTemplate;

/** The table {@code run_seal}: links are appended, never changed. */
public final class SealWriter {

    private final JdbcTemplate jdbc;

    /** The table of this database. */
    public SealWriter(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Appends a link. */
    public void append(RunSeal seal) {
        RunSealTable.TABLE.insert(jdbc, RunSealTable.row(seal));
    }
}
