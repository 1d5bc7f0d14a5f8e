package io.billingcenter.readers.files.reference;

import io.billingcenter.domain.account.WorkspaceId;
import io.billingcenter.domain.pricing.PrivateScheme;
import io.billingcenter.domain.pricing.PrivateTariff;
import io.billingcenter.readers.files.csv.Cell;
import io.billingcenter.readers.files.csv.CsvFormat;
import io.billingcenter.readers.files.csv.CsvRow;
import io.billingcenter.readers.files.csv.CsvTable;
import io.billingcenter.readers.files.csv.Located;
import io.billingcenter.readers.files.csv.ValueType;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Prices of private deployments, {@code private_tariffs.csv} (billing rules 8). The days of a workspace must not
 * overlap.
 *
 * <pre>
 * workspace_id,scheme,collectors,price,maintenance,from,to
 * ws-own,payg,,2.5,,2026-01-01,2027-01-01
 * ws-own,subscription,120,900,,2027-01-01,2028-01-01
 * ws-bank,licence,500,4000,600,2026-03-01,
 * </pre>
 *
 * <ul>
 *   <li>workspace_id: a workspace of {@code workspaces.csv}
 *   <li>scheme: {@code payg}, {@code subscription} or {@code licence}
 *   <li>collectors: number of supported collectors, a whole number above 0; empty for {@code payg}
 *   <li>price: price of one collector in the currency of the bound account: for a day, with at most 7 decimals
 *       ({@code payg}), for a year ({@code subscription}) or once ({@code licence}), with at most 2
 *   <li>maintenance: yearly fee of one collector, from the second year on, with at most 2 decimals; only for
 *       {@code licence}, empty for none
 *   <li>from: first billing day
 *   <li>to: first billing day after the range; empty for an open range
 * </ul>
 */
final class PrivateTariffsFile {

    private static final String WORKSPACE_ID = "workspace_id";
    private static final String SCHEME = "scheme";
    private static final String COLLECTORS = "collectors";
    private static final String PRICE = "price";
    private static final String MAINTENANCE = "maintenance";
    private static final String FROM = "from";
    private static final String TO = "to";

    static final CsvFormat FORMAT =
            CsvFormat.of("private_tariffs.csv", WORKSPACE_ID, SCHEME, COLLECTORS, PRICE, MAINTENANCE, FROM, TO);

    private static final ValueType<PrivateScheme> SCHEMES = ValueType.oneOf(
            Stream.of(PrivateScheme.values()).map(PrivateScheme::code).toList(), PrivateScheme::ofCode);
    private static final ValueType<BigDecimal> COLLECTOR_NUMBERS = ValueType.wholeNumber(9);
    private static final ValueType<BigDecimal> DAY_PRICES = ValueType.decimal(7);
    private static final ValueType<BigDecimal> YEAR_PRICES = ValueType.decimal(2);

    private PrivateTariffsFile() {}

    static List<PrivateTariff> read(CsvTable table, References references) {
        List<Located<PrivateTariff>> tariffs = table.facts(row -> tariff(row, references));
        Overlaps.refuse(tariffs, PrivateTariff::workspace, PrivateTariff::days, FROM);
        return Located.facts(tariffs);
    }

    private static Optional<PrivateTariff> tariff(CsvRow row, References references) {
        Cell<WorkspaceId> workspace = references.workspace(row, WORKSPACE_ID);
        Cell<PrivateScheme> scheme = row.cell(SCHEME, SCHEMES);
        boolean byDay = scheme.value().filter(PrivateScheme.PAYG::equals).isPresent();
        Cell<Optional<BigDecimal>> collectors = row.optionalCell(COLLECTORS, COLLECTOR_NUMBERS);
        Cell<BigDecimal> price = row.cell(PRICE, byDay ? DAY_PRICES : YEAR_PRICES);
        Cell<Optional<BigDecimal>> maintenance = row.optionalCell(MAINTENANCE, YEAR_PRICES);
        scheme.value().ifPresent(known -> requireFit(known, collectors, maintenance));
        DayRangeCells days = DayRangeCells.read(row, FROM, TO);
        return row.fact(() -> new PrivateTariff(
                workspace.get(),
                scheme.get(),
                collectors.get().map(BigDecimal::intValueExact).orElse(0),
                price.get(),
                maintenance.get().orElse(BigDecimal.ZERO),
                days.get()));
    }

    private static void requireFit(
            PrivateScheme scheme, Cell<Optional<BigDecimal>> collectors, Cell<Optional<BigDecimal>> maintenance) {
        String because = ", because the scheme is " + scheme.code() + " (billing rules 8)";
        if (scheme == PrivateScheme.PAYG) {
            collectors.require(Optional::isEmpty, "nothing" + because);
        } else {
            collectors.require(
                    number -> number.isPresent() && number.get().signum() > 0,
                    "the number of collectors, at least 1" + because);
        }
        if (scheme != PrivateScheme.LICENCE) {
            maintenance.require(Optional::isEmpty, "nothing" + because);
        }
    }
}
