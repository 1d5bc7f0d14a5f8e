package io.billingcenter.domain.quarantine;

import java.util.List;

/**
 * The effect of a file of repaired records that has been validated completely.
 *
 * @param files traffic files to be written into their folders
 * @param repairs repairs to be recorded
 * @param done number of records that had been repaired in the same way before
 * @param repeats number of repaired records that repeat an existing record and will be duplicates
 */
public record RepairPlan(List<RepairFile> files, List<Repair> repairs, int done, long repeats) {

    /** Copies the lists. */
    public RepairPlan {
        files = List.copyOf(files);
        repairs = List.copyOf(repairs);
    }
}
