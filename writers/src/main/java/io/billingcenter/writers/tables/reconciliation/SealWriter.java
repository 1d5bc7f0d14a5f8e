package io.billingcenter.writers.tables.reconciliation;

import io.billingcenter.domain.reconciliation.RunSeal;
import io.billingcenter.schema.reconciliation.RunSealTable;
import org.springframework.jdbc.core.JdbcTemplate;

/** Appends seals to the chain: table {@code run_seal}. */
public final class SealWriter {

    private final JdbcTemplate jdbc;

    /** Works through the template. */
    public SealWriter(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Appends a link. */
    public void append(RunSeal seal) {
        RunSealTable.TABLE.insert(jdbc, RunSealTable.row(seal));
    }
}
