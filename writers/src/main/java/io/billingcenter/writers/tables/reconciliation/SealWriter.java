package io.billingcenter.writers.tables.reconciliation;

import io.billingcenter.domain.reconciliation.RunSeal;
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
        jdbc.update("""
                INSERT INTO run_seal (seal_number, run_id, previous_seal, totals, totals_digest, seal)
                VALUES (?, ?, ?, ?, ?, ?)""", seal.number(), seal.runId(), seal.previous(), seal.totals(), seal.totalsDigest(), seal.seal());
    }
}
