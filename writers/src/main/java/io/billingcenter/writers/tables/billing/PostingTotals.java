package io.billingcenter.writers.tables.billing;

import io.billingcenter.domain.billing.FeePosting;
import io.billingcenter.domain.billing.PostedDay;
import io.billingcenter.domain.billing.PostedFees;
import io.billingcenter.domain.billing.Posting;
import io.billingcenter.domain.reconciliation.ControlStage;
import io.billingcenter.domain.reconciliation.ControlTotal;
import io.billingcenter.domain.reconciliation.DigestedTable;
import io.billingcenter.domain.reconciliation.RowDigests;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Control totals of postings: a currency of a rating, or of a round of an agreement, is a unit. */
final class PostingTotals {

    private static final String NONE = "";

    private PostingTotals() {}

    static List<ControlTotal> of(PostedDay day) {
        Map<String, Sum> byCurrency = new TreeMap<>();
        for (Posting posting : day.postings()) {
            byCurrency
                    .computeIfAbsent(posting.key().currency().getCurrencyCode(), currency -> new Sum())
                    .add(posting.quantity(), posting.amount().amount(), cells(posting));
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

    static List<ControlTotal> of(PostedFees day) {
        record Unit(String agreement, int round, String currency) {}
        Map<Unit, Sum> units = new LinkedHashMap<>();
        for (FeePosting posting : day.postings()) {
            units.computeIfAbsent(
                            new Unit(
                                    posting.key().agreement(),
                                    posting.round(),
                                    posting.key().currency().getCurrencyCode()),
                            unit -> new Sum())
                    .add(posting.quantity(), posting.amount().amount(), cells(posting));
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

    private static @Nullable Object[] cells(Posting posting) {
        return new @Nullable Object[] {
            posting.id(),
            posting.postedDay().date(),
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
            posting.amount().amount()
        };
    }

    private static @Nullable Object[] cells(FeePosting posting) {
        return new @Nullable Object[] {
            posting.id(),
            posting.postedDay().date(),
            posting.key().account().value(),
            posting.key().settlement().code(),
            posting.key().workspaceText(),
            posting.key().meterText(),
            posting.key().retentionDays(),
            posting.kind().code(),
            posting.ordinal(),
            posting.quantity(),
            posting.unitPrice(),
            null,
            posting.amount().amount()
        };
    }

    private static final class Sum {

        private final RowDigests evidence = new RowDigests();
        private long rows;
        private BigDecimal quantity = BigDecimal.ZERO;
        private BigDecimal amount = BigDecimal.ZERO;

        void add(BigDecimal moreQuantity, BigDecimal moreAmount, @Nullable Object[] cells) {
            evidence.add(DigestedTable.POSTING, cells);
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
                    evidence.parts());
        }
    }
}
