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
 * Payers that queries take as a table. A query that joins the table to a {@code LATERAL} subquery looks up each payer by an
 * index, on every database and whatever its statistics say.
 *
 * @param payers at least one
 */
public record PayerPage(List<Payer> payers) {

    /**
     * A payer and the number of rows that a page grows by with it.
     *
     * @param rows number of rows
     */
    public record Weight(Payer payer, long rows) {

        /** Returns the payer and the number in the columns {@code account_id}, {@code currency} and {@code weight} of a row. */
        public static Weight of(ResultSet row) throws SQLException {
            return new Weight(PayerPage.payer(row), row.getLong("weight"));
        }
    }

    private static final String ACCOUNT = "account";
    private static final String CURRENCY = "currency";

    /** Copies the payers. */
    public PayerPage {
        payers = List.copyOf(payers);
    }

    /**
     * Divides payers into pages, in their order.
     *
     * @param most largest number of payers of a page
     * @param mostRows number of rows that ends a page; a payer with more has a page of its own
     */
    public static List<PayerPage> pages(List<Weight> weights, int most, long mostRows) {
        List<PayerPage> pages = new ArrayList<>();
        List<Payer> page = new ArrayList<>();
        long rows = 0;
        for (Weight weight : weights) {
            if (!page.isEmpty() && (page.size() == most || rows + weight.rows() > mostRows)) {
                pages.add(new PayerPage(page));
                page.clear();
                rows = 0;
            }
            page.add(weight.payer());
            rows += weight.rows();
        }
        if (!page.isEmpty()) {
            pages.add(new PayerPage(page));
        }
        return pages;
    }

    /**
     * Returns a query with the payers in it.
     *
     * @param query has {@code %s} where a FROM takes the table {@code payer} with the columns {@code account_id} and {@code
     *     currency}
     */
    public String in(String query) {
        return query.formatted(table());
    }

    private String table() {
        return IntStream.range(0, payers.size())
                .mapToObj(i -> "(CAST(:" + ACCOUNT + i + " AS VARCHAR(64)), CAST(:" + CURRENCY + i + " AS VARCHAR(3)))")
                .collect(Collectors.joining(", ", "(VALUES ", ") AS payer (account_id, currency)"));
    }

    /** Returns the parameters of the table together with others. */
    public Map<String, Object> parameters(Map<String, Object> others) {
        Map<String, Object> parameters = new HashMap<>(others);
        for (int i = 0; i < payers.size(); i++) {
            parameters.put(ACCOUNT + i, payers.get(i).account().value());
            parameters.put(CURRENCY + i, payers.get(i).currency().getCurrencyCode());
        }
        return parameters;
    }

    /** Returns the payer in the columns {@code account_id} and {@code currency} of a row. */
    public static Payer payer(ResultSet row) throws SQLException {
        return new Payer(PostingTable.ACCOUNT_ID.get(row), PostingTable.CURRENCY.get(row));
    }
}
