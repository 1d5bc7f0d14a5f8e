package io.billingcenter.readers.tables.guard;

import io.billingcenter.domain.guard.AccountConsent;
import io.billingcenter.domain.guard.ConsentKind;
import io.billingcenter.domain.guard.GuardFinding;
import io.billingcenter.domain.guard.GuardLevel;
import io.billingcenter.domain.guard.GuardStop;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.schema.guard.ConsentTable;
import io.billingcenter.schema.guard.GuardStopReasonTable;
import io.billingcenter.schema.guard.GuardStopTable;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;

/** Reads consents, and the stops to which they were given. */
public final class ConsentReader {

    private static final String HAS_CONSENT = """
            EXISTS (SELECT 1 FROM consent c
              WHERE c.kind = 'stop' AND c.subject = s.fingerprint || '#' || CAST(s.version AS VARCHAR(10)))""";

    private static final String CONSENTED = "SELECT " + GuardStopTable.TABLE.columnList("s")
            + " FROM guard_stop s WHERE s.level = ? AND " + HAS_CONSENT;

    private static final String LAST_VERSION =
            "SELECT " + GuardStopTable.TABLE.columnList("s") + ", CASE WHEN " + HAS_CONSENT + """
             THEN 1 ELSE 0 END AS consented FROM guard_stop s WHERE s.fingerprint = ?
            ORDER BY s.version DESC FETCH FIRST 1 ROWS ONLY""";

    private static final String REASONS =
            GuardStopReasonTable.TABLE.select() + " WHERE fingerprint = ? AND version = ? ORDER BY item";

    private static final String ACCOUNTS = """
            SELECT subject, from_day, to_day FROM consent WHERE kind = 'account' ORDER BY consent_number""";

    private final JdbcTemplate jdbc;

    /**
     * A stop as it was stored last.
     *
     * @param version the latest list of that fingerprint
     * @param consented whether a person consented to that version
     */
    public record StoredStop(GuardStop stop, int version, boolean consented) {

        /** Returns the subject of a consent to it. */
        public String subject() {
            return stop.fingerprint() + "#" + version;
        }
    }

    /** Reads through the template. */
    public ConsentReader(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Returns whether consent to a stop of the same level, and of the same day where that matters, covers this one. */
    public boolean covers(GuardStop stop) {
        return consented(stop.level(), stop.day()).stream().anyMatch(stop::isCoveredBy);
    }

    /** Returns the last stop with the fingerprint; empty when there was none. */
    public Optional<StoredStop> find(String fingerprint) {
        return jdbc
                .query(
                        LAST_VERSION,
                        (row, n) -> new StoredStop(
                                stop(row), GuardStopTable.VERSION.get(row), row.getInt("consented") == 1),
                        fingerprint)
                .stream()
                .findFirst();
    }

    /** Returns the fingerprints of the stops of a level for a day that concern the subject. */
    public List<String> fingerprints(GuardLevel level, BillingDay day, String subject) {
        return jdbc.query("""
                SELECT DISTINCT s.fingerprint FROM guard_stop s
                JOIN guard_stop_reason r ON r.fingerprint = s.fingerprint AND r.version = s.version
                WHERE s.level = ? AND s.command_day = ? AND r.subject = ? ORDER BY s.fingerprint""", (row, number) -> row.getString(1), level.code(), day.date(), subject);
    }

    /** Returns the consents to charges of accounts that have grown, in the order in which they were given. */
    public List<AccountConsent> accountConsents() {
        return jdbc.query(
                ACCOUNTS,
                (row, n) -> new AccountConsent(
                        ConsentTable.SUBJECT.get(row), ConsentTable.FROM_DAY.get(row), ConsentTable.TO_DAY.get(row)));
    }

    /** Returns whether there is a consent of that kind to the subject. */
    public boolean has(ConsentKind kind, String subject) {
        Integer found = jdbc.queryForObject(
                "SELECT COUNT(*) FROM consent WHERE kind = ? AND subject = ?", Integer.class, kind.code(), subject);
        return found != null && found > 0;
    }

    private List<GuardStop> consented(GuardLevel level, BillingDay day) {
        List<Object> arguments = new ArrayList<>(List.of(level.code()));
        if (level.isBoundToDay()) {
            arguments.add(day.date());
        }
        return jdbc.query(
                CONSENTED + (level.isBoundToDay() ? " AND s.command_day = ?" : ""),
                (row, n) -> stop(row),
                arguments.toArray());
    }

    private GuardStop stop(ResultSet row) throws SQLException {
        return new GuardStop(
                GuardStopTable.LEVEL.get(row),
                GuardStopTable.COMMAND_DAY.get(row),
                GuardStopTable.EVIDENCE.get(row),
                findings(GuardStopTable.FINGERPRINT.get(row), GuardStopTable.VERSION.get(row)));
    }

    private List<GuardFinding> findings(String fingerprint, int version) {
        return jdbc.query(REASONS, (row, n) -> GuardStopReasonTable.finding(row), fingerprint, version);
    }
}
