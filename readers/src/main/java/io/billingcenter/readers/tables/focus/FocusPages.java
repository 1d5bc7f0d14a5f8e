package io.billingcenter.readers.tables.focus;

import io.billingcenter.readers.tables.paging.BilledAccount;
import io.billingcenter.readers.tables.paging.BilledAccountPage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/** Divides the postings of a month into pages by accounts and, within a large account, by workspaces. */
final class FocusPages {

    private static final int MOST_ACCOUNTS = 200;

    private static final String ACCOUNTS = """
            SELECT p.account_id, p.currency, COUNT(*) AS weight FROM posting p
            WHERE p.posted_day >= :from AND p.posted_day < :to
            GROUP BY p.account_id, p.currency ORDER BY p.account_id, p.currency""";

    private static final String WORKSPACES = """
            SELECT p.workspace_id, COUNT(*) AS weight FROM posting p
            WHERE p.account_id = :account AND p.currency = :currency AND p.posted_day >= :from AND p.posted_day < :to
            GROUP BY p.workspace_id ORDER BY p.workspace_id""";

    private record Counted(String workspace, long rows) {}

    private final NamedParameterJdbcTemplate jdbc;
    private final Map<String, Object> month;
    private final long mostRows;

    /**
     * Pages of tables that are read through the template.
     *
     * @param month parameters {@code from} and {@code to}
     * @param mostRows postings of a page, unless one workspace has more
     */
    FocusPages(NamedParameterJdbcTemplate jdbc, Map<String, Object> month, long mostRows) {
        this.jdbc = jdbc;
        this.month = month;
        this.mostRows = mostRows;
    }

    /**
     * Returns the pages in order.
     *
     * @param others accounts that may have charges without postings
     */
    List<FocusPage> all(Set<BilledAccount> others) {
        Map<BilledAccount, Long> weights = new TreeMap<>(Comparator.comparing(
                        (BilledAccount account) -> account.account().value())
                .thenComparing(account -> account.currency().getCurrencyCode()));
        others.forEach(account -> weights.put(account, 0L));
        jdbc.query(ACCOUNTS, month, (row, number) -> BilledAccountPage.Weight.of(row))
                .forEach(weight -> weights.put(weight.account(), weight.rows()));
        List<FocusPage> pages = new ArrayList<>();
        List<BilledAccountPage.Weight> small = new ArrayList<>();
        weights.forEach((account, rows) -> {
            if (rows <= mostRows) {
                small.add(new BilledAccountPage.Weight(account, rows));
            } else {
                addSmall(small, pages);
                addLarge(account, pages);
            }
        });
        addSmall(small, pages);
        return pages;
    }

    private void addSmall(List<BilledAccountPage.Weight> small, List<FocusPage> pages) {
        BilledAccountPage.pages(small, MOST_ACCOUNTS, mostRows).forEach(page -> pages.add(new FocusPage(page, null)));
        small.clear();
    }

    private void addLarge(BilledAccount account, List<FocusPage> pages) {
        Map<String, Object> parameters = new HashMap<>(month);
        parameters.put("account", account.account().value());
        parameters.put("currency", account.currency().getCurrencyCode());
        List<Counted> counted = jdbc.query(
                WORKSPACES,
                parameters,
                (row, number) -> new Counted(row.getString("workspace_id"), row.getLong("weight")));
        BilledAccountPage page = new BilledAccountPage(List.of(account));
        int first = 0;
        long rows = 0;
        for (int next = 0; next < counted.size(); next++) {
            rows += counted.get(next).rows();
            boolean isLast = next == counted.size() - 1;
            if (isLast || rows + counted.get(next + 1).rows() > mostRows) {
                pages.add(new FocusPage(
                        page,
                        new FocusPage.Workspaces(
                                counted.get(first).workspace(),
                                counted.get(next).workspace(),
                                first == 0,
                                isLast)));
                first = next + 1;
                rows = 0;
            }
        }
    }
}
