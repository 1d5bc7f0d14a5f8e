package io.billingcenter.readers.guard;

import io.billingcenter.domain.guard.GuardFinding;
import io.billingcenter.domain.guard.GuardLevel;
import io.billingcenter.domain.guard.GuardReason;
import io.billingcenter.domain.guard.GuardStop;
import io.billingcenter.domain.time.BillingDay;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/** The consents that a person gave. */
public final class ConsentReader {

    private static final String CONSENTED = """
            SELECT s.fingerprint, s.version, s.evidence FROM guard_stop s
            WHERE s.level = ? AND s.command_day = ?
              AND EXISTS (SELECT 1 FROM consent c
                WHERE c.kind = 'stop' AND c.subject = s.fingerprint || '#' || CAST(s.version AS VARCHAR(10)))""";

    private static final String REASONS = """
            SELECT reason, subject, currency, amount, detail FROM guard_stop_reason WHERE fingerprint = ?
              AND version = ? ORDER BY item""";

    private final JdbcTemplate jdbc;

    /** Reads through the template. */
    public ConsentReader(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Whether consent to a stop of the same level and day covers this one. */
    public boolean covers(GuardStop stop) {
        return consented(stop.level(), stop.day()).stream().anyMatch(stop::isCoveredBy);
    }

    private List<GuardStop> consented(GuardLevel level, BillingDay day) {
        LocalDate date = day.date();
        return jdbc.query(
                CONSENTED,
                (row, n) -> new GuardStop(
                        level,
                        day,
                        row.getString("evidence"),
                        findings(row.getString("fingerprint"), row.getInt("version"))),
                level.code(),
                date);
    }

    private List<GuardFinding> findings(String fingerprint, int version) {
        return jdbc.query(
                REASONS,
                (row, n) -> new GuardFinding(
                        reason(row.getString("reason")),
                        row.getString("subject"),
                        row.getString("currency"),
                        row.getBigDecimal("amount"),
                        row.getString("detail")),
                fingerprint,
                version);
    }

    private static GuardReason reason(String code) {
        return Arrays.stream(GuardReason.values())
                .filter(reason -> reason.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        "Expected a reason of a guard that this program knows, found '" + code + "'"));
    }
}
