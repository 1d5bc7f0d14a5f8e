package io.billingcenter.writers.files.delivery;

import io.billingcenter.domain.delivery.CurrencyTotals;
import io.billingcenter.domain.delivery.DeliveredColumn;
import io.billingcenter.domain.delivery.DeliveredFile;
import io.billingcenter.domain.delivery.DeliveredRowSource;
import io.billingcenter.domain.delivery.DeliveryPeriod;
import io.billingcenter.domain.money.Money;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

/** Compares the written lines with the results of separate database queries. */
final class DeliveredTotalsCheck {

    private final DeliveredRowSource source;
    private final DeliveryPeriod period;
    private final CurrencyTotals posted;

    /** Creates a check against the postings of the period. */
    DeliveredTotalsCheck(DeliveredRowSource source, DeliveryPeriod period, CurrencyTotals posted) {
        this.source = source;
        this.period = period;
        this.posted = posted;
    }

    /**
     * Returns the parts of one file in one profile after checking them together.
     *
     * @throws UnbalancedDeliveryException if rows or totals differ
     */
    List<Manifest.FileEntry> checked(DeliveredFile file, List<Manifest.FileEntry> entries) {
        long rows = entries.stream().mapToLong(Manifest.FileEntry::rows).sum();
        long expectedRows = source.rowCount(file, period);
        if (rows != expectedRows) {
            throw unbalanced(file, expectedRows + " rows", rows + " rows");
        }
        Optional<DeliveredColumn> totalColumn = file.totalColumn();
        if (totalColumn.isPresent()) {
            CurrencyTotals written = sums(totalColumn.get(), entries);
            if (!posted.sameAs(written)) {
                throw unbalanced(file, "the total " + posted, written.toString());
            }
        }
        return entries;
    }

    /** Returns the totals of a manifest: the written amounts and the posted ones. */
    List<Manifest.Total> totals(List<Manifest.FileEntry> files) {
        DeliveredFile file = source.files(period).stream()
                .filter(candidate -> candidate.totalColumn().isPresent())
                .findFirst()
                .orElseThrow();
        List<Money> written = sums(
                        file.totalColumn().orElseThrow(),
                        files.stream()
                                .filter(entry -> entry.isOf(file, Profile.MACHINE))
                                .toList())
                .amounts();
        return posted.amounts().stream().map(amount -> total(amount, written)).toList();
    }

    private static Manifest.Total total(Money amount, List<Money> written) {
        Money same = written.stream()
                .filter(candidate -> candidate.currency().equals(amount.currency()))
                .findFirst()
                .orElse(Money.zero(amount.currency()));
        return new Manifest.Total(
                amount.currency().getCurrencyCode(),
                same.amount().toPlainString(),
                amount.amount().toPlainString());
    }

    private static CurrencyTotals sums(DeliveredColumn column, List<Manifest.FileEntry> entries) {
        return new CurrencyTotals(entries.stream()
                .flatMap(entry -> entry.control().stream())
                .filter(control -> control.column().equals(column.name()))
                .map(control -> Money.of(Currency.getInstance(control.currency()), new BigDecimal(control.sum())))
                .toList());
    }

    private UnbalancedDeliveryException unbalanced(DeliveredFile file, String expected, String found) {
        return new UnbalancedDeliveryException("Expected " + expected + " in the file " + file.fileName() + " of "
                + period + ", as the postings of the database add up to, found " + found
                + "; nothing was published. Reconcile the period, then repeat");
    }
}
