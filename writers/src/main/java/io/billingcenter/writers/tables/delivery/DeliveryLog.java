package io.billingcenter.writers.tables.delivery;

import io.billingcenter.schema.TableRow;
import io.billingcenter.schema.delivery.DeliveredFileTable;
import io.billingcenter.schema.delivery.DeliveryTable;
import io.billingcenter.writers.files.delivery.Manifest;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import org.springframework.jdbc.core.JdbcTemplate;

/** Records delivered revisions and their files: tables {@code delivery} and {@code delivered_file}. */
public final class DeliveryLog {

    private static final String REVISIONS = "SELECT revision FROM delivery WHERE period = ?";
    private static final String CONTENT = "SELECT content_digest FROM delivery WHERE period = ? AND revision = ?";

    private final JdbcTemplate jdbc;

    public DeliveryLog(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    public NavigableSet<Integer> revisions(String period) {
        return new TreeSet<>(jdbc.query(REVISIONS, (row, number) -> DeliveryTable.REVISION.get(row), period));
    }

    public Optional<String> contentDigest(String period, int revision) {
        return jdbc.query(CONTENT, (row, number) -> DeliveryTable.CONTENT_DIGEST.get(row), period, revision).stream()
                .findFirst();
    }

    /** Records the set; the key of the table refuses one that is recorded already. */
    public void record(Manifest manifest) {
        DeliveryTable.TABLE.insert(
                jdbc, DeliveryTable.row(manifest.period(), manifest.revision(), manifest.contentDigest()));
        DeliveredFileTable.TABLE.insert(
                jdbc,
                manifest.files().stream().map(entry -> row(manifest, entry)).toList());
    }

    private static TableRow row(Manifest manifest, Manifest.FileEntry entry) {
        return DeliveredFileTable.TABLE
                .row()
                .set(DeliveredFileTable.PERIOD, manifest.period())
                .set(DeliveredFileTable.REVISION, manifest.revision())
                .set(DeliveredFileTable.PATH, entry.path())
                .set(DeliveredFileTable.SCHEMA_ID, entry.schema())
                .set(DeliveredFileTable.ROW_COUNT, entry.rows())
                .set(DeliveredFileTable.SIZE_BYTES, entry.bytes())
                .set(DeliveredFileTable.SHA256, entry.sha256());
    }
}
