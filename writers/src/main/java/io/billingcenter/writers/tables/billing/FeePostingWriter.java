package io.billingcenter.writers.tables.billing;

import io.billingcenter.domain.billing.FeeHold;
import io.billingcenter.domain.billing.PostedFees;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.schema.TableRow;
import io.billingcenter.schema.billing.FeeDayTable;
import io.billingcenter.schema.billing.FeeHoldTable;
import io.billingcenter.schema.billing.PostingTable;
import io.billingcenter.writers.tables.delivery.DeliveryDue;
import io.billingcenter.writers.tables.invoicing.ClosedMonthWriter;
import io.billingcenter.writers.tables.reconciliation.ControlTotals;
import io.billingcenter.writers.tables.settlement.SettlementDue;
import java.util.List;
import org.springframework.batch.infrastructure.item.Chunk;
import org.springframework.batch.infrastructure.item.ItemWriter;
import org.springframework.jdbc.core.JdbcTemplate;

/** Appends fee postings, and stores the days and the held fees in the same transaction. For one thread at a time. */
public final class FeePostingWriter implements ItemWriter<PostedFees> {

    private final JdbcTemplate jdbc;
    private final BillingDay postedDay;
    private final long runId;

    /** Appends postings under that day. */
    public FeePostingWriter(JdbcTemplate jdbc, BillingDay postedDay, long runId) {
        this.jdbc = jdbc;
        this.postedDay = postedDay;
        this.runId = runId;
    }

    @Override
    public void write(Chunk<? extends PostedFees> days) {
        DeliveryDue due = new DeliveryDue(jdbc);
        for (PostedFees day : days) {
            if (!day.postings().isEmpty()) {
                new ClosedMonthWriter(jdbc).requireOpen(postedDay);
                List<TableRow> rows = day.postings().stream()
                        .map(posting -> PostingTable.row(posting, runId))
                        .toList();
                PostingTable.TABLE.insert(jdbc, rows);
                new ControlTotals(jdbc, runId).insert(PostingTotals.of(day, rows));
                due.markDay(postedDay);
                new SettlementDue(jdbc)
                        .mark(day.postings().stream()
                                .map(posting -> new SettlementDue.Posted(
                                        posting.key().account(),
                                        postedDay,
                                        posting.key().workspace()))
                                .toList());
            }
            if (replaceHolds(day)) {
                due.markDay(day.day());
            }
            noteDay(day.day());
        }
    }

    /** Stores the holds of a day; returns whether they are others than before. */
    private boolean replaceHolds(PostedFees day) {
        List<String> earlier = jdbc.query(
                "SELECT agreement_id FROM fee_hold WHERE billing_day = ? ORDER BY agreement_id",
                (row, number) -> FeeHoldTable.AGREEMENT_ID.get(row),
                day.day().date());
        List<String> now = day.holds().stream().map(FeeHold::agreement).sorted().toList();
        if (now.equals(earlier)) {
            return false;
        }
        jdbc.update("DELETE FROM fee_hold WHERE billing_day = ?", day.day().date());
        FeeHoldTable.TABLE.insert(
                jdbc,
                day.holds().stream()
                        .map(hold -> FeeHoldTable.row(day.day(), hold))
                        .toList());
        return true;
    }

    private void noteDay(BillingDay day) {
        Integer known =
                jdbc.queryForObject("SELECT COUNT(*) FROM fee_day WHERE billing_day = ?", Integer.class, day.date());
        if (known == null || known == 0) {
            FeeDayTable.TABLE.insert(jdbc, FeeDayTable.row(day, runId));
        }
    }
}
