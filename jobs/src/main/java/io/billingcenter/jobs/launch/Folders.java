package io.billingcenter.jobs.launch;

import io.billingcenter.config.BillingSettings;
import io.billingcenter.config.StagingSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The folders of a run, as absolute paths.
 *
 * @param traffic folder of the traffic logs, or of their copies from another machine
 * @param archive folder of the archive files; null if none is set
 * @param templates folder of templates that take the place of the shipped ones; need not exist
 * @param remoteTraffic the store from which traffic is copied; null if it is in the folder already
 */
public record Folders(
        Path traffic,
        Path reference,
        Path priceBooks,
        Path out,
        @Nullable Path archive,
        Path templates,
        @Nullable RemoteStore remoteTraffic) {

    /** The folders of a run whose traffic is not copied. */
    public Folders(Path traffic, Path reference, Path priceBooks, Path out, @Nullable Path archive, Path templates) {
        this(traffic, reference, priceBooks, out, archive, templates, null);
    }

    /** Returns the folders of the settings, relative ones resolved against the home of the suite. */
    public static Folders of(BillingSettings settings, Path home) {
        boolean isRemote = StagingSettings.isRemote(settings.traffic());
        return new Folders(
                resolve(home, isRemote ? settings.staging().folder() : settings.traffic()),
                resolve(home, settings.reference()),
                resolve(home, settings.priceBooks()),
                resolve(home, settings.out()),
                settings.archive().isBlank() ? null : resolve(home, settings.archive()),
                resolve(home, settings.documents().templates()),
                isRemote ? new RemoteStore(settings.traffic(), settings.staging(), home) : null);
    }

    /**
     * Checks that the folders of a job exist, before it changes anything.
     *
     * @throws IllegalArgumentException when a folder is missing or cannot be created
     */
    public void requireFor(JobName job) {
        if (job.readsReference()) {
            requireReference();
        }
        if (job.readsTraffic()) {
            requireTraffic();
        }
        if (job.delivers()) {
            requireWritable("files", out, "--out");
        }
        if (job.purges()) {
            requireWritable("archive files", requireArchive(), "billing.archive");
        }
    }

    /**
     * Returns the folder of the archive files.
     *
     * @throws IllegalArgumentException when none is set, or it is below the delivered files or the traffic
     */
    public Path requireArchive() {
        if (archive == null) {
            throw new IllegalArgumentException(
                    "Expected a folder for the archive files, found none; set billing.archive"
                            + " in config/application.yml to a folder that is kept and backed up as long as the law asks");
        }
        requireApart(archive, out, "delivered files");
        requireApart(archive, traffic, "traffic logs");
        return archive;
    }

    private static void requireApart(Path archive, Path other, String content) {
        if (real(archive).startsWith(real(other))) {
            throw new IllegalArgumentException("Expected billing.archive to be a folder apart from the " + content
                    + " in " + other + ", found " + archive + "; set it to another folder");
        }
    }

    /** Returns a path without symbolic links in the part of it that exists. */
    private static Path real(Path path) {
        Path there = path;
        while (there.getParent() != null && !Files.exists(there)) {
            there = there.getParent();
        }
        try {
            return there.toRealPath().resolve(there.relativize(path)).normalize();
        } catch (IOException e) {
            return path;
        }
    }

    /**
     * Checks that the folders of the reference files and price books exist.
     *
     * @throws IllegalArgumentException when a folder is missing
     */
    public void requireReference() {
        requirePresent("reference", "--reference", reference);
        requirePresent("price book", "--price-books", priceBooks);
    }

    /**
     * Checks that the traffic store exists; makes the folder of its copies if it is on another machine.
     *
     * @throws IllegalArgumentException when the folder is missing
     */
    public void requireTraffic() {
        if (remoteTraffic == null) {
            requirePresent("traffic", "--traffic", traffic);
            return;
        }
        requireWritable("copies of traffic files", traffic, "billing.staging.folder");
        try {
            Files.createDirectories(traffic);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "Expected to create the folder " + traffic + " of copies of traffic files", e);
        }
    }

    /** Returns the place of the traffic logs, for people: the folder, or the address on another machine. */
    public String trafficPlace() {
        return remoteTraffic == null ? traffic.toString() : remoteTraffic.address();
    }

    private static void requirePresent(String role, String option, Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new IllegalArgumentException("Expected the " + role + " folder at " + folder + ", found "
                    + (Files.exists(folder) ? "something else" : "nothing") + " there; create it or set " + option);
        }
    }

    /**
     * Checks that a folder can be written, or created.
     *
     * @param content name of its content, for people
     * @param setting option or setting with the folder
     * @throws IllegalArgumentException when it cannot
     */
    public static void requireWritable(String content, Path folder, String setting) {
        Path there = folder;
        while (there.getParent() != null && !Files.exists(there)) {
            there = there.getParent();
        }
        if (!Files.isDirectory(there) || !Files.isWritable(there)) {
            throw new IllegalArgumentException("Expected to write " + content + " into " + folder + ", found that "
                    + there
                    + (Files.isDirectory(there) ? " cannot be written" : " is no folder") + "; change that or set "
                    + setting);
        }
    }

    private static Path resolve(Path home, String path) {
        return home.resolve(path).toAbsolutePath().normalize();
    }
}
