package io.billingcenter.writers.tables.delivery;

import io.billingcenter.writers.files.delivery.Manifest;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import org.springframework.jdbc.core.JdbcTemplate;

/** The tables {@code delivery} and {@code delivered_file}: which revisions were recorded, and what is in them. */
public final class DeliveryLog {

    private static final String REVISIONS = "SELECT revision FROM delivery WHERE period = ?";
    private static final String CONTENT = "SELECT content_digest FROM delivery WHERE period = ? AND revision = ?";
    private static final String INSERT_REVISION =
            "INSERT INTO delivery (period, revision, content_digest) VALUES (?, ?, ?)";
    private static final String INSERT_FILE = """
            INSERT INTO delivered_file (period, revision, path, schema_id, row_count, size_bytes, sha256)
            VALUES (?, ?, ?, ?, ?, ?, ?)
            """;

    private final JdbcTemplate jdbc;

    public DeliveryLog(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    public NavigableSet<Integer> revisions(String period) {
        return new TreeSet<>(jdbc.query(REVISIONS, (row, number) -> row.getInt("revision"), period));
    }

    public Optional<String> contentDigest(String period, int revision) {
        return jdbc.query(CONTENT, (row, number) -> row.getString("content_digest"), period, revision).stream()
                .findFirst();
    }

    /** Records the set; the key of the table refuses one that is recorded already. */
    public void record(Manifest manifest) {
        jdbc.update(INSERT_REVISION, manifest.period(), manifest.revision(), manifest.contentDigest());
        List<Object[]> files = manifest.files().stream()
                .map(entry -> new Object[] {
                    manifest.period(),
                    manifest.revision(),
                    entry.path(),
                    entry.schema(),
                    entry.rows(),
                    entry.bytes(),
                    entry.sha256()
                })
                .toList();
        jdbc.batchUpdate(INSERT_FILE, files);
    }
}
