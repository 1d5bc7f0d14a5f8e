package io.billingcenter.writers.files.delivery;

import java.nio.file.Path;
import java.time.ZoneId;

/**
 * Where and how files for finance are written.
 *
 * @param out folder of all periods; made when it is missing
 * @param zone zone of billing days and months, named in the manifest
 * @param excel whether a second set of files for spreadsheets lies in the folder {@code excel} of each revision
 */
public record DeliverySettings(Path out, ZoneId zone, boolean excel) {}
