package io.billingcenter.jobs.launch;

import io.billingcenter.config.BillingSettings;
import java.nio.file.Path;

/** The folders of a run, absolute. */
public record Folders(Path traffic, Path reference, Path priceBooks, Path out) {

    /** The folders that the settings name, relative ones resolved against the home of the suite. */
    public static Folders of(BillingSettings settings, Path home) {
        return new Folders(
                resolve(home, settings.traffic()),
                resolve(home, settings.reference()),
                resolve(home, settings.priceBooks()),
                resolve(home, settings.out()));
    }

    private static Path resolve(Path home, String path) {
        return home.resolve(path).toAbsolutePath().normalize();
    }
}
