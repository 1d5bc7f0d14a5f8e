package io.billingcenter.jobs.guard;

import io.billingcenter.config.GuardSettings;
import io.billingcenter.domain.account.AccountDirectory;
import io.billingcenter.domain.account.WorkspaceId;
import io.billingcenter.domain.guard.GuardFinding;
import io.billingcenter.domain.guard.GuardLevel;
import io.billingcenter.domain.guard.GuardReason;
import io.billingcenter.domain.guard.GuardStop;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.domain.usage.WorkspaceDay;
import io.billingcenter.readers.files.traffic.TrafficStoreException;
import io.billingcenter.readers.tables.metering.ReadingHistory;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The guard that checks that the traffic store is there, after it was listed and before anything is written. */
public final class TrafficStoreGuard {

    private static final int PER_CENT = 100;

    private final ReadingHistory history;
    private final AccountDirectory directory;
    private final GuardSettings.Store limits;
    private final String store;

    /** A guard of the store at a place, for people. */
    public TrafficStoreGuard(
            ReadingHistory history, AccountDirectory directory, GuardSettings.Store limits, String store) {
        this.history = history;
        this.directory = directory;
        this.limits = limits;
        this.store = store;
    }

    /**
     * Checks that nearly all folders of the day could be listed.
     *
     * @param listed number of folders of the day that could be listed
     * @param reasons for each other folder, the reason why it could not
     * @throws TrafficStoreException when more could not be listed than the limits allow
     */
    public void requireListed(int listed, List<String> reasons) {
        int unlisted = reasons.size();
        if (isMany(unlisted, listed + unlisted, limits)) {
            throw new TrafficStoreException("Expected the folders of the day in " + store + " to be listed, found "
                    + unlisted + " of " + (listed + unlisted) + " that cannot be, the first: " + reasons.get(0)
                    + "; nothing was changed. See that the store is there and may be read");
        }
    }

    /**
     * Returns the stop of a store that seems to be missing: no charged workspace has a folder for the day, none was ever
     * metered for it, and enough of them had files on every day before.
     *
     * @param withFolder workspaces with a folder for the day, whether it could be listed or not
     */
    public Optional<GuardStop> stopFor(BillingDay day, Set<WorkspaceId> withFolder) {
        if (withFolder.stream().anyMatch(workspace -> isCharged(workspace, day))) {
            return Optional.empty();
        }
        long usual = history.workspacesOfEachDayBefore(day, limits.usualDays()).stream()
                .filter(workspace -> isCharged(workspace, day))
                .count();
        if (usual < limits.usualWorkspaces()
                || history.workspacesOf(day).stream().anyMatch(workspace -> isCharged(workspace, day))) {
            return Optional.empty();
        }
        GuardFinding finding = new GuardFinding(
                GuardReason.STORE_EMPTY,
                "",
                "",
                BigDecimal.valueOf(usual),
                "Expected folders <workspace_id>/" + day + " in " + store
                        + ", found none of any charged workspace, though "
                        + usual + " had files on each of the " + limits.usualDays()
                        + " days before: is the store mounted? If the day is meant to be empty, run the same command with"
                        + " --accept-empty");
        return Optional.of(new GuardStop(GuardLevel.STORE, day, "", List.of(finding)));
    }

    /**
     * Returns the stop of a remote store whose listing lost workspace-days of the last days: more than the limits allow are no
     * longer listed, as with a wrong prefix. A single archived workspace-day is lost without a word.
     *
     * @param lost workspace-days that an earlier listing had and this one has not
     * @param known number of workspace-days that an earlier listing had
     */
    public static Optional<GuardStop> stopForLost(
            BillingDay day, List<WorkspaceDay> lost, int known, GuardSettings.Store limits, String store) {
        if (!isMany(lost.size(), known, limits)) {
            return Optional.empty();
        }
        GuardFinding finding = new GuardFinding(
                GuardReason.STORE_SHRUNK,
                "",
                "",
                BigDecimal.valueOf(lost.size()),
                "Expected the " + known + " workspace-days of the last " + limits.usualDays() + " days in " + store
                        + ", found that " + lost.size() + " are no longer listed, the first: " + lost.get(0)
                        + "; nothing was fetched. See that the address is right");
        return Optional.of(new GuardStop(GuardLevel.STORE, day, "", List.of(finding)));
    }

    /**
     * Checks that nearly all files could be fetched.
     *
     * @param fetched number of files that were fetched
     * @param reasons for each other file, the reason why it was not
     * @throws TrafficStoreException when more were not than the limits allow
     */
    public static void requireFetched(long fetched, List<String> reasons, GuardSettings.Store limits, String store) {
        if (isMany(reasons.size(), fetched + reasons.size(), limits)) {
            throw new TrafficStoreException("Expected the new files in " + store + " to be fetched, found "
                    + reasons.size() + " of " + (fetched + reasons.size()) + " that cannot be, the first: "
                    + reasons.get(0) + "; nothing was billed. See that the store is there and may be read");
        }
    }

    private static boolean isMany(int missing, long all, GuardSettings.Store limits) {
        return missing >= limits.unlistedFolders() && (long) missing * PER_CENT > limits.unlistedShare() * all;
    }

    /**
     * Returns whether usage of the workspace would be charged on the day: it exists, its plan is charged, and it
     * has a binding.
     */
    private boolean isCharged(WorkspaceId workspace, BillingDay day) {
        return directory
                        .workspace(workspace)
                        .filter(known -> !day.isBefore(known.created()))
                        .isPresent()
                && directory.plan(workspace, day).charged()
                && directory.binding(workspace, day).isPresent();
    }
}
