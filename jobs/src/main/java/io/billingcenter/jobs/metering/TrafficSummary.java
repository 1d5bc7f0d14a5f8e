package io.billingcenter.jobs.metering;

import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.domain.time.DayRange;
import io.billingcenter.jobs.launch.Folders;
import io.billingcenter.jobs.summary.Summary;
import io.billingcenter.jobs.summary.SummaryOrder;
import io.billingcenter.jobs.summary.SummarySection;
import io.billingcenter.readers.tables.metering.ReadTotals;
import io.billingcenter.readers.tables.metering.ReadTotals.OfDay;
import io.billingcenter.readers.tables.quarantine.RepairedCounts;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The traffic that was read for the day. */
@Component
@Order(SummaryOrder.TRAFFIC)
class TrafficSummary implements SummarySection {

    private final JdbcTemplate jdbc;
    private final Folders folders;
    private final FetchReport fetched;

    TrafficSummary(JdbcTemplate jdbc, Folders folders, FetchReport fetched) {
        this.fetched = fetched;
        this.jdbc = jdbc;
        this.folders = folders;
    }

    @Override
    public void write(Summary summary) {
        if (!summary.request().isOfBillingDay()) {
            return;
        }
        fetched.of(summary.runId()).forEach(line -> summary.row("fetched", line));
        BillingDay day = summary.request().requireDay();
        ReadTotals totals = new ReadTotals(jdbc);
        OfDay read = totals.of(day);
        if (read.workspaces() == 0) {
            String expected = folders.trafficPlace() + "/<workspace_id>/" + day;
            summary.row("traffic", "none at " + expected + otherDays(totals));
            return;
        }
        long quarantined = read.conflicts() + read.quarantined();
        summary.row("workspaces", Summary.count(read.workspaces()));
        summary.row(
                "records",
                Summary.count(read.records()) + " in " + Summary.count(read.files()) + " files: "
                        + Summary.count(read.accepted()) + " accepted, " + Summary.count(read.duplicates())
                        + " duplicate, " + Summary.count(read.conflicts()) + " conflicting, "
                        + Summary.count(read.quarantined()) + " quarantined" + repaired(day, quarantined)
                        + (read.unreadableFiles() == 0 ? "" : "; " + read.unreadableFiles() + " files unreadable"));
        if (quarantined + read.unreadableFiles() > 0) {
            summary.row("", "see: billing quarantine --day " + day);
        }
    }

    private String repaired(BillingDay day, long quarantined) {
        long repaired = quarantined == 0
                ? 0
                : new RepairedCounts(jdbc)
                        .of(new DayRange(day, day.plusDays(1))).values().stream()
                                .mapToLong(Long::longValue)
                                .sum();
        return repaired == 0 ? "" : "; " + Summary.count(repaired) + " of these repaired";
    }

    private static String otherDays(ReadTotals totals) {
        return totals.lastDay()
                .map(last -> "; the last day read is " + last)
                .orElse("; nothing was ever read: wrong day or wrong folder?");
    }
}
