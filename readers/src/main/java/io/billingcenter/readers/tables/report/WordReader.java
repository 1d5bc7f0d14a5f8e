package io.billingcenter.readers.tables.report;

import io.billingcenter.domain.report.RunReport.GivenConsent;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/** Reads the newest consents and acknowledgements. */
final class WordReader {

    private static final String NEWEST = """
            SELECT w.kind, w.subject, w.reason, w.given_by, w.given_at FROM (
              SELECT c.kind, c.subject, c.reason, c.given_by, c.given_at, c.consent_number AS word_number FROM consent c
              UNION ALL
              SELECT a.reason, a.workspace_id, a.note, a.given_by, a.given_at, a.ack_number FROM acknowledgement a) w
            ORDER BY w.given_at DESC, w.kind, w.word_number DESC FETCH FIRST 50 ROWS ONLY""";

    private final JdbcTemplate jdbc;

    WordReader(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    List<GivenConsent> newest() {
        return jdbc.query(
                NEWEST,
                (row, n) -> new GivenConsent(
                        row.getString("kind"),
                        row.getString("subject"),
                        row.getString("reason"),
                        row.getString("given_by"),
                        row.getString("given_at")));
    }
}
