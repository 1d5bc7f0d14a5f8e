package io.billingcenter.writers.tables.delivery;

import io.billingcenter.schema.TableRow;
import io.billingcenter.schema.delivery.DeliveredFileTable;
import io.billingcenter.schema.delivery.DeliveryTable;
import java.util.Collection;
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

    /**
     * Records a delivered set; the key of the table refuses one that is recorded already.
     *
     * @param files its files, as rows of {@link DeliveredFileTable}
     */
    public void record(String period, int revision, String contentDigest, Collection<TableRow> files) {
        DeliveryTable.TABLE.insert(jdbc, DeliveryTable.row(period, revision, contentDigest));
        DeliveredFileTable.TABLE.insert(jdbc, files);
    }
}
