package io.billingcenter.writers.files.delivery;

import java.nio.file.Path;
import java.time.ZoneId;

/**
 * The place and the form of delivered files.
 *
 * @param out folder of all periods; created if missing
 * @param zone zone of billing days and months, named in the manifest
 * @param excel whether each revision also has a set of files for spreadsheets in its folder {@code excel}
 * @param threads number of files that are written at once; at least 1
 */
public record DeliverySettings(Path out, ZoneId zone, boolean excel, int threads) {

    /** Settings with which one file is written after the other. */
    public DeliverySettings(Path out, ZoneId zone, boolean excel) {
        this(out, zone, excel, 1);
    }
}
