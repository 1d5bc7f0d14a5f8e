package io.billingcenter.writers.files.delivery;

import io.billingcenter.domain.delivery.CurrencyTotals;
import io.billingcenter.domain.delivery.DeliveredFile;
import io.billingcenter.domain.delivery.DeliveredRowSource;
import io.billingcenter.domain.delivery.DeliveryPeriod;
import io.billingcenter.domain.delivery.DeliveryResult;
import io.billingcenter.domain.delivery.RowInvariants;
import io.billingcenter.writers.files.delivery.Manifest.FileEntry;
import io.billingcenter.writers.tables.delivery.DeliveryLog;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * Delivers the files of a period as a whole or not at all.
 *
 * <p>The set is made in a hidden folder. Each file is written as {@code .part}, forced to the disk, read back, compared
 * and only then renamed; the manifest follows, and the empty {@code .done} is last. One rename of the folder publishes
 * the set, which is then recorded in the caller's transaction. A crash at any point leaves either nothing visible or
 * the whole set, and a repeat ends with exactly one set.
 *
 * <p>Content equal to that of the last revision is not published again.
 */
public final class PeriodDelivery {

    /** A sheet holds 1,048,576 rows; the header and a reserve are left free. */
    private static final long EXCEL_ROWS_PER_FILE = 1_000_000;

    private final DeliveredRowSource source;
    private final DeliveryLog log;
    private final PlatformTransactionManager transactions;
    private final DeliverySettings settings;
    private final DeliveryDisk disk;
    private final long excelRowsPerFile;

    /** Creates a delivery of the rows of the source for programs only, recorded through the template. */
    public PeriodDelivery(JdbcTemplate jdbc, DeliveredRowSource source, Path out, ZoneId zone) {
        this(jdbc, source, new DeliverySettings(out, zone, false));
    }

    /** Creates a delivery of the rows of the source, recorded through the template. */
    public PeriodDelivery(JdbcTemplate jdbc, DeliveredRowSource source, DeliverySettings settings) {
        this(jdbc, source, settings, new DeliveryDisk(), EXCEL_ROWS_PER_FILE);
    }

    PeriodDelivery(
            JdbcTemplate jdbc,
            DeliveredRowSource source,
            DeliverySettings settings,
            DeliveryDisk disk,
            long excelRowsPerFile) {
        this.source = source;
        this.log = new DeliveryLog(jdbc);
        this.transactions = new JdbcTransactionManager(Objects.requireNonNull(jdbc.getDataSource(), "data source"));
        this.settings = settings;
        this.disk = disk;
        this.excelRowsPerFile = excelRowsPerFile;
    }

    /**
     * Writes, checks, publishes and records the files of the period, unless the last revision has the same content.
     *
     * @throws DeliveryException if the folder cannot be written
     * @throws UnbalancedDeliveryException if the written lines do not add up to the postings of the period
     */
    public DeliveryResult deliver(DeliveryPeriod period) {
        try {
            return deliver(period, new RevisionFolders(disk, settings.out(), period.toString()));
        } catch (IOException e) {
            throw undelivered(period, e);
        } catch (UncheckedIOException e) {
            throw undelivered(period, Objects.requireNonNull(e.getCause(), "cause"));
        }
    }

    private DeliveryResult deliver(DeliveryPeriod period, RevisionFolders folders) throws IOException {
        RevisionHistory history = new RevisionHistory(period.toString(), folders, log);
        try (StagedRevision staged = folders.begin(history.next())) {
            CurrencyTotals posted = source.postedTotals(period);
            DeliveredTotalsCheck balance = new DeliveredTotalsCheck(source, period, posted);
            List<FileEntry> files = write(period, staged, balance);
            int revision = history.revisionOf(Manifest.contentDigest(files));
            if (!history.isOnDisk(revision)) {
                ManifestJson.write(staged, ManifestJson.text(manifest(period, revision, history, files, balance)));
                staged.seal();
                folders.publish(staged, revision);
            }
            boolean isNew = !history.isRecorded(revision);
            if (isNew) {
                Manifest manifest = ManifestJson.read(folders.folder(revision));
                log.record(manifest.period(), manifest.revision(), manifest.contentDigest(), manifest.fileRows());
            }
            return new DeliveryResult(
                    period, revision, isNew, folders.folder(revision), rows(source.files(period), files), posted);
        }
    }

    private Manifest manifest(
            DeliveryPeriod period,
            int revision,
            RevisionHistory history,
            List<FileEntry> files,
            DeliveredTotalsCheck balance) {
        return new Manifest(
                Manifest.VERSION,
                period.toString(),
                settings.zone().getId(),
                revision,
                history.before(revision),
                true,
                source.inputDigest(period),
                Manifest.contentDigest(files),
                files,
                balance.totals(files));
    }

    private List<FileEntry> write(DeliveryPeriod period, StagedRevision staged, DeliveredTotalsCheck balance)
            throws IOException {
        ParallelFiles files = new ParallelFiles(settings.threads(), transactions);
        return files.write(source.files(period), file -> write(file, period, staged, balance));
    }

    private List<FileEntry> write(
            DeliveredFile file, DeliveryPeriod period, StagedRevision staged, DeliveredTotalsCheck balance)
            throws IOException {
        List<FileEntry> files = new ArrayList<>();
        try (ProfileWriter machine = new ProfileWriter(staged, file, Profile.MACHINE, Long.MAX_VALUE);
                ProfileWriter excel = excelWriter(staged, file)) {
            RowOrder order = new RowOrder(file);
            RowInvariants invariants = new RowInvariants(file);
            source.read(file, period, row -> {
                order.next(row);
                invariants.violation(row).ifPresent(violation -> {
                    throw new UnbalancedDeliveryException(violation + "; nothing was published. Settle the bills of "
                            + period + " again, then repeat");
                });
                write(row, machine);
                if (excel != null) {
                    write(row, excel);
                }
            });
            files.addAll(balance.checked(file, machine.finish()));
            if (excel != null) {
                files.addAll(balance.checked(file, excel.finish()));
            }
        }
        return files;
    }

    private @Nullable ProfileWriter excelWriter(StagedRevision staged, DeliveredFile file) throws IOException {
        return settings.excel() ? new ProfileWriter(staged, file, Profile.EXCEL, excelRowsPerFile) : null;
    }

    private static void write(List<@Nullable Object> row, ProfileWriter writer) {
        try {
            writer.row(row);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<DeliveredFile, Long> rows(List<DeliveredFile> ofPeriod, List<FileEntry> files) {
        Map<DeliveredFile, Long> rows = new EnumMap<>(DeliveredFile.class);
        for (DeliveredFile file : ofPeriod) {
            rows.put(
                    file,
                    files.stream()
                            .filter(entry -> entry.isOf(file, Profile.MACHINE))
                            .mapToLong(FileEntry::rows)
                            .sum());
        }
        return rows;
    }

    private DeliveryException undelivered(DeliveryPeriod period, IOException cause) {
        return new DeliveryException(
                "Expected to write the files of " + period + " into "
                        + settings.out().resolve(period.toString())
                        + ", found " + cause.getClass().getSimpleName() + ": " + cause.getMessage()
                        + "; nothing was published. Free space on the disk, make the folder writable or choose another"
                        + " one, then repeat",
                cause);
    }
}
