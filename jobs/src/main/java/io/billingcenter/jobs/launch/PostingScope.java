package io.billingcenter.jobs.launch;

import io.billingcenter.domain.account.WorkspaceId;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.domain.time.DayRange;
import io.billingcenter.readers.tables.billing.PostingWorkReader;
import io.billingcenter.readers.tables.paging.WorkspaceRange;
import org.jspecify.annotations.Nullable;

/**
 * The billing days and workspaces that a run posts. A night posts everything that is not posted yet; a rerun posts its own
 * day.
 *
 * @param days billing days of usage
 * @param workspaces workspaces of usage
 * @param feeDays days before the day of the run whose fees are posted, at least 0; null when the run posts no fees
 */
public record PostingScope(
        DayRange days, WorkspaceRange workspaces, @Nullable Integer feeDays) {

    private static final String BEFORE_ALL_IDS = "";
    private static final String AFTER_ALL_IDS = "~";

    /**
     * Returns the scope of a run for a day.
     *
     * @param lateWindowDays days before the day of a night whose fees are posted
     */
    public static PostingScope of(RunRequest request, int lateWindowDays) {
        BillingDay day = request.requireDay();
        if (request.job() != JobName.RERUN) {
            return new PostingScope(
                    new DayRange(PostingWorkReader.BEFORE_ALL_DAYS, day.plusDays(1)), all(), lateWindowDays);
        }
        WorkspaceId workspace = request.workspace();
        DayRange itself = new DayRange(day, day.plusDays(1));
        // Fees do not depend on what a single workspace used.
        return workspace == null
                ? new PostingScope(itself, all(), 0)
                : new PostingScope(itself, new WorkspaceRange(workspace.value(), workspace.value()), null);
    }

    private static WorkspaceRange all() {
        return new WorkspaceRange(BEFORE_ALL_IDS, AFTER_ALL_IDS);
    }
}
