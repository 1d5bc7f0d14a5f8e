package io.billingcenter.readers.tables.billing;

import io.billingcenter.domain.billing.FeeDays;
import io.billingcenter.domain.billing.FeeWork;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.domain.time.DayRange;
import io.billingcenter.schema.billing.PostingTable;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.infrastructure.item.ItemReader;
import org.springframework.jdbc.core.JdbcTemplate;

/** Reads the billing days whose fees a run considers, oldest first, each with the fee postings that it has. */
public final class FeeWorkReader implements ItemReader<FeeWork> {

    private static final String POSTINGS = PostingTable.TABLE.select()
            + " WHERE billing_day = ? AND agreement_id > '' AND kind <> 'credit' ORDER BY agreement_id, rating, posting_id";

    private final JdbcTemplate jdbc;
    private final BillingDay day;
    private final int lateWindowDays;
    private @Nullable BillingDay next;

    /** Creates a reader of the days of a run for that day. */
    public FeeWorkReader(JdbcTemplate jdbc, BillingDay day, int lateWindowDays) {
        this.jdbc = jdbc;
        this.day = day;
        this.lateWindowDays = lateWindowDays;
    }

    @Override
    public @Nullable FeeWork read() {
        BillingDay current = next == null ? days().from() : next;
        if (day.isBefore(current)) {
            return null;
        }
        next = current.plusDays(1);
        return new FeeWork(
                current, jdbc.query(POSTINGS, (row, number) -> PostingTable.feePosting(row), current.date()));
    }

    private DayRange days() {
        LocalDate first = jdbc.queryForObject("SELECT MIN(billing_day) FROM fee_day", LocalDate.class);
        return FeeDays.of(day, lateWindowDays, Optional.ofNullable(first).map(BillingDay::new));
    }
}
