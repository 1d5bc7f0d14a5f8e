package io.billingcenter.readers.files.reference;

import io.billingcenter.domain.account.WorkspaceId;
import io.billingcenter.domain.billing.AlertThreshold;
import io.billingcenter.domain.usage.Meter;
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
 * Daily consumption thresholds for alerts, {@code alert_thresholds.csv} (billing rules 7.4, reading Q12). The days of a
 * workspace and meter must not overlap.
 *
 * <pre>
 * workspace_id,meter,amount,from,to
 * ws-shop,,500,2026-01-01,
 * ws-shop,log,120.50,2026-01-01,2026-07-01
 * </pre>
 *
 * <ul>
 *   <li>workspace_id: a workspace of {@code workspaces.csv}
 *   <li>meter: code of a meter; empty for the total consumption of the workspace
 *   <li>amount: consumption of a day above which an alert is sent, in the account's currency, at least 0 with at most 2
 *       decimals
 *   <li>from: first billing day
 *   <li>to: first billing day after the range; empty for an open range
 * </ul>
 */
final class AlertThresholdsFile {

    private static final String WORKSPACE_ID = "workspace_id";
    private static final String METER = "meter";
    private static final String AMOUNT = "amount";
    private static final String FROM = "from";
    private static final String TO = "to";

    static final CsvFormat FORMAT = CsvFormat.of("alert_thresholds.csv", WORKSPACE_ID, METER, AMOUNT, FROM, TO);

    private static final ValueType<BigDecimal> AMOUNTS = ValueType.money();

    /** The workspace and meter that can have only one threshold on a day. */
    private record Scope(WorkspaceId workspace, Optional<Meter> meter) {

        static Scope of(AlertThreshold threshold) {
            return new Scope(threshold.workspace(), Optional.ofNullable(threshold.meter()));
        }
    }

    private AlertThresholdsFile() {}

    static List<AlertThreshold> read(CsvTable table, References references) {
        List<Located<AlertThreshold>> thresholds = table.facts(row -> threshold(row, references));
        Overlaps.refuse(thresholds, Scope::of, AlertThreshold::days, FROM);
        return Located.facts(thresholds);
    }

    private static Optional<AlertThreshold> threshold(CsvRow row, References references) {
        Cell<WorkspaceId> workspace = references.workspace(row, WORKSPACE_ID);
        Cell<Optional<Meter>> meter = row.optionalCell(METER, TierCells.METER);
        Cell<BigDecimal> amount = row.cell(AMOUNT, AMOUNTS);
        DayRangeCells days = DayRangeCells.read(row, FROM, TO);
        return row.fact(() -> new AlertThreshold(workspace.get(), meter.get().orElse(null), amount.get(), days.get()));
    }
}
