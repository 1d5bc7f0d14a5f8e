package io.billingcenter.readers.tables.report;

import io.billingcenter.domain.delivery.DeliveryPeriod;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.domain.time.BillingMonth;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The scope of a report: a run and its days.
 *
 * @param runId the run, as tables name it
 * @param period the billing days
 * @param posted the days under which was posted; the same but for a rerun under another day
 */
public record ReportScope(long runId, DeliveryPeriod period, DeliveryPeriod posted) {

    private static final int HISTORY_DAYS = 14;
    private static final int EARLIER_DAYS = 7;
    private static final int EARLIER_MONTHS = 3;

    LocalDate from() {
        return period.firstDay().date();
    }

    LocalDate end() {
        return period.endExclusive().date();
    }

    LocalDate postedFrom() {
        return posted.firstDay().date();
    }

    LocalDate postedEnd() {
        return posted.endExclusive().date();
    }

    /** Returns the first of the earlier days or months with which amounts are compared. */
    LocalDate earlierFrom() {
        return isMonth()
                ? postedFrom().minusMonths(EARLIER_MONTHS)
                : postedFrom().minusDays(EARLIER_DAYS);
    }

    boolean isMonth() {
        return posted instanceof DeliveryPeriod.OfMonth;
    }

    /** Returns the day or month of a date, as amounts are compared. */
    String unitOf(LocalDate date) {
        return isMonth() ? new BillingMonth(YearMonth.from(date)).toString() : date.toString();
    }

    /** Returns the days of a month; of a day, it and those before it. */
    List<BillingDay> history() {
        BillingDay end = posted.endExclusive();
        BillingDay first = isMonth() ? posted.firstDay() : end.minusDays(HISTORY_DAYS);
        int days = Math.toIntExact(ChronoUnit.DAYS.between(first.date(), end.date()));
        return IntStream.range(0, days).mapToObj(first::plusDays).toList();
    }
}
