package io.billingcenter.readers.files.pricing;

import io.billingcenter.domain.digest.Digests;
import io.billingcenter.domain.pricing.PriceBook;
import io.billingcenter.domain.pricing.PriceBook.Position;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.domain.usage.MeterTier;
import io.billingcenter.readers.files.csv.Cell;
import io.billingcenter.readers.files.csv.CsvFormat;
import io.billingcenter.readers.files.csv.CsvRow;
import io.billingcenter.readers.files.csv.CsvTable;
import io.billingcenter.readers.files.csv.Problem;
import io.billingcenter.readers.files.csv.Problems;
import io.billingcenter.readers.files.csv.TierCells;
import io.billingcenter.readers.files.csv.UniqueKeys;
import io.billingcenter.readers.files.csv.ValueType;
import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * One version of the price list, named after its first billing day: {@code 2024-11-06.csv}. Lines that start with
 * {@code #} are remarks.
 *
 * <pre>
 * meter,retention_days,unit,cn_cny,os_cny,cn_usd,os_usd
 * series,7,1000,0.7,1.8,0.1,0.26
 * sms,,10,1,,,
 * </pre>
 *
 * <ul>
 *   <li>meter: code of the meter
 *   <li>retention_days: the tier in days; empty where the price does not depend on retention
 *   <li>unit: number of base units that the price is for; must equal the unit of the meter and is repeated for the
 *       reader of the file
 *   <li>cn_cny, os_cny, cn_usd, os_usd: price of one unit and day for sites in mainland China or overseas, in that
 *       currency, at least 0 with at most 7 decimals; empty: not offered
 * </ul>
 *
 * <p>{@link RequiredPrices} defines the rows that a book must have and the version that may be empty.
 */
final class PriceBookFile {

    private static final String METER = "meter";
    private static final String RETENTION_DAYS = "retention_days";
    private static final String UNIT = "unit";

    private static final List<String> COLUMNS = Stream.concat(
                    Stream.of(METER, RETENTION_DAYS, UNIT),
                    Stream.of(PriceColumn.values()).map(PriceColumn::header))
            .toList();

    private static final ValueType<BigDecimal> PRICE = ValueType.decimal(7);
    private static final ValueType<String> UNIT_TEXT = ValueType.text(20);

    private final String name;
    private final BillingDay version;
    private final Problems problems;
    private final UniqueKeys<MeterTier> tiers = new UniqueKeys<>("a meter and retention");
    private final Set<MeterTier> found = new HashSet<>();

    PriceBookFile(String name, BillingDay version, Problems problems) {
        this.name = name;
        this.version = version;
        this.problems = problems;
    }

    /** Returns the book. Faults go to the problems, and a book with a fault must not be used. */
    PriceBook read(byte[] content) {
        CsvTable table = CsvTable.parse(CsvFormat.withRemarks(name, COLUMNS), content, problems);
        Map<Position, BigDecimal> prices = new HashMap<>();
        table.rows().forEach(row -> prices.putAll(prices(row)));
        if (table.complete()) {
            refuseGaps();
        }
        return new PriceBook(version, prices, Digests.sha256(content));
    }

    private Map<Position, BigDecimal> prices(CsvRow row) {
        TierCells cells = TierCells.read(row, METER, RETENTION_DAYS);
        cells.tier().ifPresent(tier -> {
            tiers.claim(tier, cells.meter());
            found.add(tier);
        });
        cells.meter()
                .value()
                .map(meter -> Long.toString(meter.unit()))
                .ifPresent(unit -> row.cell(UNIT, UNIT_TEXT).require(unit::equals, "the meter's unit " + unit));
        Map<PriceColumn, Cell<Optional<BigDecimal>>> priceCells = new EnumMap<>(PriceColumn.class);
        Stream.of(PriceColumn.values())
                .forEach(column -> priceCells.put(column, row.optionalCell(column.header(), PRICE)));
        if (Stream.of(PriceColumn.values())
                .allMatch(column -> row.text(column.header()).isEmpty())) {
            row.refuse(PriceColumn.CN_CNY.header(), "at least one price in the row");
        }
        return row.fact(() -> pricesByPosition(cells.get(), priceCells)).orElse(Map.of());
    }

    private static Map<Position, BigDecimal> pricesByPosition(
            MeterTier tier, Map<PriceColumn, Cell<Optional<BigDecimal>>> cells) {
        Map<Position, BigDecimal> prices = new HashMap<>();
        cells.forEach((column, cell) -> cell.get().ifPresent(price -> prices.put(column.position(tier), price)));
        return prices;
    }

    private void refuseGaps() {
        if (found.isEmpty()) {
            if (!RequiredPrices.mayBeEmpty(version)) {
                problems.add(new Problem(name, 0, "", "no rows", "the header and a row for every meter and tier"));
            }
            return;
        }
        RequiredPrices.of(version).stream()
                .filter(tier -> !found.contains(tier))
                .forEach(tier -> problems.add(new Problem(name, 0, METER, "no row", "a row for " + tier)));
    }
}
