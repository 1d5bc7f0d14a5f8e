package io.billingcenter.readers.tables.report;

import io.billingcenter.domain.report.RunReport.Closing;
import java.time.LocalDate;
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
                        "SELECT * FROM month_close WHERE billing_month = ?",
                        (row, number) -> new Closing(
                                row.getString("accepted"),
                                row.getString("reason"),
                                row.getString("accepted_by"),
                                text(row.getObject("accepted_on", LocalDate.class)),
                                row.getString("digest"),
                                findings(month)),
                        month)
                .stream()
                .findFirst()
                .orElse(null);
    }

    private List<Closing.Finding> findings(String month) {
        return jdbc.query(
                "SELECT * FROM month_close_finding WHERE billing_month = ? ORDER BY item",
                (row, number) -> new Closing.Finding(
                        row.getString("reason"),
                        text(row.getObject("finding_day", LocalDate.class)),
                        row.getString("subject"),
                        row.getString("detail"),
                        row.getString("effect")),
                month);
    }

    private static String text(@Nullable LocalDate day) {
        return day == null ? "" : day.toString();
    }
}
