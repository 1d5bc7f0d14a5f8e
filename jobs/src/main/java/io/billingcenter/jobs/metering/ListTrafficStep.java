package io.billingcenter.jobs.metering;

import io.billingcenter.config.BillingSettings;
import io.billingcenter.domain.account.WorkspaceId;
import io.billingcenter.domain.guard.ConsentKind;
import io.billingcenter.domain.guard.GuardStop;
import io.billingcenter.domain.guard.InputFinding;
import io.billingcenter.domain.guard.InputFindingKind;
import io.billingcenter.domain.metering.plan.ListedTask;
import io.billingcenter.domain.metering.plan.ReadingPlan;
import io.billingcenter.domain.metering.plan.ReadingPlan.PlannedReading;
import io.billingcenter.domain.metering.plan.StartedReading;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.domain.usage.WorkspaceDay;
import io.billingcenter.jobs.guard.ConsentBook;
import io.billingcenter.jobs.guard.GuardStops;
import io.billingcenter.jobs.guard.TrafficStoreGuard;
import io.billingcenter.jobs.launch.Folders;
import io.billingcenter.jobs.launch.ReferenceLookups;
import io.billingcenter.jobs.launch.RunRequest;
import io.billingcenter.readers.files.traffic.SampledRecords;
import io.billingcenter.readers.files.traffic.TrafficFolder;
import io.billingcenter.readers.tables.guard.ConsentReader;
import io.billingcenter.readers.tables.metering.ReadingHistory;
import io.billingcenter.readers.tables.metering.StartedReadings;
import io.billingcenter.readers.tables.runs.RunHistoryReader;
import io.billingcenter.readers.tables.runs.RunInputs;
import io.billingcenter.writers.tables.guard.InputFindingWriter;
import io.billingcenter.writers.tables.metering.LateDays;
import io.billingcenter.writers.tables.metering.MeteringTaskTables;
import io.billingcenter.writers.tables.metering.RecoveredDays;
import io.billingcenter.writers.tables.runs.RunWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;

/** Lists the traffic store, has the store guard check it, then stores the work to be done. */
final class ListTrafficStep {

    private static final Logger LOG = LoggerFactory.getLogger(ListTrafficStep.class);

    private final JdbcTemplate jdbc;
    private final Folders folders;
    private final ReferenceLookups lookups;
    private final RunRequest request;
    private final BillingSettings settings;
    private final GuardStops stops;
    private final ConsentBook consents;

    ListTrafficStep(
            JdbcTemplate jdbc,
            Folders folders,
            ReferenceLookups lookups,
            RunRequest request,
            BillingSettings settings,
            GuardStops stops,
            ConsentBook consents) {
        this.jdbc = jdbc;
        this.folders = folders;
        this.lookups = lookups;
        this.request = request;
        this.settings = settings;
        this.stops = stops;
        this.consents = consents;
    }

    /** Does all of it for a run, in the transaction of the caller. */
    void run(long runId) {
        TrafficFolder folder = new TrafficFolder(folders.traffic());
        ReadingHistory history = new ReadingHistory(jdbc);
        requireFolderOfWithdrawal(folder);
        ListTraffic list = new ListTraffic(
                folder,
                history,
                lookups.termsBook(),
                request,
                settings.metering().lateWindowDays());
        Listing listing = list.list();
        guard(listing, history, runId);
        noteLate(listing, runId);
        noteFindings(listing, runId);
        List<PlannedReading> plan = new ReadingPlan(
                        settings.metering().effectiveThreads(),
                        settings.metering().tableBytes(),
                        new SampledRecords(folder))
                .of(listing.tasks());
        store(listing.tasks(), plan);
        noteInputs(runId, list.digest());
    }

    /** Keeps with the run what this attempt was begun with. */
    private void noteInputs(long runId, String listed) {
        RunInputs inputs = new RunInputs(jdbc);
        String digest = inputs.digest(settings.describeRules(), listed);
        new RunWriter(jdbc).inputs(runId, digest);
        inputs.unfinishedWithOthers(runId, digest)
                .ifPresent(other -> LOG.info(
                        "Run {} did not finish and had other inputs; its results under them are computed again",
                        other));
    }

    /** Stores the work in place of what an earlier attempt listed; slices that it has read and that still stand are kept. */
    private void store(List<ListedTask> tasks, List<PlannedReading> plan) {
        List<StartedReading> standing = StartedReading.standing(
                new StartedReadings(jdbc).all(), tasks, day -> request.rereads(day.workspace(), day.day()));
        Set<WorkspaceDay> days =
                standing.stream().map(StartedReading::workspaceDay).collect(Collectors.toSet());
        MeteringTaskTables tables = new MeteringTaskTables(jdbc);
        tables.clear(days);
        tables.insert(StartedReading.resume(standing, plan), days);
    }

    private void requireFolderOfWithdrawal(TrafficFolder folder) {
        WorkspaceId workspace = request.workspace();
        if (request.missing().withdrawn() && workspace != null) {
            WorkspaceDay day = new WorkspaceDay(workspace, request.requireDay());
            if (folder.isGone(day)) {
                throw new IllegalArgumentException("Expected the folder " + folder.folderOf(day)
                        + " with what is left of the workspace-day, found none; an archived folder withdraws nothing."
                        + " Make it, empty if all files are withdrawn, and give the same command again");
            }
        }
    }

    private void guard(Listing listing, ReadingHistory history, long runId) {
        BillingDay day = request.requireDay();
        TrafficStoreGuard guard = new TrafficStoreGuard(
                history, lookups.directory(), settings.guard().store(), folders.traffic());
        List<String> reasons = listing.unlisted().entrySet().stream()
                .filter(entry -> entry.getKey().day().equals(day))
                .map(Map.Entry::getValue)
                .toList();
        guard.requireListed(listing.workspacesOfDay().size(), reasons);
        Set<WorkspaceId> withFolder = new TreeSet<>(listing.workspacesOfDay());
        listing.unlisted().keySet().stream()
                .filter(unlisted -> unlisted.day().equals(day))
                .forEach(unlisted -> withFolder.add(unlisted.workspace()));
        Optional<GuardStop> stop = guard.stopFor(day, withFolder);
        if (stop.isPresent() && !isEmptyAccepted(day)) {
            stops.requireConsent(stop.get(), runId);
        }
    }

    private boolean isEmptyAccepted(BillingDay day) {
        ConsentReader given = new ConsentReader(jdbc);
        String reason = request.missing().emptyAccepted();
        if (reason != null && !given.has(ConsentKind.STORE, day.toString())) {
            consents.consent(ConsentKind.STORE, day.toString(), reason);
        }
        return given.has(ConsentKind.STORE, day.toString());
    }

    private void noteLate(Listing listing, long runId) {
        int window = settings.metering().lateWindowDays();
        LateDays late = new LateDays(jdbc, request.requireDay());
        listing.late()
                .forEach(task -> late.note(
                        task.workspaceDay(), "files came after the late window of " + window + " days", runId));
        listing.tasks().stream().map(ListedTask::workspaceDay).forEach(late::keep);
        late.keepAll(day -> listing.unlistedWorkspaces().contains(day.workspace())
                || listing.unlisted().containsKey(day));
        late.forgetWithdrawn();
    }

    private void noteFindings(Listing listing, long runId) {
        RecoveredDays healed = new RecoveredDays(jdbc, runId);
        healed.heal(listing.healed());
        healed.forgetBefore(
                request.requireDay().minusDays(settings.metering().lateWindowDays()),
                new RunHistoryReader(jdbc).closedMonths());
        List<InputFinding> findings = new ArrayList<>();
        listing.unlisted()
                .forEach((day, reason) ->
                        findings.add(new InputFinding(day, InputFindingKind.UNREADABLE, "", day + ": " + reason)));
        new InputFindingWriter(jdbc, runId)
                .replaceWholeDays(
                        InputFindingKind.UNREADABLE,
                        request.requireDay(),
                        listing.unlistedWorkspaces()::contains,
                        findings);
    }
}
