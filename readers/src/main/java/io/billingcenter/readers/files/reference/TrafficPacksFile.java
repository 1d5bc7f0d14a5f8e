package io.billingcenter.readers.files.reference;

import io.billingcenter.domain.pricing.PackSize;
import io.billingcenter.domain.pricing.TrafficPack;
import io.billingcenter.domain.usage.Meter;
import io.billingcenter.readers.files.csv.Cell;
import io.billingcenter.readers.files.csv.CsvFormat;
import io.billingcenter.readers.files.csv.CsvRow;
import io.billingcenter.readers.files.csv.CsvTable;
import io.billingcenter.readers.files.csv.Located;
import io.billingcenter.readers.files.csv.TierCells;
import io.billingcenter.readers.files.csv.UniqueKeys;
import io.billingcenter.readers.files.csv.ValueType;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * Additional quota for packages, {@code traffic_packs.csv} (billing rules 2.6).
 *
 * <pre>
 * pack_id,package_id,meter,quantity,discount
 * pack-1,pkg-1,log,2000000,0.8
 * pack-2,pkg-1,trigger,300000,1
 * </pre>
 *
 * <ul>
 *   <li>pack_id: identifies the pack
 *   <li>package_id: a package of {@code packages.csv}
 *   <li>meter: code of a meter that packs exist for: {@code datakit}, {@code log}, {@code trace}, {@code rum_pv},
 *       {@code synthetic}, {@code trigger} or {@code sms}
 *   <li>quantity: additional quota per day in base units of the meter, a multiple of the basic unit of billing rules
 *       2.6 and at least its minimum
 *   <li>discount: the fraction of the price that is paid, from 0 to 1 with at most 6 decimals
 * </ul>
 */
final class TrafficPacksFile {

    private static final String PACK_ID = "pack_id";
    private static final String PACKAGE_ID = "package_id";
    private static final String METER = "meter";
    private static final String QUANTITY = "quantity";
    private static final String DISCOUNT = "discount";

    static final CsvFormat FORMAT = CsvFormat.of("traffic_packs.csv", PACK_ID, PACKAGE_ID, METER, QUANTITY, DISCOUNT);

    private static final ValueType<BigDecimal> QUANTITIES = ValueType.wholeNumber(18);
    private static final ValueType<BigDecimal> DISCOUNTS = ValueType.decimal(6);

    private TrafficPacksFile() {}

    static List<TrafficPack> read(CsvTable table, References references) {
        UniqueKeys<String> ids = new UniqueKeys<>("an id");
        return Located.facts(table.facts(row -> pack(row, references, ids)));
    }

    private static void requireOffered(Meter known, Cell<Meter> meter) {
        meter.require(
                any -> PackSize.of(known).isPresent(),
                known == Meter.FORWARD_EXTERNAL || known == Meter.FORWARD_STORED
                        ? "another meter: packs of backup logs count records, and this meter counts bytes"
                                + " (billing rules 2.6)"
                        : "a meter of which there are packs (billing rules 2.6)");
    }

    private static void requireFit(PackSize size, Cell<BigDecimal> quantity) {
        quantity.require(
                size::allows,
                "a multiple of " + size.step().toPlainString() + ", at least "
                        + size.least().toPlainString() + " (billing rules 2.6)");
    }

    private static Optional<TrafficPack> pack(CsvRow row, References references, UniqueKeys<String> ids) {
        Cell<String> id = row.cell(PACK_ID, ReferenceTypes.ID);
        Cell<String> packageId = references.usagePackage(row, PACKAGE_ID);
        Cell<Meter> meter = row.cell(METER, TierCells.METER);
        meter.value().ifPresent(known -> requireOffered(known, meter));
        Cell<BigDecimal> quantity =
                row.cell(QUANTITY, QUANTITIES).require(number -> number.signum() > 0, "a quantity above 0");
        meter.value().flatMap(PackSize::of).ifPresent(size -> requireFit(size, quantity));
        Cell<BigDecimal> discount = row.cell(DISCOUNT, DISCOUNTS)
                .require(part -> part.compareTo(BigDecimal.ONE) <= 0, "a discount from 0 to 1");
        ids.claim(id);
        return row.fact(() -> new TrafficPack(id.get(), packageId.get(), meter.get(), quantity.get(), discount.get()));
    }
}
