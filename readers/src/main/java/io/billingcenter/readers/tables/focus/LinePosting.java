package io.billingcenter.readers.tables.focus;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Comparator;

/** A posting of a line. Of a credit, the rating is the number of its credit note. */
record LinePosting(
        LineRef line,
        String id,
        LocalDate postedDay,
        String kind,
        int ordinal,
        BigDecimal quantity,
        Prices prices,
        int rating) {

    static final String CREDIT = "credit";
    static final String ADJUSTMENT = "adjustment";

    /** The price of a unit, and the amount that a run posted. */
    record Prices(BigDecimal unitPrice, BigDecimal amount, long run) {}

    /** The columns of a posting, of the table {@code p}. */
    static final String COLUMNS =
            "p.posting_id, p.posted_day, p.billing_day, p.account_id, p.currency, p.settlement, p.workspace_id, p.meter,"
                    + " p.retention_days, p.agreement_id, p.kind, p.ordinal, p.quantity, p.unit_price, p.amount, p.rating, p.run_id";

    static final Comparator<LinePosting> OLDEST_FIRST = Comparator.comparing(LinePosting::postedDay)
            .thenComparingLong(posting -> posting.prices().run())
            .thenComparingInt(LinePosting::ordinal)
            .thenComparing(LinePosting::id);

    static LinePosting of(ResultSet row) throws SQLException {
        return new LinePosting(
                LineRef.of(row),
                row.getString("posting_id"),
                row.getObject("posted_day", LocalDate.class),
                row.getString("kind"),
                row.getInt("ordinal"),
                row.getBigDecimal("quantity"),
                new Prices(row.getBigDecimal("unit_price"), row.getBigDecimal("amount"), row.getLong("run_id")),
                row.getInt("rating"));
    }

    boolean isCredit() {
        return kind.equals(CREDIT);
    }

    BigDecimal amount() {
        return prices.amount();
    }
}
