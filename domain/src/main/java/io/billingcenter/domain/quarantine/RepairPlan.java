package io.billingcenter.domain.quarantine;

import java.util.List;

/**
 * What a file of mended records comes to, after all of it was found to be right.
 *
 * @param files the traffic files to be put into their folders
 * @param repairs the bad records that they stand in for
 * @param done bad records that were mended the same way before
 * @param repeats mended records that repeat one that is there: they will be duplicates
 */
public record RepairPlan(List<RepairFile> files, List<Repair> repairs, int done, long repeats) {

    /** Keeps copies of the lists. */
    public RepairPlan {
        files = List.copyOf(files);
        repairs = List.copyOf(repairs);
    }
}
