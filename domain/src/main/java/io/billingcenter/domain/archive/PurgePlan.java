package io.billingcenter.domain.archive;

import io.billingcenter.domain.time.BillingMonth;
import java.util.List;
import java.util.Map;

/** The details of earlier months that are in the tables, month by month. */
public record PurgePlan(List<MonthDetails> months) {

    /**
     * The details of a month.
     *
     * @param workspaceDays number of workspace-days
     * @param rows rows of each table
     * @param estimatedBytes size that an archive file of them is about to have
     */
    public record MonthDetails(BillingMonth month, long workspaceDays, Map<String, Long> rows, long estimatedBytes) {}
}
