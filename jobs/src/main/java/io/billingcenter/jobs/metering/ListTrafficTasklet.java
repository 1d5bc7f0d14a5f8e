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
import io.billingcenter.jobs.archive.Archives;
import io.billingcenter.jobs.guard.ConsentBook;
import io.billingcenter.jobs.guard.GuardStops;
import io.billingcenter.jobs.guard.TrafficStoreGuard;
import io.billingcenter.jobs.launch.Folders;
import io.billingcenter.jobs.launch.ReferenceLookups;
import io.billingcenter.jobs.launch.RunId;
import io.billingcenter.jobs.launch.RunLookups;
import io.billingcenter.jobs.launch.RunRequest;
import io.billingcenter.readers.files.traffic.SampledRecords;
import io.billingcenter.readers.files.traffic.TrafficFolder;
import io.billingcenter.readers.tables.archive.DayDetails;
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
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.jdbc.core.JdbcTemplate;

/** Lists the traffic store, checks it with the store guard, then stores the workspace-days to be read. */
final class ListTrafficTasklet implements Tasklet {

    private static final Logger LOG = LoggerFactory.getLogger(ListTrafficTasklet.class);

    private final JdbcTemplate jdbc;
    private final Folders folders;
    private final RunLookups runLookups;
    private final BillingSettings settings;
    private final GuardStops stops;
    private final ConsentBook consents;
    private final Archives archives;
    private final StagedCopies copies;

    ListTrafficTasklet(
            JdbcTemplate jdbc,
            Folders folders,
            RunLookups runLookups,
            BillingSettings settings,
            GuardStops stops,
            ConsentBook consents,
            Archives archives,
            StagedCopies copies) {
        this.jdbc = jdbc;
        this.folders = folders;
        this.runLookups = runLookups;
        this.settings = settings;
        this.stops = stops;
        this.consents = consents;
        this.archives = archives;
        this.copies = copies;
    }

    @Override
    public RepeatStatus execute(StepContribution contribution, ChunkContext context) throws IOException {
        try (DayDetails details = archives.details()) {
            list(contribution, new ReadingHistory(jdbc, details));
        }
        return RepeatStatus.FINISHED;
    }

    private void list(StepContribution contribution, ReadingHistory history) throws IOException {
        RunRequest request = RunRequest.of(contribution);
        ReferenceLookups lookups = runLookups.of(contribution);
        long runId = RunId.of(contribution);
        TrafficFolder folder = new TrafficFolder(folders.traffic());
        requireFolderOfWithdrawal(folder, request);
        ListTraffic list = new ListTraffic(
                folder,
                copies::dropped,
                history,
                lookups.termsBook(),
                request,
                settings.metering().lateWindowDays(),
                settings.metering().effectiveThreads());
        Listing listing = list.list();
        guard(listing, history, request, lookups, runId);
        recordLate(listing, request.requireDay(), runId);
        recordFindings(listing, request.requireDay(), runId);
        copies.bringBack(listing.tasks().stream().map(ListedTask::workspaceDay).toList());
        List<PlannedReading> plan = new ReadingPlan(
                        settings.metering().effectiveThreads(),
                        settings.metering().tableBytes(),
                        new SampledRecords(folder))
                .of(listing.tasks());
        store(listing.tasks(), plan, request);
        recordInputs(runId, list.digest());
    }

    /** Stores the digest of the inputs with which this attempt began. */
    private void recordInputs(long runId, String listed) {
        RunInputs inputs = new RunInputs(jdbc);
        String digest = inputs.digest(settings.describeRules(), listed);
        new RunWriter(jdbc).inputs(runId, digest);
        inputs.unfinishedWithOthers(runId, digest)
                .ifPresent(other -> LOG.info(
                        "Run {} did not finish and had other inputs; its results under them are computed again",
                        other));
    }

    /** Replaces the work that an earlier attempt listed; slices that it read and that are still valid are kept. */
    private void store(List<ListedTask> tasks, List<PlannedReading> plan, RunRequest request) {
        List<StartedReading> standing = StartedReading.standing(
                new StartedReadings(jdbc).all(), tasks, day -> request.rereads(day.workspace(), day.day()));
        Set<WorkspaceDay> days =
                standing.stream().map(StartedReading::workspaceDay).collect(Collectors.toSet());
        MeteringTaskTables tables = new MeteringTaskTables(jdbc);
        tables.clear(days);
        tables.insert(StartedReading.resume(standing, plan), days);
    }

    private void requireFolderOfWithdrawal(TrafficFolder folder, RunRequest request) throws IOException {
        WorkspaceId workspace = request.workspace();
        if (request.statements().withdrawn() && workspace != null) {
            WorkspaceDay day = new WorkspaceDay(workspace, request.requireDay());
            copies.bringBack(List.of(day));
            if (folder.isGone(day)) {
                throw new IllegalArgumentException("Expected the folder " + folder.folderOf(day)
                        + " with the remaining files of the workspace-day, found none; an archived folder withdraws nothing."
                        + " Create it, empty if all files are withdrawn, and run the same command again");
            }
        }
    }

    private void guard(
            Listing listing, ReadingHistory history, RunRequest request, ReferenceLookups lookups, long runId) {
        BillingDay day = request.requireDay();
        TrafficStoreGuard guard = new TrafficStoreGuard(
                history, lookups.directory(), settings.guard().store(), folders.trafficPlace());
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
        if (stop.isPresent() && !isEmptyAccepted(request)) {
            stops.requireConsent(stop.get(), runId);
        }
    }

    private boolean isEmptyAccepted(RunRequest request) {
        BillingDay day = request.requireDay();
        ConsentReader given = new ConsentReader(jdbc);
        String reason = request.statements().emptyAccepted();
        if (reason != null && !given.has(ConsentKind.STORE, day.toString())) {
            consents.consent(ConsentKind.STORE, day.toString(), reason);
        }
        return given.has(ConsentKind.STORE, day.toString());
    }

    private void recordLate(Listing listing, BillingDay day, long runId) {
        int window = settings.metering().lateWindowDays();
        LateDays late = new LateDays(jdbc, day);
        listing.late()
                .forEach(task -> late.note(
                        task.workspaceDay(), "files came after the late window of " + window + " days", runId));
        listing.tasks().stream().map(ListedTask::workspaceDay).forEach(late::keep);
        late.keepAll(other -> listing.unlistedWorkspaces().contains(other.workspace())
                || listing.unlisted().containsKey(other));
        late.forgetWithdrawn();
    }

    private void recordFindings(Listing listing, BillingDay day, long runId) {
        RecoveredDays recovered = new RecoveredDays(jdbc, runId);
        recovered.recover(listing.recovered());
        recovered.forgetBefore(
                day.minusDays(settings.metering().lateWindowDays()), new RunHistoryReader(jdbc).closedMonths());
        List<InputFinding> findings = new ArrayList<>();
        listing.unlisted()
                .forEach((of, reason) ->
                        findings.add(new InputFinding(of, InputFindingKind.UNREADABLE, "", of + ": " + reason)));
        new InputFindingWriter(jdbc, runId)
                .replaceWholeDays(InputFindingKind.UNREADABLE, day, listing.unlistedWorkspaces()::contains, findings);
    }
}
