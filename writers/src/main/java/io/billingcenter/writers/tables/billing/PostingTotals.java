package io.billingcenter.writers.tables.billing;

import io.billingcenter.domain.billing.FeePosting;
import io.billingcenter.domain.billing.PostedDay;
import io.billingcenter.domain.billing.PostedFees;
import io.billingcenter.domain.billing.Posting;
import io.billingcenter.domain.reconciliation.ControlStage;
import io.billingcenter.domain.reconciliation.ControlTotal;
import io.billingcenter.schema.TableRow;
import io.billingcenter.schema.digest.RowDigests;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Control totals of postings, one for each currency of a rating, or of a round of an agreement. */
final class PostingTotals {

    private static final String NONE = "";

    private PostingTotals() {}

    /**
     * Returns the totals of the postings of a workspace-day.
     *
     * @param rows the postings as they are inserted, in the same order
     */
    static List<ControlTotal> of(PostedDay day, List<TableRow> rows) {
        Map<String, Sum> byCurrency = new TreeMap<>();
        for (int i = 0; i < rows.size(); i++) {
            Posting posting = day.postings().get(i);
            byCurrency
                    .computeIfAbsent(posting.key().currency().getCurrencyCode(), currency -> new Sum())
                    .add(posting.quantity(), posting.amount().amount(), rows.get(i));
        }
        String workspace = day.workspaceDay().workspace().value();
        LocalDate date = day.workspaceDay().day().date();
        List<ControlTotal> totals = new ArrayList<>();
        byCurrency.forEach((currency, sum) -> totals.add(sum.total(
                ControlStage.POSTED,
                workspace,
                date,
                day.ratingNumber(),
                NONE,
                currency,
                day.postings().get(0).postedDay().date())));
        return totals;
    }

    /**
     * Returns the totals of the fees of a day.
     *
     * @param rows the postings as they are inserted, in the same order
     */
    static List<ControlTotal> of(PostedFees day, List<TableRow> rows) {
        record Unit(String agreement, int round, String currency) {}
        Map<Unit, Sum> units = new LinkedHashMap<>();
        for (int i = 0; i < rows.size(); i++) {
            FeePosting posting = day.postings().get(i);
            units.computeIfAbsent(
                            new Unit(
                                    posting.key().agreement(),
                                    posting.round(),
                                    posting.key().currency().getCurrencyCode()),
                            unit -> new Sum())
                    .add(posting.quantity(), posting.amount().amount(), rows.get(i));
        }
        List<ControlTotal> totals = new ArrayList<>();
        units.forEach((unit, sum) -> totals.add(sum.total(
                ControlStage.FEE,
                NONE,
                day.day().date(),
                unit.round(),
                unit.agreement(),
                unit.currency(),
                day.postings().get(0).postedDay().date())));
        return totals;
    }

    private static final class Sum {

        private final RowDigests digests = new RowDigests();
        private long rows;
        private BigDecimal quantity = BigDecimal.ZERO;
        private BigDecimal amount = BigDecimal.ZERO;

        void add(BigDecimal moreQuantity, BigDecimal moreAmount, TableRow row) {
            digests.add(row);
            rows++;
            quantity = quantity.add(moreQuantity);
            amount = amount.add(moreAmount);
        }

        ControlTotal total(
                ControlStage stage,
                String workspace,
                LocalDate day,
                int version,
                String subject,
                String currency,
                LocalDate postedDay) {
            return new ControlTotal(
                    stage,
                    workspace,
                    day,
                    version,
                    subject,
                    currency,
                    postedDay,
                    rows,
                    quantity,
                    amount,
                    digests.parts());
        }
    }
}
