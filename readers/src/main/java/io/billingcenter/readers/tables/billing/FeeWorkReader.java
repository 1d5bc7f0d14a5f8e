package io.billingcenter.readers.tables.billing;

import io.billingcenter.domain.account.BillingAccountId;
import io.billingcenter.domain.billing.FeeDays;
import io.billingcenter.domain.billing.FeeKey;
import io.billingcenter.domain.billing.FeePosting;
import io.billingcenter.domain.billing.FeeWork;
import io.billingcenter.domain.billing.PostingKind;
import io.billingcenter.domain.money.Money;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.domain.time.DayRange;
import io.billingcenter.readers.tables.paging.Columns;
import io.billingcenter.schema.billing.PostingTable;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Currency;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.infrastructure.item.ItemReader;
import org.springframework.jdbc.core.JdbcTemplate;

/** The billing days whose fees a run looks at, oldest first, each with the fee postings that it has. */
public final class FeeWorkReader implements ItemReader<FeeWork> {

    private static final String POSTINGS = """
            SELECT posted_day, billing_day, agreement_id, account_id, settlement, currency, workspace_id, meter,
              retention_days, kind, ordinal, rating, quantity, unit_price, amount
            FROM posting WHERE billing_day = ? AND agreement_id > ''
            ORDER BY agreement_id, rating, posting_id""";

    private final JdbcTemplate jdbc;
    private final BillingDay day;
    private final int lateWindowDays;
    private @Nullable BillingDay next;

    /** The days of a run for that day. */
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
        return new FeeWork(current, jdbc.query(POSTINGS, (row, number) -> posting(row), current.date()));
    }

    private DayRange days() {
        LocalDate first = jdbc.queryForObject("SELECT MIN(billing_day) FROM fee_day", LocalDate.class);
        return FeeDays.of(day, lateWindowDays, Optional.ofNullable(first).map(BillingDay::new));
    }

    private static FeePosting posting(ResultSet row) throws SQLException {
        Currency currency = Currency.getInstance(row.getString("currency"));
        FeeKey key = new FeeKey(
                Columns.day(row, "billing_day"),
                row.getString("agreement_id"),
                new BillingAccountId(row.getString("account_id")),
                PostingTable.SETTLEMENT.get(row),
                currency,
                Columns.workspaceOrNone(row),
                Columns.tierOrNone(row));
        return new FeePosting(
                Columns.day(row, "posted_day"),
                key,
                Columns.known(PostingKind.ofCode(row.getString("kind")), "kind"),
                row.getInt("ordinal"),
                row.getInt("rating"),
                row.getBigDecimal("quantity"),
                row.getBigDecimal("unit_price"),
                Money.of(currency, row.getBigDecimal("amount")));
    }
}
