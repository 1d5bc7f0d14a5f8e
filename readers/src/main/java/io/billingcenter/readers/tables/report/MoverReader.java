package io.billingcenter.readers.tables.report;

import io.billingcenter.domain.report.RunReport.Mover;
import io.billingcenter.domain.report.RunReport.Movers;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Finds the accounts whose amounts differ most from the average of the days or months before. The average is over those under which
 * anything was posted at all; who had nothing on one of them had 0.
 */
final class MoverReader {

    private static final int LISTED = 10;
    private static final int CENTS = 2;

    private final JdbcTemplate jdbc;
    private final ReportScope scope;

    private enum Kind {
        WORKSPACE("workspace", "workspace_id", "SELECT name FROM workspace WHERE workspace_id = ?"),
        ACCOUNT("account", "account_id", "SELECT name FROM billing_account WHERE account_id = ?");

        private final String text;
        private final String column;
        private final String name;

        Kind(String text, String column, String name) {
            this.text = text;
            this.column = column;
            this.name = name;
        }
    }

    MoverReader(JdbcTemplate jdbc, ReportScope scope) {
        this.jdbc = jdbc;
        this.scope = scope;
    }

    Movers read() {
        String unit = scope.isMonth() ? "month" : "day";
        int earlier = earlierUnits();
        List<Mover> movers = new ArrayList<>();
        if (earlier > 0) {
            for (String currency : currencies()) {
                for (Kind kind : Kind.values()) {
                    movers.addAll(read(kind, currency, earlier));
                }
            }
        }
        return new Movers(earlier, unit, movers);
    }

    private int earlierUnits() {
        Set<String> units = new HashSet<>();
        jdbc.query(
                "SELECT DISTINCT posted_day FROM posting WHERE posted_day >= ? AND posted_day < ?",
                row -> {
                    units.add(scope.unitOf(row.getObject(1, LocalDate.class)));
                },
                scope.earlierFrom(),
                scope.postedFrom());
        return units.size();
    }

    private List<String> currencies() {
        return jdbc.query(
                "SELECT DISTINCT currency FROM posting WHERE posted_day >= ? AND posted_day < ? ORDER BY currency",
                (row, number) -> row.getString("currency"),
                scope.earlierFrom(),
                scope.postedEnd());
    }

    private List<Mover> read(Kind kind, String currency, int earlier) {
        String sql = """
                SELECT t.id, t.amount, t.before_amount FROM (
                  SELECT %1$s AS id, SUM(CASE WHEN posted_day >= ? THEN amount ELSE 0 END) AS amount,
                    SUM(CASE WHEN posted_day < ? THEN amount ELSE 0 END) AS before_amount
                  FROM posting WHERE posted_day >= ? AND posted_day < ? AND currency = ? AND %1$s <> '' GROUP BY %1$s) t
                WHERE t.amount * %2$s <> t.before_amount
                ORDER BY ABS(t.amount * %2$s - t.before_amount) DESC, t.id FETCH FIRST %3$s ROWS ONLY""".formatted(kind.column, earlier, LISTED);
        return jdbc.query(
                sql,
                (row, n) -> new Mover(
                        kind.text,
                        row.getString("id"),
                        name(kind, row.getString("id")),
                        currency,
                        row.getBigDecimal("amount").setScale(CENTS, RoundingMode.UNNECESSARY),
                        row.getBigDecimal("before_amount")
                                .divide(BigDecimal.valueOf(earlier), CENTS, RoundingMode.HALF_UP)),
                scope.postedFrom(),
                scope.postedFrom(),
                scope.earlierFrom(),
                scope.postedEnd(),
                currency);
    }

    private String name(Kind kind, String id) {
        return jdbc.query(kind.name, (row, number) -> row.getString(1), id).stream()
                .findFirst()
                .orElse("");
    }
}
