package io.billingcenter.readers.files.reference;

import io.billingcenter.domain.account.Plan;
import io.billingcenter.domain.account.PlanPeriod;
import io.billingcenter.domain.account.WorkspaceId;
import io.billingcenter.readers.files.csv.Cell;
import io.billingcenter.readers.files.csv.CsvFormat;
import io.billingcenter.readers.files.csv.CsvRow;
import io.billingcenter.readers.files.csv.CsvTable;
import io.billingcenter.readers.files.csv.Located;
import io.billingcenter.readers.files.csv.ValueType;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The plan of a workspace, {@code plans.csv} (billing rules 4.2, 8). A workspace without a row has the commercial plan.
 * The days of a workspace must not overlap, and no free plan may follow another plan.
 *
 * <pre>
 * workspace_id,plan,from,to
 * ws-trial,free,2026-01-01,2026-03-01
 * ws-bytes,commercial_ingest,2026-10-01,
 * </pre>
 *
 * <ul>
 *   <li>workspace_id: a workspace of {@code workspaces.csv}
 *   <li>plan: {@code free}, {@code commercial}, {@code commercial_ingest}, {@code legacy_default},
 *       {@code legacy_series} or {@code private}
 *   <li>from: first billing day
 *   <li>to: first billing day after the range; empty for an open range
 * </ul>
 */
final class PlansFile {

    private static final String WORKSPACE_ID = "workspace_id";
    static final String PLAN = "plan";
    private static final String FROM = "from";
    private static final String TO = "to";

    static final CsvFormat FORMAT = CsvFormat.of("plans.csv", WORKSPACE_ID, PLAN, FROM, TO);

    private static final ValueType<Plan> PLANS =
            ValueType.oneOf(Stream.of(Plan.values()).map(Plan::code).toList(), Plan::ofCode);

    private PlansFile() {}

    static List<Located<PlanPeriod>> read(CsvTable table, References references) {
        List<Located<PlanPeriod>> plans = table.facts(row -> plan(row, references));
        Overlaps.refuse(plans, PlanPeriod::workspace, PlanPeriod::days, FROM);
        return plans;
    }

    private static Optional<PlanPeriod> plan(CsvRow row, References references) {
        Cell<WorkspaceId> workspace = references.workspace(row, WORKSPACE_ID);
        Cell<Plan> plan = row.cell(PLAN, PLANS);
        DayRangeCells days = DayRangeCells.read(row, FROM, TO);
        return row.fact(() -> new PlanPeriod(workspace.get(), plan.get(), days.get()));
    }
}
