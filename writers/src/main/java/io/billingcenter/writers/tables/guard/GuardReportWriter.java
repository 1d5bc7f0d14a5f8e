package io.billingcenter.writers.tables.guard;

import io.billingcenter.domain.digest.Digests;
import io.billingcenter.schema.ShortText;
import io.billingcenter.schema.TableRow;
import io.billingcenter.schema.guard.GuardReportTable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** Writes the lines that guards report without stopping the run: table {@code guard_report}. */
public final class GuardReportWriter {

    /** The source of a line. */
    public enum Source {
        /** The limits of a night, where they only report. */
        NIGHT("night", true),
        /** Prices of a new price book. */
        PRICE_BOOK("price_book", true),
        /** New contract prices. */
        CONTRACT_PRICE("contract_price", true),
        /** A record that alone makes most of an account's day. */
        LARGE_RECORD("large_record", false);

        private final String code;
        private final boolean attention;

        Source(String code, boolean attention) {
            this.code = code;
            this.attention = attention;
        }
    }

    private final JdbcTemplate jdbc;

    /** Writes through the template. */
    public GuardReportWriter(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Stores lines of a run in place of those that it has from that source. */
    public void replace(Source source, long runId, Collection<String> lines) {
        jdbc.update(GuardReportTable.TABLE.delete(GuardReportTable.KEY), runId, source.code);
        Map<String, String> byKey = new TreeMap<>();
        lines.forEach(line -> byKey.put(Digests.sha256(line), line));
        insert(source, runId, byKey);
    }

    /** Stores those of the lines that no run has reported from that source before; a line is reported once. */
    public void addOnce(Source source, long runId, Collection<String> lines) {
        if (lines.isEmpty()) {
            return;
        }
        Set<@Nullable String> known = new TreeSet<>(jdbc.query(
                "SELECT report_key FROM guard_report WHERE source = ?",
                (row, number) -> row.getString(1),
                source.code));
        Map<String, String> byKey = new TreeMap<>();
        lines.forEach(line -> byKey.put(Digests.sha256(line), line));
        byKey.keySet().removeAll(known);
        insert(source, runId, byKey);
    }

    private void insert(Source source, long runId, Map<String, String> byKey) {
        List<TableRow> rows = new ArrayList<>();
        byKey.forEach((key, line) -> rows.add(GuardReportTable.TABLE
                .row()
                .set(GuardReportTable.RUN_ID, runId)
                .set(GuardReportTable.SOURCE, source.code)
                .set(GuardReportTable.REPORT_KEY, key)
                .set(GuardReportTable.DETAIL, ShortText.of(line))
                .set(GuardReportTable.ATTENTION, source.attention)));
        GuardReportTable.TABLE.insert(jdbc, rows);
    }
}
