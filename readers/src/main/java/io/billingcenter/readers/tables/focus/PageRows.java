package io.billingcenter.readers.tables.focus;

import io.billingcenter.domain.time.BillingMonth;
import io.billingcenter.readers.tables.focus.LineRef.WorkspaceDate;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/**
 * Runs the queries of a page. Each joins a table of values to a lateral subquery, so that every row is found by an index, on every
 * database and whatever its statistics say.
 */
final class PageRows {

    private static final int BATCH = 400;
    private static final String DAYS = "{days}";

    private static final String BY_ACCOUNT =
            "SELECT l.* FROM %s CROSS JOIN LATERAL (SELECT " + LinePosting.COLUMNS + """
             FROM posting p
            WHERE p.account_id = account.account_id AND p.currency = account.currency
              AND p.posted_day >= :from AND p.posted_day < :to) l""";

    private static final String BY_WORKSPACE =
            "SELECT l.* FROM {days} CROSS JOIN LATERAL (SELECT " + LinePosting.COLUMNS + """
             FROM posting p
            WHERE p.account_id = :account AND p.posted_day = day.posted_day AND p.workspace_id >= :firstWorkspace
              AND p.workspace_id <= :lastWorkspace AND p.currency = :currency) l""";

    private static final String PAYMENTS = """
            SELECT l.* FROM {days} CROSS JOIN LATERAL (
              SELECT p.posted_day, p.billing_day, p.account_id, p.currency, p.settlement, p.workspace_id, p.meter,
                p.retention_days, p.agreement_id, p.side, p.instrument, p.paid, p.left_change, p.entry_number
              FROM line_payment p
              WHERE p.posted_day = day.posted_day AND p.account_id >= :first AND p.account_id <= :last
                AND p.workspace_id >= :firstWorkspace AND p.workspace_id <= :lastWorkspace
                AND p.side IN ('voucher', 'prepaid_card', 'vendor')) l""";

    private static final String OF_LINE = """
            SELECT p.side, p.instrument, p.paid FROM line_payment p
            WHERE p.posted_day = :posted AND p.account_id = :account AND p.workspace_id = :workspace
              AND p.billing_day = :day AND p.meter = :meter AND p.retention_days = :retention
              AND p.agreement_id = :agreement AND p.settlement = :settlement AND p.currency = :currency AND p.paid <> 0
            ORDER BY p.entry_number, p.source_number, p.side""";

    private static final String EARLIER = "SELECT l.* FROM %s CROSS JOIN LATERAL (SELECT " + LinePosting.COLUMNS + """
             FROM posting p
            WHERE p.workspace_id = line.workspace_id AND p.billing_day = line.billing_day
              AND p.posted_day < :from AND p.account_id >= :first AND p.account_id <= :last
              AND p.kind <> 'credit') l""";

    private static final String RATINGS = """
            SELECT l.* FROM %s CROSS JOIN LATERAL (
              SELECT r.workspace_id, r.billing_day, r.rating, r.usage, r.charges FROM rated_day r
              WHERE r.workspace_id = line.workspace_id AND r.billing_day = line.billing_day
                AND r.charges IS NOT NULL) l""";

    private final NamedParameterJdbcTemplate jdbc;
    private final Map<String, Object> month;
    private final String days;

    /**
     * Queries of a month.
     *
     * @param bounds parameters {@code from} and {@code to}
     */
    PageRows(NamedParameterJdbcTemplate jdbc, BillingMonth month, Map<String, Object> bounds) {
        this.jdbc = jdbc;
        this.month = bounds;
        LocalDate first = month.firstDay().date();
        this.days = first.datesUntil(month.endExclusive().date())
                .map(day -> "(DATE '" + day + "')")
                .collect(Collectors.joining(", ", "(VALUES ", ") AS day (posted_day)"));
    }

    /** Gives the postings of the month. */
    List<LinePosting> postings(FocusPage page) {
        Map<String, Object> parameters = parameters(page);
        String sql = page.workspaces() == null ? page.accounts().in(BY_ACCOUNT) : BY_WORKSPACE.replace(DAYS, days);
        return jdbc.query(sql, page.accounts().parameters(parameters), (row, number) -> LinePosting.of(row));
    }

    /** Gives the rows of what paid lines of the month, without cash. */
    void payments(FocusPage page, RowCallbackHandler row) {
        jdbc.query(PAYMENTS.replace(DAYS, days), parameters(page), row);
    }

    /** Returns all payments of a line on a posted day, in the order of the ledger. */
    List<CreditPayments.Payment> paymentsOf(LineRef line, LocalDate postedDay) {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("posted", postedDay);
        parameters.put("account", line.account());
        parameters.put("workspace", line.workspace());
        parameters.put("day", line.billingDay());
        parameters.put("meter", line.meter());
        parameters.put("retention", line.retentionDays());
        parameters.put("agreement", line.agreement());
        parameters.put("settlement", line.settlement());
        parameters.put("currency", line.currency());
        return jdbc.query(
                OF_LINE,
                parameters,
                (row, number) -> new CreditPayments.Payment(
                        row.getString("side"), row.getString("instrument"), row.getBigDecimal("paid")));
    }

    /** Gives the postings of workspace-days before the month. */
    List<LinePosting> earlier(FocusPage page, Collection<WorkspaceDate> of) {
        List<LinePosting> earlier = new ArrayList<>();
        inBatches(EARLIER, of, parameters(page), row -> earlier.add(LinePosting.of(row)));
        return earlier;
    }

    /** Gives the ratings of workspace-days. */
    void ratings(Collection<WorkspaceDate> of, RowCallbackHandler row) {
        inBatches(RATINGS, of, Map.of(), row);
    }

    private void inBatches(
            String sql, Collection<WorkspaceDate> of, Map<String, Object> others, RowCallbackHandler row) {
        List<WorkspaceDate> all = List.copyOf(of);
        for (int start = 0; start < all.size(); start += BATCH) {
            List<WorkspaceDate> batch = all.subList(start, Math.min(start + BATCH, all.size()));
            Map<String, Object> parameters = new HashMap<>(others);
            for (int i = 0; i < batch.size(); i++) {
                parameters.put("w" + i, batch.get(i).workspace());
                parameters.put("d" + i, batch.get(i).day());
            }
            String lines = IntStream.range(0, batch.size())
                    .mapToObj(i -> "(CAST(:w" + i + " AS VARCHAR(64)), CAST(:d" + i + " AS DATE))")
                    .collect(Collectors.joining(", ", "(VALUES ", ") AS line (workspace_id, billing_day)"));
            jdbc.query(sql.formatted(lines), parameters, row);
        }
    }

    private Map<String, Object> parameters(FocusPage page) {
        Map<String, Object> parameters = new HashMap<>(month);
        parameters.put("first", page.firstAccount());
        parameters.put("last", page.lastAccount());
        parameters.put("account", page.firstAccount());
        parameters.put("currency", page.accounts().accounts().get(0).currency().getCurrencyCode());
        FocusPage.Workspaces workspaces = page.workspaces();
        parameters.put("firstWorkspace", workspaces == null ? "" : workspaces.first());
        parameters.put(
                "lastWorkspace",
                workspaces == null ? io.billingcenter.readers.tables.paging.WorkspaceRange.HIGHEST : workspaces.last());
        return parameters;
    }
}
