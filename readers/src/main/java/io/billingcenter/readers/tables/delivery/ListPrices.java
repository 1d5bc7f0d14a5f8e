package io.billingcenter.readers.tables.delivery;

import io.billingcenter.domain.pricing.Charge;
import io.billingcenter.schema.billing.RatedDayTable;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The list prices of the charges of some workspaces on a billing day. That of a line is the one of the last charge of the line
 * in its currency; of what is taken back, that of the charge before.
 */
final class ListPrices {

    private record Key(String workspace, String meter, int retentionDays, String currency) {}

    private final Map<Key, NavigableMap<Integer, Optional<BigDecimal>>> byRating = new HashMap<>();

    /** Adds the charges of the rating in the current row. */
    void add(ResultSet rating) throws SQLException {
        String workspace = RatedDayTable.WORKSPACE_ID.get(rating).value();
        int number = RatedDayTable.RATING.get(rating);
        for (Charge charge : RatedDayTable.charges(rating)) {
            Key key = new Key(
                    workspace,
                    charge.tier().meter().code(),
                    charge.tier().retentionDays(),
                    charge.exact().currency().getCurrencyCode());
            byRating.computeIfAbsent(key, of -> new TreeMap<>()).put(number, Optional.ofNullable(charge.listPrice()));
        }
    }

    /** Returns the list price for the posting in the current row, or null if no charge has one. */
    @Nullable
    BigDecimal of(ResultSet posting) throws SQLException {
        if (!posting.getString("agreement_id").isEmpty()) {
            return null;
        }
        NavigableMap<Integer, Optional<BigDecimal>> prices = byRating.get(new Key(
                posting.getString("workspace_id"),
                posting.getString("meter"),
                posting.getInt("retention_days"),
                posting.getString("currency")));
        Map.Entry<Integer, Optional<BigDecimal>> last =
                prices == null ? null : prices.floorEntry(posting.getInt("rating"));
        return last == null ? null : last.getValue().orElse(null);
    }
}
