package io.billingcenter.writers.files.delivery;

import io.billingcenter.domain.delivery.DeliverySet;
import io.billingcenter.domain.delivery.SetResult;
import io.billingcenter.writers.tables.delivery.DeliveryLog;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Delivers a set of files of a closed month as a whole or not at all, in the way of {@link PeriodDelivery}: made in a hidden
 * folder, read back, published by one rename, and recorded in the caller's transaction. Content equal to that of the last
 * revision is not published again.
 */
public final class SetDelivery {

    private static final Pattern PATH = Pattern.compile("[^/.\\\\][^/\\\\]*(/[^/.\\\\][^/\\\\]*)*");

    private final DeliveryLog log;
    private final DeliverySettings settings;
    private final DeliveryDisk disk = new DeliveryDisk();

    /** Creates a delivery that is recorded through the template. */
    public SetDelivery(JdbcTemplate jdbc, DeliverySettings settings) {
        this.log = new DeliveryLog(jdbc);
        this.settings = settings;
    }

    /**
     * Writes, checks, publishes and records the files of the set, unless the last revision has the same content.
     *
     * @throws DeliveryException if the folder cannot be written
     * @throws io.billingcenter.domain.delivery.SetRefusedException if the content refuses to be published
     */
    public SetResult deliver(DeliverySet set, SetContent content) {
        try {
            return deliver(set, content, new RevisionFolders(disk, settings.out(), set.toString()));
        } catch (IOException e) {
            throw undelivered(set, e);
        } catch (UncheckedIOException e) {
            throw undelivered(set, Objects.requireNonNull(e.getCause(), "cause"));
        }
    }

    private SetResult deliver(DeliverySet set, SetContent content, RevisionFolders folders) throws IOException {
        RevisionHistory history = new RevisionHistory(set.toString(), folders, log);
        try (StagedRevision staged = folders.begin(history.next())) {
            Files files = new Files(staged);
            content.write(files);
            files.requireCompleted();
            List<SetManifest.Entry> entries = SetManifest.sorted(files.completed);
            String digest = SetManifest.contentDigest(entries);
            int revision = history.revisionOf(digest);
            SetManifest manifest = new SetManifest(
                    SetManifest.VERSION,
                    set.toString(),
                    settings.zone().getId(),
                    revision,
                    history.before(revision),
                    true,
                    digest,
                    entries);
            if (!history.isOnDisk(revision)) {
                ManifestJson.write(staged, ManifestJson.text(manifest));
                staged.seal();
                folders.publish(staged, revision);
            }
            boolean isNew = !history.isRecorded(revision);
            if (isNew) {
                log.record(set.toString(), revision, digest, manifest.fileRows());
            }
            return new SetResult(set, revision, isNew, folders.folder(revision), entries.size());
        }
    }

    private DeliveryException undelivered(DeliverySet set, IOException cause) {
        Path folder = settings.out().resolve(set.toString());
        return new DeliveryException(
                "Expected to write the files of " + set + " into " + folder + ", found "
                        + cause.getClass().getSimpleName() + ": " + cause.getMessage()
                        + "; nothing of them was published. Free space on the disk or make the folder writable, then"
                        + " repeat",
                cause);
    }

    /** The files of a set. */
    private static final class Files implements SetFiles {

        private final StagedRevision staged;
        private final Set<String> begun = Collections.synchronizedSet(new HashSet<>());
        private final List<SetManifest.Entry> completed = Collections.synchronizedList(new ArrayList<>());

        private Files(StagedRevision staged) {
            this.staged = staged;
        }

        @Override
        public SetFile create(String path, String schema) throws IOException {
            if (!PATH.matcher(path).matches() || path.endsWith(".part") || path.equals(ManifestJson.FILE_NAME)) {
                throw new IllegalArgumentException(
                        "Expected a path of visible names inside the folder, found '" + path + "'");
            }
            if (!begun.add(path)) {
                throw new IllegalArgumentException("Expected one file for each path, found '" + path + "' again");
            }
            return new SetFile(staged.createPart(path), staged, path, schema, completed::add);
        }

        private void requireCompleted() throws IOException {
            Set<String> open = new TreeSet<>(begun);
            completed.forEach(entry -> open.remove(entry.path()));
            if (!open.isEmpty()) {
                throw new IOException("Expected every file to be completed, found some that were not: " + open);
            }
        }
    }
}
