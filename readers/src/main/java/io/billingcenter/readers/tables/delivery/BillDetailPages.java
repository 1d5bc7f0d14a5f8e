package io.billingcenter.readers.tables.delivery;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/**
 * Cuts the lines of a billing day on the bills of a posted day into pages, in the order of account and workspace. A page
 * has accounts that follow each other, whole, or workspaces of one account that is too large for a page. Each page is a
 * range of an index, so that all of them together are read once, however many there are.
 */
final class BillDetailPages {

    /**
     * A page: the keys from the first one to the last one, both included.
     *
     * @param account the account whose workspaces the keys are; empty when the keys are accounts
     */
    record Page(String account, String first, String last) {

        boolean isPartOfAccount() {
            return !account.isEmpty();
        }
    }

    /** Account or workspace, with its lines. */
    private record Counted(String key, long lines) {}

    private static final String BY_ACCOUNT = """
            SELECT account_id AS counted, COUNT(*) AS lines FROM posting
            WHERE posted_day = :posted AND billing_day = :day
            GROUP BY account_id ORDER BY account_id""";

    private static final String BY_WORKSPACE = """
            SELECT workspace_id AS counted, COUNT(*) AS lines FROM posting
            WHERE posted_day = :posted AND billing_day = :day AND account_id = :account
            GROUP BY workspace_id ORDER BY workspace_id""";

    private final NamedParameterJdbcTemplate jdbc;
    private final long mostLines;

    /**
     * Pages of tables that are read through the template.
     *
     * @param mostLines lines of a page, unless one workspace has more; at least 1
     */
    BillDetailPages(NamedParameterJdbcTemplate jdbc, long mostLines) {
        this.jdbc = jdbc;
        this.mostLines = mostLines;
    }

    /** Returns the pages in order, by the parameters {@code posted} and {@code day}. */
    List<Page> of(Map<String, Object> parameters) {
        List<Page> pages = new ArrayList<>();
        List<Counted> small = new ArrayList<>();
        for (Counted account : counted(BY_ACCOUNT, parameters)) {
            if (account.lines() <= mostLines) {
                small.add(account);
            } else {
                pages.addAll(cut("", small));
                small.clear();
                Map<String, Object> ofAccount = new HashMap<>(parameters);
                ofAccount.put("account", account.key());
                pages.addAll(cut(account.key(), counted(BY_WORKSPACE, ofAccount)));
            }
        }
        pages.addAll(cut("", small));
        return pages;
    }

    private List<Page> cut(String account, List<Counted> counted) {
        List<Page> pages = new ArrayList<>();
        int first = 0;
        long lines = 0;
        for (int next = 0; next < counted.size(); next++) {
            long more = counted.get(next).lines();
            if (next > first && lines + more > mostLines) {
                pages.add(page(account, counted, first, next));
                first = next;
                lines = 0;
            }
            lines += more;
        }
        if (first < counted.size()) {
            pages.add(page(account, counted, first, counted.size()));
        }
        return pages;
    }

    private static Page page(String account, List<Counted> counted, int first, int end) {
        return new Page(account, counted.get(first).key(), counted.get(end - 1).key());
    }

    private List<Counted> counted(String sql, Map<String, Object> parameters) {
        return jdbc.query(
                sql, parameters, (row, number) -> new Counted(row.getString("counted"), row.getLong("lines")));
    }
}
