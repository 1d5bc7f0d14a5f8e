package io.billingcenter.writers.files.report;

import io.billingcenter.domain.guard.AttentionItem;
import io.billingcenter.domain.report.RunReport;
import io.billingcenter.domain.report.RunReport.Billed;
import io.billingcenter.domain.report.RunReport.Closing;
import io.billingcenter.domain.report.RunReport.DeliveredSet;
import io.billingcenter.domain.report.RunReport.Difference;
import io.billingcenter.domain.report.RunReport.GivenConsent;
import io.billingcenter.domain.report.RunReport.Held;
import io.billingcenter.domain.report.RunReport.History;
import io.billingcenter.domain.report.RunReport.Invoiced;
import io.billingcenter.domain.report.RunReport.MeterUsage;
import io.billingcenter.domain.report.RunReport.Mover;
import io.billingcenter.domain.report.RunReport.Movers;
import io.billingcenter.domain.report.RunReport.Outcome;
import io.billingcenter.domain.report.RunReport.Quarantine;
import io.billingcenter.domain.report.RunReport.ReconciliationLine;
import io.billingcenter.domain.report.RunReport.Run;
import io.billingcenter.domain.report.RunReport.Traffic;
import io.billingcenter.domain.time.BillingDay;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.IntStream;

/** Reports for tests: one in which every section has content, and one without any content. */
final class SampleReports {

    /** A text that is dangerous in a page. */
    static final String ODD = "<b>&\"'\u0007\uD83D x ${1+1} [[${1+1}]] __${1}__";

    private static final Traffic TRAFFIC = new Traffic(1_234, 5_678, 1, 123_456_789, 9_876_543, 9_876_000, 500, 40, 3);

    private SampleReports() {}

    static RunReport full() {
        List<BillingDay> days = IntStream.range(0, 30)
                .mapToObj(day -> BillingDay.parse("2026-10-01").plusDays(day))
                .toList();
        return new RunReport(
                new Run("closeMonth", "2026-10", "2026-11-01", 3, "2026-11-03T02:00:00Z", "Failed: " + ODD, "a1b2c3"),
                TRAFFIC,
                TRAFFIC,
                List.of(billed("CNY", "12345.60"), billed("USD", "-1.00")),
                List.of(new Invoiced(false, "CNY", 12, "INV-1", "INV-12", new BigDecimal("1234567.80"))),
                List.of(new Outcome("charged", 1_200), new Outcome("free", 30), new Outcome("held", 4)),
                List.of(
                        new MeterUsage("log", number(1_000_000), number(5), number(0), series(-3)),
                        new MeterUsage("rum_pv", new BigDecimal("12.50"), number(0), number(7), series(1))),
                List.of(new Held("no_price", 1_000, 2)),
                IntStream.range(0, 51)
                        .mapToObj(item -> new AttentionItem("silent", "ws-" + item, days.get(1), ODD, item % 2 == 0))
                        .toList(),
                List.of(new GivenConsent("hold", "ws-1", ODD, "Ann", "2026-11-02T09:00:00Z")),
                new Quarantine(
                        List.of(new Quarantine.Reason("bad_time", 3)),
                        List.of(new Quarantine.QuarantinedFile("ws-1", days.get(3), ODD, "bad_time", 3)),
                        12),
                new History(days, series(1_000), List.of(new History.Amounts("CNY", series(-12)))),
                new Movers(
                        7,
                        "day",
                        List.of(
                                new Mover("workspace", "ws-1", ODD, "CNY", number(12), number(7)),
                                new Mover("account", "acct-1", "", "USD", number(1), number(1_700)))),
                List.of(new ReconciliationLine("usage", "day", "read", "counted", 12_000, 1, number(5), number(6))),
                List.of(new Difference("usage", "day", "ws-1", "5", "6")),
                List.of(set(true, "usage.csv", "excel/usage.csv"), set(false, "bill-lines.csv")),
                new Closing(
                        "late_files",
                        "because " + ODD,
                        "Ann",
                        "2026-11-03",
                        "d1e2",
                        List.of(new Closing.Finding("late_files", "", "ws-1", ODD, "stops"))));
    }

    static RunReport empty() {
        Traffic nothing = new Traffic(0, 0, 0, 0, 0, 0, 0, 0, 0);
        List<BillingDay> days = List.of(BillingDay.parse("2026-10-15"));
        return new RunReport(
                new Run("nightly", "2026-10-15", "2026-10-15", 1, "2026-10-16T02:00:00Z", null, null),
                nothing,
                nothing,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                new Quarantine(List.of(), List.of(), 0),
                new History(days, List.of(BigDecimal.ZERO), List.of()),
                new Movers(0, "day", List.of()),
                List.of(),
                List.of(),
                List.of(),
                null);
    }

    private static Billed billed(String currency, String amount) {
        return new Billed(
                currency,
                1_234,
                1,
                new BigDecimal(amount),
                BigDecimal.ZERO,
                number(2),
                BigDecimal.ZERO,
                new BigDecimal(amount));
    }

    private static DeliveredSet set(boolean isNew, String... paths) {
        return new DeliveredSet(
                "2026-10",
                2,
                "2026-10/r2",
                isNew,
                List.of(paths).stream()
                        .map(path -> new DeliveredSet.File(path, 12_345, 1_234_567))
                        .toList());
    }

    private static List<BigDecimal> series(int factor) {
        return IntStream.range(0, 30)
                .mapToObj(day -> number(factor * ((long) day - 9)))
                .toList();
    }

    private static BigDecimal number(long number) {
        return BigDecimal.valueOf(number);
    }
}
