package io.billingcenter.readers.tables.runs;

import io.billingcenter.domain.digest.Digests;
import io.billingcenter.schema.pricing.PriceBookTable;
import io.billingcenter.schema.reference.ReferenceFileTable;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Computes one digest of the inputs that an attempt at a run begins with: references, price books, settings of rules,
 * listed files.
 */
public final class RunInputs {

    private final JdbcTemplate jdbc;

    /** Reads through the template. */
    public RunInputs(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Returns the digest of the inputs, once references and price books are imported; 64 hex digits.
     *
     * @param rules the settings that decide results, as one text
     * @param listing digest of the files that were listed and of their terms
     */
    public String digest(String rules, String listing) {
        List<String> parts = jdbc.query(
                "SELECT name, sha256 FROM reference_file ORDER BY name",
                (row, number) -> "reference " + ReferenceFileTable.NAME.get(row) + ' '
                        + ReferenceFileTable.SHA256.get(row) + '\n');
        parts.addAll(jdbc.query(
                "SELECT version, sha256 FROM price_book ORDER BY version",
                (row, number) ->
                        "book " + PriceBookTable.VERSION.get(row) + ' ' + PriceBookTable.SHA256.get(row) + '\n'));
        parts.add("rules " + rules + '\n');
        parts.add("listing " + listing + '\n');
        return Digests.sha256(String.join("", parts));
    }

    /** Returns the last attempt before a run at the same thing, if it did not finish and had other inputs. */
    public Optional<Long> unfinishedWithOthers(long runId, String digest) {
        return jdbc.query("""
                        SELECT o.run_id FROM run r JOIN run o ON o.job_name = r.job_name AND o.period = r.period
                          AND o.workspace_id = r.workspace_id AND o.run_id < r.run_id
                        WHERE r.run_id = ? AND o.finished = FALSE AND o.inputs_digest <> ?
                          AND o.run_id = (SELECT MAX(l.run_id) FROM run l WHERE l.job_name = r.job_name
                            AND l.period = r.period AND l.workspace_id = r.workspace_id AND l.run_id < r.run_id)""", (row, number) -> row.getLong(1), runId, digest).stream()
                .findFirst();
    }
}
