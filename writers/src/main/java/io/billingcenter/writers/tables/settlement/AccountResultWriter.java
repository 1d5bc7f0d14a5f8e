package io.billingcenter.writers.tables.settlement;

import io.billingcenter.domain.settlement.AccountResult;
import io.billingcenter.domain.time.BillingDay;
import org.springframework.batch.infrastructure.item.Chunk;
import org.springframework.batch.infrastructure.item.ItemWriter;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Writes the results of settlements: ledger entries and the balances that they add up to, payments of bills, states and
 * notices; and removes the work that is done. All of a chunk is one transaction, table by table.
 */
public final class AccountResultWriter implements ItemWriter<AccountResult> {

    private final JdbcTemplate jdbc;
    private final BillingDay until;
    private final long runId;

    /**
     * Writes for a run.
     *
     * @param until last day that was settled
     */
    public AccountResultWriter(JdbcTemplate jdbc, BillingDay until, long runId) {
        this.jdbc = jdbc;
        this.until = until;
        this.runId = runId;
    }

    @Override
    public void write(Chunk<? extends AccountResult> results) {
        SettlementRows rows = new SettlementRows(until, runId);
        results.forEach(rows::add);
        rows.store(jdbc, results.getItems().get(0).account());
    }
}
