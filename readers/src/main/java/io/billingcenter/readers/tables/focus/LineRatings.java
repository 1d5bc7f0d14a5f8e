package io.billingcenter.readers.tables.focus;

import io.billingcenter.domain.pricing.Charge;
import io.billingcenter.domain.pricing.PackageRules;
import io.billingcenter.domain.usage.Meter;
import io.billingcenter.domain.usage.MeterTier;
import io.billingcenter.domain.usage.Usage;
import io.billingcenter.readers.tables.focus.LineRef.WorkspaceDate;
import io.billingcenter.schema.billing.RatedDayTable;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The ratings behind the lines of a page: their list prices, and what packages covered. */
final class LineRatings {

    private record Rated(List<Usage> usage, List<Charge> charges) {}

    private final Map<WorkspaceDate, NavigableMap<Integer, Rated>> byDay = new HashMap<>();

    /** Adds the rating in the current row. */
    void add(ResultSet row) throws SQLException {
        WorkspaceDate day =
                new WorkspaceDate(row.getString("workspace_id"), row.getObject("billing_day", LocalDate.class));
        byDay.computeIfAbsent(day, first -> new TreeMap<>())
                .put(RatedDayTable.RATING.get(row), new Rated(RatedDayTable.usage(row), RatedDayTable.charges(row)));
    }

    /** Returns the list price of a line at a rating; of what is taken back, that of the charge before. Null if no book has one. */
    @Nullable
    BigDecimal listPrice(LineRef line, MeterTier tier, int rating) {
        NavigableMap<Integer, Rated> ratings = byDay.get(line.workspaceDate());
        if (ratings == null) {
            return null;
        }
        for (Rated rated : ratings.headMap(rating, true).descendingMap().values()) {
            for (Charge charge : rated.charges()) {
                if (charge.tier().equals(tier)
                        && charge.exact().currency().getCurrencyCode().equals(line.currency())) {
                    return charge.listPrice();
                }
            }
        }
        return null;
    }

    /** Returns the quantity that packages covered of the meter, for its line at the tier in which quotas are counted. */
    BigDecimal covered(LineRef line, MeterTier tier, int rating) {
        NavigableMap<Integer, Rated> ratings = byDay.get(line.workspaceDate());
        Rated rated = ratings == null ? null : ratings.get(rating);
        if (rated == null || !tier.equals(PackageRules.defaultTier(tier.meter()))) {
            return BigDecimal.ZERO;
        }
        Meter meter = tier.meter();
        List<Usage> used = rated.usage().stream()
                .filter(usage -> usage.tier().meter() == meter)
                .toList();
        List<Usage> charged = rated.charges().stream()
                .filter(charge -> charge.tier().meter() == meter)
                .map(charge -> new Usage(charge.tier(), charge.quantity()))
                .toList();
        return PackageRules.converted(used)
                .subtract(PackageRules.converted(charged))
                .max(BigDecimal.ZERO);
    }
}
