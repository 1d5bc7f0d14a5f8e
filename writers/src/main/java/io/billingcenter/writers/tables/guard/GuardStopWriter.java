package io.billingcenter.writers.tables.guard;

import io.billingcenter.domain.guard.GuardFinding;
import io.billingcenter.domain.guard.GuardStop;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/** Stores the lists of reasons for which runs were stopped. */
public final class GuardStopWriter {

    private static final int LONGEST_TEXT = 4000;

    private final JdbcTemplate jdbc;

    /** Writes through the template. */
    public GuardStopWriter(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Stores a stop: in place of the last version with the same fingerprint when nobody consented to that, else as a
     * further version, so that consent is never to amounts that nobody saw.
     */
    public void store(GuardStop stop, long runId) {
        String fingerprint = stop.fingerprint();
        int version = freeVersion(fingerprint);
        jdbc.update("DELETE FROM guard_stop_reason WHERE fingerprint = ? AND version = ?", fingerprint, version);
        jdbc.update("DELETE FROM guard_stop WHERE fingerprint = ? AND version = ?", fingerprint, version);
        jdbc.update(
                "INSERT INTO guard_stop (fingerprint, version, level, command_day, evidence, run_id)"
                        + " VALUES (?, ?, ?, ?, ?, ?)",
                fingerprint,
                version,
                stop.level().code(),
                stop.day().date(),
                stop.inputDigest(),
                runId);
        List<Object[]> rows = new ArrayList<>();
        for (GuardFinding finding : stop.findings()) {
            rows.add(new Object[] {
                fingerprint,
                version,
                rows.size() + 1,
                finding.reason().code(),
                finding.subject(),
                finding.currency(),
                finding.amount(),
                finding.detail().length() > LONGEST_TEXT
                        ? finding.detail().substring(0, LONGEST_TEXT)
                        : finding.detail()
            });
        }
        jdbc.batchUpdate(
                "INSERT INTO guard_stop_reason (fingerprint, version, item, reason, subject, currency, amount, detail)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                rows);
    }

    /** The version that nobody consented to, or the next one. */
    private int freeVersion(String fingerprint) {
        Integer last = jdbc.queryForObject(
                "SELECT MAX(version) FROM guard_stop WHERE fingerprint = ?", Integer.class, fingerprint);
        if (last == null) {
            return 1;
        }
        Integer consents = jdbc.queryForObject(
                "SELECT COUNT(*) FROM consent WHERE kind = 'stop' AND subject = ?",
                Integer.class,
                fingerprint + "#" + last);
        return consents != null && consents > 0 ? last + 1 : last;
    }
}
