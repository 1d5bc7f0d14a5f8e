package io.billingcenter.readers.tables.focus;

import io.billingcenter.domain.focus.PostedLine;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/** The payments of the lines of a page: vouchers, cards and cloud accounts, by posted day. Everything else is cash, or owed. */
final class LinePaymentParts {

    /** The payments of a line on the bill of a posted day. */
    static final class Parts {

        private final TreeMap<String, BigDecimal> coupons = new TreeMap<>();
        private final TreeMap<String, BigDecimal> cards = new TreeMap<>();
        private BigDecimal cloud = BigDecimal.ZERO;

        /** Adds a payment; cash and arrears are no part. */
        void add(String side, String instrument, BigDecimal paid) {
            switch (side) {
                case "voucher" -> coupons.merge(instrument, paid, BigDecimal::add);
                case CARD -> cards.merge(instrument, paid, BigDecimal::add);
                case "vendor" -> cloud = cloud.add(paid);
                default -> {}
            }
        }

        void add(Parts other) {
            other.coupons.forEach((id, paid) -> coupons.merge(id, paid, BigDecimal::add));
            other.cards.forEach((id, paid) -> cards.merge(id, paid, BigDecimal::add));
            cloud = cloud.add(other.cloud);
        }

        /** Returns the sums; what was paid and given back is left out. */
        PostedLine.Payment payment() {
            coupons.values().removeIf(paid -> paid.signum() == 0);
            cards.values().removeIf(paid -> paid.signum() == 0);
            return new PostedLine.Payment(coupons, cards, cloud);
        }
    }

    /** An entry of a ledger. */
    record Entry(String account, String currency, long number) {}

    private static final String CARD = "prepaid_card";

    /** A payment that counts only if its entry does. */
    private record Clearing(LineRef line, LocalDate postedDay, String card, BigDecimal amount) {}

    private final Map<LineRef, Map<LocalDate, Parts>> byLine = new HashMap<>();
    private final Map<Entry, List<Clearing>> clearings = new HashMap<>();

    /** Adds the payment in the current row. */
    void add(ResultSet row) throws SQLException {
        String side = row.getString("side");
        BigDecimal paid = row.getBigDecimal("paid");
        LineRef line = LineRef.of(row);
        LocalDate postedDay = row.getObject("posted_day", LocalDate.class);
        String instrument = row.getString("instrument");
        if (paid.signum() == 0) {
            // A card that clears arrears is no payment of the bill when it is made, but it is one of the invoice.
            BigDecimal cleared = row.getBigDecimal("left_change");
            if (side.equals(CARD) && cleared.signum() > 0) {
                Entry entry = new Entry(line.account(), line.currency(), row.getLong("entry_number"));
                clearings
                        .computeIfAbsent(entry, first -> new ArrayList<>())
                        .add(new Clearing(line, postedDay, instrument, cleared));
            }
            return;
        }
        parts(line, postedDay).add(side, instrument, paid);
    }

    private Parts parts(LineRef line, LocalDate postedDay) {
        return byLine.computeIfAbsent(line, first -> new TreeMap<>()).computeIfAbsent(postedDay, first -> new Parts());
    }

    /**
     * Adds the payments by which cards cleared arrears.
     *
     * @param counts whether an entry counts for the invoices of the month
     */
    void addClearings(Predicate<Entry> counts) {
        clearings.forEach((entry, cleared) -> {
            if (counts.test(entry)) {
                cleared.forEach(part ->
                        parts(part.line(), part.postedDay()).cards.merge(part.card(), part.amount(), BigDecimal::add));
            }
        });
        clearings.clear();
    }

    /** Returns the sum of the payments of a line on these posted days. */
    Parts of(LineRef line, Predicate<LocalDate> days) {
        Parts sum = new Parts();
        byLine.getOrDefault(line, Map.of()).forEach((day, parts) -> {
            if (days.test(day)) {
                sum.add(parts);
            }
        });
        return sum;
    }
}
