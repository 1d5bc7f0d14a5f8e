package io.billingcenter.writers.tables.billing;

import io.billingcenter.domain.billing.PostedDay;
import io.billingcenter.domain.billing.Posting;
import io.billingcenter.domain.reconciliation.ControlTotal;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.domain.usage.WorkspaceDay;
import io.billingcenter.writers.tables.delivery.DeliveryDue;
import io.billingcenter.writers.tables.invoicing.MonthTables;
import io.billingcenter.writers.tables.reconciliation.ControlTotals;
import io.billingcenter.writers.tables.settlement.SettlementDue;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.infrastructure.item.Chunk;
import org.springframework.batch.infrastructure.item.ItemWriter;
import org.springframework.jdbc.core.JdbcTemplate;

/** Appends postings and marks in the same transaction what is posted; a closed month takes none. */
public final class PostingWriter implements ItemWriter<PostedDay> {

    private static final String INSERT = """
            INSERT INTO posting (posting_id, posted_day, billing_day, account_id, settlement, workspace_id, meter,
              retention_days, kind, ordinal, quantity, unit_price, price_version, currency, amount, rating, run_id)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";

    private final JdbcTemplate jdbc;
    private final BillingDay postedDay;
    private final long runId;

    /** Appends postings under that day. */
    public PostingWriter(JdbcTemplate jdbc, BillingDay postedDay, long runId) {
        this.jdbc = jdbc;
        this.postedDay = postedDay;
        this.runId = runId;
    }

    @Override
    public void write(Chunk<? extends PostedDay> days) {
        List<@Nullable Object[]> postings = new ArrayList<>();
        List<Object[]> posted = new ArrayList<>();
        List<WorkspaceDay> due = new ArrayList<>();
        List<SettlementDue.Posted> bills = new ArrayList<>();
        List<ControlTotal> totals = new ArrayList<>();
        for (PostedDay day : days) {
            totals.addAll(PostingTotals.of(day));
            for (Posting posting : day.postings()) {
                postings.add(row(posting, day.ratingNumber()));
                bills.add(new SettlementDue.Posted(
                        posting.key().account(),
                        postedDay,
                        posting.workspaceDay().workspace()));
            }
            if (!day.postings().isEmpty()) {
                due.add(new WorkspaceDay(day.workspaceDay().workspace(), postedDay));
            }
            posted.add(new Object[] {
                day.workspaceDay().workspace().value(), day.workspaceDay().day().date(), day.ratingNumber()
            });
        }
        if (!postings.isEmpty()) {
            new MonthTables(jdbc).requireOpen(postedDay);
            jdbc.batchUpdate(INSERT, postings);
            new ControlTotals(jdbc, runId).insert(totals);
        }
        jdbc.batchUpdate(
                "UPDATE rated_day SET posted = TRUE WHERE workspace_id = ? AND billing_day = ? AND rating = ?", posted);
        new DeliveryDue(jdbc).mark(due);
        new SettlementDue(jdbc).mark(bills);
    }

    private @Nullable Object[] row(Posting posting, int rating) {
        return new @Nullable Object[] {
            posting.id(),
            posting.postedDay().date(),
            posting.workspaceDay().day().date(),
            posting.key().account().value(),
            posting.key().settlement().code(),
            posting.workspaceDay().workspace().value(),
            posting.key().tier().meter().code(),
            posting.key().tier().retentionDays(),
            posting.kind().code(),
            posting.ordinal(),
            posting.quantity(),
            posting.unitPrice(),
            posting.priceVersion() == null ? null : posting.priceVersion().date(),
            posting.key().currency().getCurrencyCode(),
            posting.amount().amount(),
            rating,
            runId
        };
    }
}
