package io.billingcenter.jobs.reference;

import io.billingcenter.domain.account.BillingAccount;
import io.billingcenter.domain.account.BillingAccountId;
import io.billingcenter.domain.pricing.ContractPrice;
import io.billingcenter.domain.pricing.PriceBook;
import io.billingcenter.domain.pricing.PriceBooks;
import io.billingcenter.domain.pricing.PriceChecks;
import io.billingcenter.domain.reference.ReferenceData;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.readers.tables.pricing.PriceBookTableReader;
import io.billingcenter.readers.tables.reference.BillingAccounts;
import io.billingcenter.readers.tables.reference.ReferenceTableReader;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Reports prices of an import that look like typing errors, compared with the tables before it.
 * The first import of a database reports nothing.
 */
public final class PriceReports {

    private final JdbcTemplate jdbc;
    private final PriceChecks checks;

    /**
     * Reports on an import into this database.
     *
     * @param factor by which a price may differ from the book before
     */
    public PriceReports(JdbcTemplate jdbc, int factor) {
        this.jdbc = jdbc;
        this.checks = new PriceChecks(factor);
    }

    /** Returns the prices of new or corrected books that are far from those of the book before. */
    public List<String> ofBooks(Collection<PriceBook> books) {
        NavigableMap<BillingDay, PriceBook> stored = stored();
        NavigableMap<BillingDay, PriceBook> all = with(stored, books);
        List<String> lines = new ArrayList<>();
        if (!stored.isEmpty()) {
            for (PriceBook book : books) {
                PriceBook known = stored.get(book.version());
                Map.Entry<BillingDay, PriceBook> before = all.lowerEntry(book.version());
                boolean isNew = known == null || !known.digest().equals(book.digest());
                if (isNew && before != null) {
                    lines.addAll(checks.changes(book, before.getValue()));
                }
            }
        }
        return lines;
    }

    /**
     * Returns the new contract prices that are far from the list price.
     *
     * @param data reference data that is about to be imported
     * @param books price books that are about to be imported
     * @param day day of the run
     */
    public List<String> ofContracts(ReferenceData data, Collection<PriceBook> books, BillingDay day) {
        if (!new BillingAccounts(jdbc).exist()) {
            return List.of();
        }
        Set<ContractPrice> known = new HashSet<>(new ReferenceTableReader(jdbc).contractPriceList());
        List<ContractPrice> brought = data.contractPrices().stream()
                .filter(price -> !known.contains(price))
                .toList();
        Map<BillingAccountId, Currency> currencies =
                data.billingAccounts().stream().collect(Collectors.toMap(BillingAccount::id, BillingAccount::currency));
        PriceBooks priceBooks = new PriceBooks(with(stored(), books).values());
        return checks.oddContracts(brought, priceBooks, currencies, day);
    }

    private NavigableMap<BillingDay, PriceBook> stored() {
        return with(new TreeMap<>(), new PriceBookTableReader(jdbc).priceBooks().books());
    }

    private static NavigableMap<BillingDay, PriceBook> with(
            NavigableMap<BillingDay, PriceBook> books, Collection<PriceBook> more) {
        NavigableMap<BillingDay, PriceBook> all = new TreeMap<>(books);
        more.forEach(book -> all.put(book.version(), book));
        return all;
    }
}
