package io.billingcenter.jobs.installation;

import io.billingcenter.domain.guard.ConsentKind;
import io.billingcenter.domain.installation.OutputFolderContent;
import io.billingcenter.domain.installation.PublishedRevision;
import io.billingcenter.jobs.guard.ConsentBook;
import io.billingcenter.jobs.launch.DatabaseAddress;
import io.billingcenter.jobs.launch.Folders;
import io.billingcenter.jobs.launch.JobName;
import io.billingcenter.readers.files.installation.OutputFolderReader;
import io.billingcenter.readers.tables.installation.InstallationReader;
import io.billingcenter.writers.files.installation.InstallationMarker;
import io.billingcenter.writers.tables.installation.InstallationWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The output folder, which belongs to one database. A command that writes into it finds the marker of its own database
 * there, or takes the folder over before it writes anything else. The caller holds the lock of the run.
 */
@Component
public class OutputFolder {

    private static final int SHOWN = 5;
    private static final int LONGEST_SUBJECT = 1024;

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final ConsentBook consents;
    private final DatabaseAddress address;
    private final Path out;

    OutputFolder(
            JdbcTemplate jdbc,
            PlatformTransactionManager transactions,
            ConsentBook consents,
            DatabaseAddress address,
            Folders folders) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.consents = consents;
        this.address = address;
        this.out = folders.out();
    }

    /**
     * Checks that the folder belongs to this database, or takes it over; does nothing for a job that writes no files.
     *
     * @param adoption reason for taking over a folder with content that this database does not know; null when it is
     *     not taken over
     * @throws IllegalArgumentException when it belongs to another database, or would have to be adopted
     */
    public void claim(JobName job, @Nullable String adoption) {
        if (!job.delivers()) {
            return;
        }
        try {
            Files.createDirectories(out);
            Path folder = out.toRealPath();
            InstallationReader reader = new InstallationReader(jdbc);
            Optional<String> id = InstallationMarker.read(folder).filter(text -> !text.isEmpty());
            if (id.isEmpty()) {
                takeOver(folder, reader, adoption);
                return;
            }
            Optional<String> there = reader.folderOf(id.get());
            if (there.isEmpty()) {
                throw ofAnother(folder, id.get(), reader.ids());
            }
            if (!there.get().equals(folder.toString())) {
                mark(folder, () -> {});
            }
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "Expected to read and write the output folder " + out + "; make it readable and writable", e);
        }
    }

    /**
     * Checks that the folder does not belong to another database, and writes nothing, neither there nor in the database.
     *
     * @throws IllegalArgumentException when it does
     */
    public void refuseThatOfAnother() {
        if (!Files.isDirectory(out)) {
            return;
        }
        try {
            InstallationReader reader = new InstallationReader(jdbc);
            Optional<String> id = InstallationMarker.read(out).filter(text -> !text.isEmpty());
            if (id.isPresent() && reader.folderOf(id.get()).isEmpty()) {
                throw ofAnother(out, id.get(), reader.ids());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Expected to read the output folder " + out + "; make it readable", e);
        }
    }

    private void takeOver(Path folder, InstallationReader reader, @Nullable String adoption) throws IOException {
        OutputFolderContent found = new OutputFolderReader(folder).read();
        List<PublishedRevision> unknown = found.unknownTo(reader.recorded(), reader.due());
        if (unknown.isEmpty()) {
            mark(folder, () -> {});
            return;
        }
        if (adoption == null) {
            throw new IllegalArgumentException("Expected in the output folder " + folder
                    + " only what the database at " + address.shown() + " has delivered, found " + unknown.size()
                    + " revisions that it does not know, like "
                    + unknown.stream()
                            .limit(SHOWN)
                            .map(PublishedRevision::toString)
                            .collect(Collectors.joining(", "))
                    + "; set --out to another folder, or take this one over with --adopt-out --reason TEXT");
        }
        mark(folder, () -> {
            new InstallationWriter(jdbc).adopt(found);
            String subject = folder.toString();
            consents.consent(
                    ConsentKind.ADOPT_OUT, subject.substring(0, Math.min(subject.length(), LONGEST_SUBJECT)), adoption);
        });
    }

    /** Stores the id in the database first, since a marker that it does not know would be taken for that of another database. */
    private void mark(Path folder, Runnable more) throws IOException {
        String id = InstallationId.next();
        transaction.executeWithoutResult(status -> {
            new InstallationWriter(jdbc).add(id, folder);
            more.run();
        });
        InstallationMarker.write(folder, id);
    }

    private IllegalArgumentException ofAnother(Path folder, String found, List<String> own) {
        return new IllegalArgumentException("Expected the output folder " + folder + " to belong to the database at "
                + address.shown() + " (" + (own.isEmpty() ? "which has none yet" : String.join(", ", own))
                + "), found that of another database (" + found + " in " + folder.resolve(InstallationMarker.FILE_NAME)
                + "); correct --out or --db. One folder belongs to one database");
    }
}
