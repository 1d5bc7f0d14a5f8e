package io.billingcenter.readers.tables.reference;

import org.springframework.jdbc.core.JdbcTemplate;

/** The imported billing accounts. */
public final class BillingAccounts {

    private final JdbcTemplate jdbc;

    /** The billing accounts of this database. */
    public BillingAccounts(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Returns whether any billing account was imported. */
    public boolean exist() {
        return !jdbc.query("SELECT 1 FROM billing_account FETCH FIRST 1 ROWS ONLY", (row, number) -> row.getInt(1))
                .isEmpty();
    }
}
