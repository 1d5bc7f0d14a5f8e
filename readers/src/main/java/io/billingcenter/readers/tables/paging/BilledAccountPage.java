package io.billingcenter.readers.tables.paging;

import io.billingcenter.schema.billing.PostingTable;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Billed accounts that queries take as a table. A query that joins the table to a {@code LATERAL} subquery looks up each account by an
 * index, on every database and whatever its statistics say.
 *
 * @param accounts at least one
 */
public record BilledAccountPage(List<BilledAccount> accounts) {

    /**
     * A account and the number of rows that a page grows by with it.
     *
     * @param rows number of rows
     */
    public record Weight(BilledAccount account, long rows) {

        /** Returns the account and the number in the columns {@code account_id}, {@code currency} and {@code weight} of a row. */
        public static Weight of(ResultSet row) throws SQLException {
            return new Weight(BilledAccountPage.account(row), row.getLong("weight"));
        }
    }

    private static final String ACCOUNT = "account";
    private static final String CURRENCY = "currency";

    /** Copies the accounts. */
    public BilledAccountPage {
        accounts = List.copyOf(accounts);
    }

    /**
     * Divides accounts into pages, in their order.
     *
     * @param most largest number of accounts of a page
     * @param mostRows number of rows that ends a page; a account with more has a page of its own
     */
    public static List<BilledAccountPage> pages(List<Weight> weights, int most, long mostRows) {
        List<BilledAccountPage> pages = new ArrayList<>();
        List<BilledAccount> page = new ArrayList<>();
        long rows = 0;
        for (Weight weight : weights) {
            if (!page.isEmpty() && (page.size() == most || rows + weight.rows() > mostRows)) {
                pages.add(new BilledAccountPage(page));
                page.clear();
                rows = 0;
            }
            page.add(weight.account());
            rows += weight.rows();
        }
        if (!page.isEmpty()) {
            pages.add(new BilledAccountPage(page));
        }
        return pages;
    }

    /**
     * Returns a query with the accounts in it.
     *
     * @param query has {@code %s} where a FROM takes the table {@code account} with the columns {@code account_id} and {@code
     *     currency}
     */
    public String in(String query) {
        return query.formatted(table());
    }

    private String table() {
        return IntStream.range(0, accounts.size())
                .mapToObj(i -> "(CAST(:" + ACCOUNT + i + " AS VARCHAR(64)), CAST(:" + CURRENCY + i + " AS VARCHAR(3)))")
                .collect(Collectors.joining(", ", "(VALUES ", ") AS account (account_id, currency)"));
    }

    /** Returns the parameters of the table together with others. */
    public Map<String, Object> parameters(Map<String, Object> others) {
        Map<String, Object> parameters = new HashMap<>(others);
        for (int i = 0; i < accounts.size(); i++) {
            parameters.put(ACCOUNT + i, accounts.get(i).account().value());
            parameters.put(CURRENCY + i, accounts.get(i).currency().getCurrencyCode());
        }
        return parameters;
    }

    /** Returns the account in the columns {@code account_id} and {@code currency} of a row. */
    public static BilledAccount account(ResultSet row) throws SQLException {
        return new BilledAccount(PostingTable.ACCOUNT_ID.get(row), PostingTable.CURRENCY.get(row));
    }
}
