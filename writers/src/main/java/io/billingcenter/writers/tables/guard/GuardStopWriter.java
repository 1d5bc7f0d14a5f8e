package io.billingcenter.writers.tables.guard;

import io.billingcenter.domain.guard.GuardFinding;
import io.billingcenter.domain.guard.GuardStop;
import io.billingcenter.schema.TableRow;
import io.billingcenter.schema.guard.GuardStopReasonTable;
import io.billingcenter.schema.guard.GuardStopTable;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/** Stores the lists of reasons for which runs were stopped. */
public final class GuardStopWriter {

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
        jdbc.update(GuardStopReasonTable.TABLE.delete(GuardStopReasonTable.KEY), fingerprint, version);
        jdbc.update(GuardStopTable.TABLE.delete(GuardStopTable.KEY), fingerprint, version);
        GuardStopTable.TABLE.insert(jdbc, GuardStopTable.row(stop, version, runId));
        List<TableRow> reasons = new ArrayList<>();
        for (GuardFinding finding : stop.findings()) {
            reasons.add(GuardStopReasonTable.row(stop, version, reasons.size() + 1, finding));
        }
        GuardStopReasonTable.TABLE.insert(jdbc, reasons);
    }

    /** Returns the version that nobody consented to, or the next one. */
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
