package io.billingcenter.writers.tables.billing;

import io.billingcenter.domain.billing.PostedDay;
import io.billingcenter.domain.billing.Posting;
import io.billingcenter.domain.reconciliation.ControlTotal;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.domain.usage.WorkspaceDay;
import io.billingcenter.schema.TableRow;
import io.billingcenter.schema.billing.PostingTable;
import io.billingcenter.schema.billing.RatedDayTable;
import io.billingcenter.writers.tables.delivery.DeliveryDue;
import io.billingcenter.writers.tables.invoicing.ClosedMonthWriter;
import io.billingcenter.writers.tables.reconciliation.ControlTotals;
import io.billingcenter.writers.tables.settlement.SettlementDue;
import java.util.ArrayList;
import java.util.List;
import org.springframework.batch.infrastructure.item.Chunk;
import org.springframework.batch.infrastructure.item.ItemWriter;
import org.springframework.jdbc.core.JdbcTemplate;

/** Appends postings and marks their ratings as posted in the same transaction; a closed month takes none. */
public final class PostingWriter implements ItemWriter<PostedDay> {

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
        List<TableRow> postings = new ArrayList<>();
        List<TableRow> ratings = new ArrayList<>();
        List<WorkspaceDay> due = new ArrayList<>();
        List<SettlementDue.Posted> bills = new ArrayList<>();
        List<ControlTotal> totals = new ArrayList<>();
        for (PostedDay day : days) {
            List<TableRow> rows = day.postings().stream()
                    .map(posting -> PostingTable.row(posting, day.ratingNumber(), runId))
                    .toList();
            postings.addAll(rows);
            totals.addAll(PostingTotals.of(day, rows));
            for (Posting posting : day.postings()) {
                bills.add(new SettlementDue.Posted(
                        posting.key().account(),
                        postedDay,
                        posting.workspaceDay().workspace()));
            }
            if (!day.postings().isEmpty()) {
                due.add(new WorkspaceDay(day.workspaceDay().workspace(), postedDay));
            }
            ratings.add(
                    RatedDayTable.key(day.workspaceDay(), day.ratingNumber()).set(RatedDayTable.POSTED, true));
        }
        if (!postings.isEmpty()) {
            new ClosedMonthWriter(jdbc).requireOpen(postedDay);
            PostingTable.TABLE.insert(jdbc, postings);
            new ControlTotals(jdbc, runId).insert(totals);
        }
        RatedDayTable.TABLE.update(jdbc, List.of(RatedDayTable.POSTED), RatedDayTable.KEY, ratings);
        new DeliveryDue(jdbc).mark(due);
        new SettlementDue(jdbc).mark(bills);
    }
}
