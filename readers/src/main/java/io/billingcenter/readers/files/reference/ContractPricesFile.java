package io.billingcenter.readers.files.reference;

import io.billingcenter.domain.account.BillingAccountId;
import io.billingcenter.domain.pricing.ContractPrice;
import io.billingcenter.domain.usage.MeterTier;
import io.billingcenter.readers.files.csv.Cell;
import io.billingcenter.readers.files.csv.CsvFormat;
import io.billingcenter.readers.files.csv.CsvRow;
import io.billingcenter.readers.files.csv.CsvTable;
import io.billingcenter.readers.files.csv.Located;
import io.billingcenter.readers.files.csv.TierCells;
import io.billingcenter.readers.files.csv.ValueType;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * Prices agreed with an account, {@code contract_prices.csv} (reading B10). Each replaces the list price of exactly its
 * meter and retention. The days of an account, meter and retention must not overlap.
 *
 * <pre>
 * account_id,meter,retention_days,price,from,to
 * acct-lotus,log,14,1.35,2026-10-16,
 * acct-lotus,network_host,,0,2026-01-01,2026-07-01
 * </pre>
 *
 * <ul>
 *   <li>account_id: an account of {@code billing_accounts.csv}
 *   <li>meter: code of a meter
 *   <li>retention_days: one of its tiers; empty for a meter without tiers
 *   <li>price: price of one unit and day in the account's currency, at least 0 with at most 7 decimals
 *   <li>from: first billing day
 *   <li>to: first billing day after the range; empty for an open range
 * </ul>
 */
final class ContractPricesFile {

    private static final String ACCOUNT_ID = "account_id";
    private static final String METER = "meter";
    private static final String RETENTION_DAYS = "retention_days";
    private static final String PRICE = "price";
    private static final String FROM = "from";
    private static final String TO = "to";

    static final CsvFormat FORMAT =
            CsvFormat.of("contract_prices.csv", ACCOUNT_ID, METER, RETENTION_DAYS, PRICE, FROM, TO);

    private static final ValueType<BigDecimal> PRICES = ValueType.decimal(7);

    /** The account and tier that can have only one price on a day. */
    private record Scope(BillingAccountId account, MeterTier tier) {

        static Scope of(ContractPrice price) {
            return new Scope(price.account(), price.tier());
        }
    }

    private ContractPricesFile() {}

    static List<ContractPrice> read(CsvTable table, References references) {
        List<Located<ContractPrice>> prices = table.facts(row -> price(row, references));
        Overlaps.refuse(prices, Scope::of, ContractPrice::days, FROM);
        return Located.facts(prices);
    }

    private static Optional<ContractPrice> price(CsvRow row, References references) {
        Cell<BillingAccountId> account = references.account(row, ACCOUNT_ID);
        TierCells tier = TierCells.read(row, METER, RETENTION_DAYS);
        Cell<BigDecimal> price = row.cell(PRICE, PRICES);
        DayRangeCells days = DayRangeCells.read(row, FROM, TO);
        return row.fact(() -> new ContractPrice(account.get(), tier.get(), price.get(), days.get()));
    }
}
