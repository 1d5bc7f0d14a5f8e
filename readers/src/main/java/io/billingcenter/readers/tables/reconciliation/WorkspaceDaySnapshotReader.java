package io.billingcenter.readers.tables.reconciliation;

import io.billingcenter.domain.metering.fold.FileTotals;
import io.billingcenter.domain.pricing.RatingOutcome;
import io.billingcenter.domain.reconciliation.WorkspaceDaySnapshot;
import io.billingcenter.domain.reconciliation.WorkspaceDaySnapshot.PostedSum;
import io.billingcenter.domain.reconciliation.WorkspaceDaySnapshot.StoredCharge;
import io.billingcenter.domain.reconciliation.WorkspaceDaySnapshot.StoredHold;
import io.billingcenter.domain.reconciliation.WorkspaceDaySnapshot.Totals;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.domain.usage.MeasureTier;
import io.billingcenter.domain.usage.Usage;
import io.billingcenter.domain.usage.WorkspaceDay;
import io.billingcenter.readers.tables.paging.Columns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Reads what the tables say of the workspace-days in {@code gate_scope}: a page of them at once, with one query for each
 * table.
 */
public final class WorkspaceDaySnapshotReader {

    private static final int PAGE_DAYS = 500;

    private static final String OF_SCOPE = """
            FROM gate_scope s JOIN %s t ON t.workspace_id = s.workspace_id AND t.billing_day = s.billing_day
            """;
    private static final String PAGE = " s.scope_number > ? AND s.scope_number <= ? ";
    private static final String CURRENT_READING = """
            FROM gate_scope s
            JOIN day_reading r
              ON r.workspace_id = s.workspace_id AND r.billing_day = s.billing_day AND r.is_current = TRUE
            JOIN %s t ON t.workspace_id = r.workspace_id AND t.billing_day = r.billing_day AND t.reading = r.reading
            """;
    private static final String CURRENT_RATING = """
            FROM gate_scope s
            JOIN rated_day r
              ON r.workspace_id = s.workspace_id AND r.billing_day = s.billing_day AND r.is_current = TRUE
            JOIN %s t ON t.workspace_id = r.workspace_id AND t.billing_day = r.billing_day AND t.rating = r.rating
            """;

    private static final String SCOPE =
            "SELECT s.workspace_id, s.billing_day FROM gate_scope s WHERE" + PAGE + "ORDER BY s.scope_number";
    private static final String READINGS = "SELECT t.* " + OF_SCOPE.formatted("day_reading") + "WHERE" + PAGE;
    private static final String FILES = "SELECT t.* " + CURRENT_READING.formatted("traffic_file") + "WHERE" + PAGE;
    private static final String QUARANTINE = "SELECT t.workspace_id, t.billing_day, t.file, COUNT(*) AS row_count "
            + CURRENT_READING.formatted("quarantined_record") + "WHERE" + PAGE
            + "GROUP BY t.workspace_id, t.billing_day, t.file";
    private static final String REVISIONS = "SELECT t.* " + OF_SCOPE.formatted("metered_day") + "WHERE" + PAGE;
    private static final String MEASURES = """
            SELECT t.workspace_id, t.billing_day, t.measure, t.retention_days, t.quantity
            FROM gate_scope s
            JOIN metered_day r
              ON r.workspace_id = s.workspace_id AND r.billing_day = s.billing_day AND r.is_current = TRUE
            JOIN measure t ON t.workspace_id = r.workspace_id AND t.billing_day = r.billing_day AND t.revision = r.revision
            WHERE""" + PAGE;
    private static final String RATINGS = "SELECT t.* " + OF_SCOPE.formatted("rated_day") + "WHERE" + PAGE;
    private static final String USAGE = "SELECT t.* " + CURRENT_RATING.formatted("usage") + "WHERE" + PAGE;
    private static final String CHARGES = "SELECT t.* " + CURRENT_RATING.formatted("charge") + "WHERE" + PAGE;
    private static final String HOLDS = "SELECT t.* " + CURRENT_RATING.formatted("day_hold") + "WHERE" + PAGE;
    private static final String STANDING = """
            SELECT t.*, p.account_id, p.settlement, 1 AS row_count
            FROM gate_scope s
            JOIN rated_day r
              ON r.workspace_id = s.workspace_id AND r.billing_day = s.billing_day AND r.is_current = TRUE
                AND r.outcome = 'held'
            JOIN rated_day p
              ON p.workspace_id = r.workspace_id AND p.billing_day = r.billing_day AND p.posted = TRUE
                AND p.outcome <> 'held'
            JOIN charge t ON t.workspace_id = p.workspace_id AND t.billing_day = p.billing_day AND t.rating = p.rating
            WHERE NOT EXISTS (
                SELECT 1 FROM rated_day later
                WHERE later.workspace_id = p.workspace_id AND later.billing_day = p.billing_day AND later.rating > p.rating
                  AND later.posted = TRUE AND later.outcome <> 'held')
              AND""" + PAGE;
    private static final String POSTINGS = """
            SELECT t.workspace_id, t.billing_day, t.account_id, t.settlement, t.currency, t.meter, t.retention_days,
              COUNT(*) AS row_count, SUM(t.quantity) AS quantity, SUM(t.amount) AS amount
            """ + OF_SCOPE.formatted("posting") + "WHERE" + PAGE + """
            AND t.agreement_id = ''
            GROUP BY t.workspace_id, t.billing_day, t.account_id, t.settlement, t.currency, t.meter, t.retention_days
            """;
    private static final String TOTALS = """
            SELECT c.workspace_id, c.control_day AS billing_day, c.stage, c.version, c.row_count, c.quantity, c.amount
            FROM gate_scope s
            JOIN control_total c
              ON c.stage = '%s' AND c.workspace_id = s.workspace_id AND c.control_day = s.billing_day
            WHERE""" + PAGE;

    private final JdbcTemplate jdbc;

    /** Reads through the template. */
    public WorkspaceDaySnapshotReader(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Hands over everything in the scope, in its order. */
    public void read(Consumer<WorkspaceDaySnapshot> found) {
        Map<String, List<LocalDate>> packages = packages();
        int from = 0;
        List<WorkspaceDay> page = page(from);
        while (!page.isEmpty()) {
            Page evidence = new Page(packages);
            evidence.read(from);
            page.forEach(day -> found.accept(evidence.of(day)));
            from += PAGE_DAYS;
            page = page(from);
        }
    }

    private List<WorkspaceDay> page(int from) {
        return jdbc.query(SCOPE, (row, number) -> Columns.workspaceDay(row), from, from + PAGE_DAYS);
    }

    /** First days of the packages, by account. */
    private Map<String, List<LocalDate>> packages() {
        Map<String, List<LocalDate>> packages = new HashMap<>();
        jdbc.query("SELECT account_id, from_day FROM package", row -> {
            packages.computeIfAbsent(row.getString("account_id"), account -> new ArrayList<>())
                    .add(row.getObject("from_day", LocalDate.class));
        });
        return packages;
    }

    /** The rows of one workspace-day, as they come. */
    private static final class Rows {
        private final List<String> currentReadings = new ArrayList<>();
        private final List<String> currentRevisions = new ArrayList<>();
        private final List<String> currentRatings = new ArrayList<>();
        private int highestReading;
        private int highestRevision;
        private int highestRating;
        private WorkspaceDaySnapshot.@Nullable Reading reading;
        private WorkspaceDaySnapshot.@Nullable Revision revision;
        private WorkspaceDaySnapshot.@Nullable Rating rating;
        private final List<PostedSum> postings = new ArrayList<>();
        private final Map<Integer, Totals> read = new HashMap<>();
        private final Map<Integer, Totals> rated = new HashMap<>();
        private Totals posted = Totals.NOTHING;

        WorkspaceDaySnapshot evidence(WorkspaceDay day) {
            List<WorkspaceDaySnapshot.Versions> versions = new ArrayList<>();
            add(versions, "reading", currentReadings, highestReading);
            add(versions, "revision", currentRevisions, highestRevision);
            add(versions, "rating", currentRatings, highestRating);
            return new WorkspaceDaySnapshot(
                    day,
                    versions,
                    reading == null ? null : counted(reading),
                    revision,
                    rating == null ? null : counted(rating),
                    new WorkspaceDaySnapshot.Postings(postings, posted));
        }

        private WorkspaceDaySnapshot.Reading counted(WorkspaceDaySnapshot.Reading stored) {
            return new WorkspaceDaySnapshot.Reading(
                    stored.number(),
                    stored.files(),
                    stored.unreadableFiles(),
                    stored.day(),
                    stored.fileTotals(),
                    stored.unread(),
                    stored.inQuarantine(),
                    read.get(stored.number()));
        }

        private WorkspaceDaySnapshot.Rating counted(WorkspaceDaySnapshot.Rating stored) {
            return new WorkspaceDaySnapshot.Rating(
                    stored.number(),
                    stored.revision(),
                    stored.outcome(),
                    stored.account(),
                    stored.settlement(),
                    stored.posted(),
                    stored.packaged(),
                    stored.usage(),
                    stored.charges(),
                    stored.holds(),
                    stored.standing(),
                    rated.get(stored.number()));
        }

        private static void add(
                List<WorkspaceDaySnapshot.Versions> versions, String what, List<String> inForce, int highest) {
            if (highest > 0) {
                versions.add(new WorkspaceDaySnapshot.Versions(
                        what, inForce.isEmpty() ? "none" : String.join(" and ", inForce), highest));
            }
        }
    }

    /** The rows of a page. */
    private final class Page {

        private final Map<String, List<LocalDate>> packages;
        private final Map<WorkspaceDay, Rows> rows = new HashMap<>();

        Page(Map<String, List<LocalDate>> packages) {
            this.packages = packages;
        }

        WorkspaceDaySnapshot of(WorkspaceDay day) {
            return rows.getOrDefault(day, new Rows()).evidence(day);
        }

        void read(int from) {
            query(READINGS, from, this::reading);
            query(FILES, from, this::file);
            query(
                    QUARANTINE,
                    from,
                    (of, row) -> ifReading(
                            of,
                            reading -> reading.inQuarantine().put(row.getString("file"), row.getLong("row_count"))));
            query(REVISIONS, from, this::revision);
            query(MEASURES, from, this::measure);
            query(RATINGS, from, this::rating);
            query(
                    USAGE,
                    from,
                    (of, row) -> ifRating(
                            of,
                            rating -> rating.usage().add(new Usage(Columns.tier(row), row.getBigDecimal("quantity")))));
            query(
                    CHARGES,
                    from,
                    (of, row) -> ifRating(of, rating -> rating.charges().add(charge(row))));
            query(
                    HOLDS,
                    from,
                    (of, row) -> ifRating(
                            of,
                            rating -> rating.holds()
                                    .add(new StoredHold(
                                            row.getString("reason"),
                                            Columns.tierOrNone(row),
                                            row.getBigDecimal("quantity")))));
            query(
                    STANDING,
                    from,
                    (of, row) -> ifRating(of, rating -> rating.standing().add(posted(row))));
            query(POSTINGS, from, (of, row) -> of.postings.add(posted(row)));
            query(TOTALS.formatted("read"), from, (of, row) -> of.read.put(row.getInt("version"), counted(row)));
            query(TOTALS.formatted("rated"), from, (of, row) -> of.rated.put(row.getInt("version"), counted(row)));
            query(TOTALS.formatted("posted"), from, (of, row) -> of.posted = of.posted.plus(counted(row)));
        }

        private void query(String sql, int from, RowUse use) {
            jdbc.query(
                    sql,
                    (ResultSet row) -> {
                        use.take(rows.computeIfAbsent(Columns.workspaceDay(row), day -> new Rows()), row);
                    },
                    from,
                    from + PAGE_DAYS);
        }

        private void reading(Rows of, ResultSet row) throws SQLException {
            int number = row.getInt("reading");
            of.highestReading = Math.max(of.highestReading, number);
            if (row.getBoolean("is_current")) {
                of.currentReadings.add(Integer.toString(number));
                of.reading = new WorkspaceDaySnapshot.Reading(
                        number,
                        row.getInt("files"),
                        row.getLong("unreadable_files"),
                        totals("", false, row),
                        new ArrayList<>(),
                        new ArrayList<>(),
                        new TreeMap<>(),
                        null);
            }
        }

        private void file(Rows of, ResultSet row) throws SQLException {
            String name = row.getString("name");
            boolean read = row.getObject("records") != null;
            boolean unreadable = row.getBoolean("unreadable");
            FileTotals totals = totals(name, unreadable, row);
            ifReading(of, reading -> {
                if (read) {
                    reading.fileTotals().add(totals);
                } else {
                    reading.unread().add(name);
                }
            });
        }

        private void revision(Rows of, ResultSet row) throws SQLException {
            int number = row.getInt("revision");
            of.highestRevision = Math.max(of.highestRevision, number);
            if (row.getBoolean("is_current")) {
                of.currentRevisions.add(Integer.toString(number));
                of.revision = new WorkspaceDaySnapshot.Revision(
                        number, row.getString("content_digest"), row.getString("record_hash"), new TreeMap<>());
            }
        }

        private void measure(Rows of, ResultSet row) throws SQLException {
            if (of.revision != null) {
                of.revision
                        .measures()
                        .put(
                                new MeasureTier(Columns.measure(row), row.getInt("retention_days")),
                                row.getBigDecimal("quantity").toBigIntegerExact());
            }
        }

        private void rating(Rows of, ResultSet row) throws SQLException {
            int number = row.getInt("rating");
            of.highestRating = Math.max(of.highestRating, number);
            if (row.getBoolean("is_current")) {
                of.currentRatings.add(Integer.toString(number));
                String account = row.getString("account_id");
                BillingDay day = Columns.day(row, "billing_day");
                of.rating = new WorkspaceDaySnapshot.Rating(
                        number,
                        row.getInt("revision"),
                        Columns.known(RatingOutcome.ofCode(row.getString("outcome")), "outcome"),
                        account,
                        row.getString("settlement"),
                        row.getBoolean("posted"),
                        account == null ? !packages.isEmpty() : isPackaged(account, day.date()),
                        new ArrayList<>(),
                        new ArrayList<>(),
                        new ArrayList<>(),
                        new ArrayList<>(),
                        null);
            }
        }

        private boolean isPackaged(String account, LocalDate day) {
            return packages.getOrDefault(account, List.of()).stream()
                    .anyMatch(from -> !day.isBefore(from) && day.isBefore(from.plusYears(1)));
        }

        private static FileTotals totals(String name, boolean unreadable, ResultSet row) throws SQLException {
            return new FileTotals(
                    name,
                    unreadable,
                    row.getLong("records"),
                    row.getLong("accepted"),
                    row.getLong("duplicates"),
                    row.getLong("conflicts"),
                    row.getLong("quarantined"));
        }

        private static StoredCharge charge(ResultSet row) throws SQLException {
            return new StoredCharge(
                    Columns.tier(row),
                    row.getBigDecimal("quantity"),
                    row.getBigDecimal("unit_price"),
                    row.getString("currency"),
                    row.getBigDecimal("exact_amount"),
                    row.getBigDecimal("amount"),
                    row.getObject("price_version") != null || row.getBigDecimal("list_price") != null);
        }

        private static PostedSum posted(ResultSet row) throws SQLException {
            return new PostedSum(
                    row.getString("account_id"),
                    row.getString("settlement"),
                    row.getString("currency"),
                    Columns.tier(row),
                    row.getLong("row_count"),
                    row.getBigDecimal("quantity"),
                    row.getBigDecimal("amount"));
        }

        private static Totals counted(ResultSet row) throws SQLException {
            return new Totals(row.getLong("row_count"), row.getBigDecimal("quantity"), row.getBigDecimal("amount"));
        }

        private static void ifReading(Rows of, Use<WorkspaceDaySnapshot.Reading> use) throws SQLException {
            if (of.reading != null) {
                use.take(of.reading);
            }
        }

        private static void ifRating(Rows of, Use<WorkspaceDaySnapshot.Rating> use) throws SQLException {
            if (of.rating != null) {
                use.take(of.rating);
            }
        }
    }

    private interface RowUse {
        void take(Rows of, ResultSet row) throws SQLException;
    }

    private interface Use<T> {
        void take(T stored) throws SQLException;
    }
}
