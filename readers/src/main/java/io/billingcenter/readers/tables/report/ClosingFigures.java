package io.billingcenter.readers.tables.report;

import io.billingcenter.domain.report.RunReport.Closing;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.schema.invoicing.MonthCloseFindingTable;
import io.billingcenter.schema.invoicing.MonthCloseTable;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** Reads the circumstances under which the month of a report was closed. */
final class ClosingFigures {

    private final JdbcTemplate jdbc;
    private final ReportScope scope;

    ClosingFigures(JdbcTemplate jdbc, ReportScope scope) {
        this.jdbc = jdbc;
        this.scope = scope;
    }

    @Nullable
    Closing closing() {
        String month = scope.period().toString();
        return jdbc
                .query(
                        MonthCloseTable.TABLE.select() + " WHERE billing_month = ?",
                        (row, number) -> new Closing(
                                MonthCloseTable.ACCEPTED.get(row),
                                MonthCloseTable.REASON.get(row),
                                MonthCloseTable.ACCEPTED_BY.get(row),
                                text(MonthCloseTable.ACCEPTED_ON.getOrNull(row)),
                                MonthCloseTable.DIGEST.get(row),
                                findings(month)),
                        month)
                .stream()
                .findFirst()
                .orElse(null);
    }

    private List<Closing.Finding> findings(String month) {
        return jdbc.query(
                MonthCloseFindingTable.TABLE.select() + " WHERE billing_month = ? ORDER BY item",
                (row, number) -> new Closing.Finding(
                        MonthCloseFindingTable.REASON.get(row),
                        text(MonthCloseFindingTable.FINDING_DAY.getOrNull(row)),
                        MonthCloseFindingTable.SUBJECT.get(row),
                        MonthCloseFindingTable.DETAIL.get(row),
                        MonthCloseFindingTable.EFFECT.get(row)),
                month);
    }

    private static String text(@Nullable BillingDay day) {
        return day == null ? "" : day.toString();
    }
}
