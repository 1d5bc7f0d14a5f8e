package io.billingcenter.jobs.guard;

import io.billingcenter.config.GuardSettings;
import io.billingcenter.domain.account.AccountDirectory;
import io.billingcenter.domain.account.WorkspaceId;
import io.billingcenter.domain.guard.GuardFinding;
import io.billingcenter.domain.guard.GuardLevel;
import io.billingcenter.domain.guard.GuardReason;
import io.billingcenter.domain.guard.GuardStop;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.readers.files.traffic.TrafficStoreException;
import io.billingcenter.readers.tables.metering.ReadingHistory;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The guard that checks that the traffic store is there, after it was listed and before anything is written. */
public final class TrafficStoreGuard {

    private static final int PER_CENT = 100;

    private final ReadingHistory history;
    private final AccountDirectory directory;
    private final GuardSettings.Store limits;
    private final Path store;

    /** A guard of the store at a path. */
    public TrafficStoreGuard(
            ReadingHistory history, AccountDirectory directory, GuardSettings.Store limits, Path store) {
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
        boolean many = unlisted >= limits.unlistedFolders()
                && (long) unlisted * PER_CENT > (long) limits.unlistedShare() * (listed + unlisted);
        if (many) {
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
