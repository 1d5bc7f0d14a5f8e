package io.billingcenter.jobs.launch;

import io.billingcenter.config.BillingSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The folders of a run, as absolute paths.
 *
 * @param archive folder of the archive files; null if none is set
 * @param templates folder of templates that take the place of the shipped ones; need not exist
 */
public record Folders(
        Path traffic,
        Path reference,
        Path priceBooks,
        Path out,
        @Nullable Path archive,
        Path templates) {

    /** Returns the folders of the settings, relative ones resolved against the home of the suite. */
    public static Folders of(BillingSettings settings, Path home) {
        return new Folders(
                resolve(home, settings.traffic()),
                resolve(home, settings.reference()),
                resolve(home, settings.priceBooks()),
                resolve(home, settings.out()),
                settings.archive().isBlank() ? null : resolve(home, settings.archive()),
                resolve(home, settings.documents().templates()));
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
     * Checks that the traffic store exists.
     *
     * @throws IllegalArgumentException when the folder is missing
     */
    public void requireTraffic() {
        requirePresent("traffic", "--traffic", traffic);
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
