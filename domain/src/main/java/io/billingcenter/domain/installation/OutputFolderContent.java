package io.billingcenter.domain.installation;

import io.billingcenter.domain.delivery.DeliveryPeriod;
import io.billingcenter.domain.delivery.InvoiceLayout;
import io.billingcenter.domain.invoicing.InvoiceNumber;
import io.billingcenter.domain.time.BillingMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The content of an output folder.
 *
 * @param invoices invoice numbers found in any {@code invoices.csv}, in no particular order
 * @param invoicedMonths months whose invoices were delivered, each with the layout of its last revision
 * @param reports reports of runs
 */
public record OutputFolderContent(
        List<PublishedRevision> revisions,
        List<InvoiceNumber> invoices,
        Map<BillingMonth, InvoiceLayout> invoicedMonths,
        List<Report> reports) {

    /**
     * The report of a run.
     *
     * @param job name of the job
     * @param period day or month, as text
     * @param number number of the run among those of its job and period
     */
    public record Report(String job, String period, int number) {}

    /** A series of invoice numbers, which restarts every year. */
    public record Series(String name, int year) {}

    /** Copies the collections. */
    public OutputFolderContent {
        revisions = List.copyOf(revisions);
        invoices = List.copyOf(invoices);
        invoicedMonths = Map.copyOf(invoicedMonths);
        reports = List.copyOf(reports);
    }

    /**
     * Returns the revisions that the database does not know. It knows the revisions it has recorded with the same
     * content. It also accounts for the next revision of a period that is still due, because a run may have ended
     * between publishing and recording it.
     *
     * @param due periods that are still to be delivered
     */
    public List<PublishedRevision> unknownTo(List<PublishedRevision> recorded, Set<DeliveryPeriod> due) {
        Set<PublishedRevision> known = Set.copyOf(recorded);
        Map<DeliveryPeriod, Integer> last = new HashMap<>();
        recorded.forEach(revision -> last.merge(revision.period(), revision.revision(), Math::max));
        return revisions.stream()
                .filter(found -> !known.contains(found))
                .filter(found -> recorded.isEmpty()
                        || !due.contains(found.period())
                        || found.revision() != last.getOrDefault(found.period(), 0) + 1)
                .toList();
    }

    /** Returns the highest number of each series. */
    public Map<Series, Long> highestNumbers() {
        Map<Series, Long> highest = new HashMap<>();
        invoices.forEach(
                number -> highest.merge(new Series(number.series(), number.year()), number.sequence(), Math::max));
        return highest;
    }

    /** Returns the layout in which the invoices of a month were delivered. */
    public InvoiceLayout layout(BillingMonth month) {
        return invoicedMonths.getOrDefault(month, InvoiceLayout.VERSION_1);
    }

    /** Returns the months whose invoices were delivered, in order. */
    public List<BillingMonth> monthsInOrder() {
        return new TreeSet<>(invoicedMonths.keySet()).stream().toList();
    }
}
