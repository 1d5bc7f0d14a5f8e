package io.billingcenter.jobs.launch;

import io.billingcenter.config.BillingSettings;
import java.nio.file.Files;
import java.nio.file.Path;

/** The folders of a run, as absolute paths. */
public record Folders(Path traffic, Path reference, Path priceBooks, Path out) {

    /** Returns the folders of the settings, relative ones resolved against the home of the suite. */
    public static Folders of(BillingSettings settings, Path home) {
        return new Folders(
                resolve(home, settings.traffic()),
                resolve(home, settings.reference()),
                resolve(home, settings.priceBooks()),
                resolve(home, settings.out()));
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
