package io.billingcenter.jobs.metering;

import io.billingcenter.config.BillingSettings;
import io.billingcenter.config.StagingSettings;
import io.billingcenter.domain.guard.GuardStop;
import io.billingcenter.domain.metering.plan.RemoteFile;
import io.billingcenter.domain.metering.plan.StagedFile;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.jobs.guard.GuardStops;
import io.billingcenter.jobs.guard.TrafficStoreGuard;
import io.billingcenter.jobs.launch.Folders;
import io.billingcenter.jobs.launch.RemoteStore;
import io.billingcenter.jobs.launch.RunId;
import io.billingcenter.jobs.launch.RunRequest;
import io.billingcenter.readers.files.traffic.TrafficStoreException;
import io.billingcenter.readers.tables.metering.StagedFileReader;
import io.billingcenter.remote.RemoteException;
import io.billingcenter.remote.traffic.RemoteTraffic;
import io.billingcenter.writers.files.metering.StagingFolder;
import io.billingcenter.writers.tables.metering.StagedFileWriter;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Copies new and changed files of a traffic store on another machine into the folder that {@code listTraffic} lists. The first
 * transaction compares and checks; each of the others fetches a page of files and stores that they are there. A crash repeats at
 * most a page.
 */
final class FetchTrafficTasklet implements Tasklet {

    private static final Logger LOG = LoggerFactory.getLogger(FetchTrafficTasklet.class);

    private static final int PAGE_FILES = 500;
    private static final long PAGE_BYTES = 1L << 30;

    private final JdbcTemplate jdbc;
    private final RemoteStore store;
    private final StagingFolder staging;
    private final BillingSettings settings;
    private final GuardStops stops;
    private final FetchReport report;
    private final Clock clock;
    private final RemoteCalls calls;

    private @Nullable Deque<RemoteFile> pending;
    private final List<RemoteFetch.Result> failed = new ArrayList<>();
    private long files;
    private long bytes;

    FetchTrafficTasklet(
            JdbcTemplate jdbc,
            Folders folders,
            BillingSettings settings,
            GuardStops stops,
            FetchReport report,
            Clock clock) {
        this.jdbc = jdbc;
        this.store = Objects.requireNonNull(folders.remoteTraffic());
        this.staging = new StagingFolder(folders.traffic());
        this.settings = settings;
        this.stops = stops;
        this.report = report;
        this.clock = clock;
        this.calls = new RemoteCalls(settings.staging().threads(), RemoteCalls.SLEEP);
    }

    @Override
    public RepeatStatus execute(StepContribution contribution, ChunkContext context) throws IOException {
        long runId = RunId.of(contribution);
        RunRequest request = RunRequest.of(contribution);
        BillingDay day = request.requireDay();
        // A tasklet is called once for each transaction; the connections of one do not outlive it.
        try (RemoteTraffic remote = store.open()) {
            if (pending == null) {
                pending = new ArrayDeque<>(compare(remote, request, runId));
            } else {
                fetch(remote, pending);
            }
        } catch (RemoteException e) {
            throw new TrafficStoreException(
                    e.getMessage() + ". Nothing was billed; the same command begins where it ended");
        }
        if (!pending.isEmpty()) {
            return RepeatStatus.CONTINUABLE;
        }
        finish(day, runId);
        return RepeatStatus.FINISHED;
    }

    private List<RemoteFile> compare(RemoteTraffic remote, RunRequest request, long runId) throws IOException {
        BillingDay day = request.requireDay();
        StagingSettings how = settings.staging();
        StoreListing listing = new StoreListing(
                remote,
                calls,
                new StagedFileReader(jdbc),
                staging,
                day.minusDays(settings.metering().lateWindowDays()),
                day,
                settings.guard().store().usualDays());
        StoreChanges changes = listing.compare(
                clock.instant().minusSeconds(how.quietSeconds()), of -> request.rereads(of.workspace(), of.day()));
        Optional<GuardStop> stop = TrafficStoreGuard.stopForLost(
                day, changes.lost(), changes.recent(), settings.guard().store(), store.address());
        if (stop.isPresent()) {
            stops.requireConsent(stop.get(), runId);
        }
        for (StagedFile file : changes.gone()) {
            staging.setAside(file.file());
        }
        new StagedFileWriter(jdbc).store(known(changes));
        if (!changes.unfinished().isEmpty()) {
            report.add(
                    runId,
                    changes.unfinished().size() + " still being written, like "
                            + changes.unfinished().get(0) + "; the next run fetches them");
        }
        return changes.fetched();
    }

    private static List<StagedFile> known(StoreChanges changes) {
        return Stream.of(
                        changes.gone().stream()
                                .map(file -> file.withListed(false).withFetched(false)),
                        changes.archived().stream().map(file -> file.withListed(false)),
                        changes.back().stream().map(file -> file.withListed(true)))
                .flatMap(file -> file)
                .toList();
    }

    private void fetch(RemoteTraffic remote, Deque<RemoteFile> rest) throws IOException {
        List<StagedFile> fetched = new ArrayList<>();
        for (RemoteFetch.Result result : new RemoteFetch(remote, calls, staging).fetch(page(rest))) {
            switch (result.outcome()) {
                case FETCHED -> {
                    fetched.add(new StagedFile(result.file(), true, true));
                    files++;
                    bytes += result.file().sizeBytes();
                }
                case CHANGED -> LOG.info("{}; the next run lists it again", result.reason());
                case DENIED -> {
                    LOG.warn("{} cannot be fetched: {}", result.file(), result.reason());
                    failed.add(result);
                }
            }
        }
        new StagedFileWriter(jdbc).store(fetched);
    }

    private static List<RemoteFile> page(Deque<RemoteFile> rest) {
        List<RemoteFile> page = new ArrayList<>();
        long size = 0;
        while (!rest.isEmpty() && page.size() < PAGE_FILES && size < PAGE_BYTES) {
            RemoteFile next = rest.remove();
            page.add(next);
            size += next.sizeBytes();
        }
        return page;
    }

    private void finish(BillingDay day, long runId) throws IOException {
        TrafficStoreGuard.requireFetched(
                files,
                failed.stream().map(RemoteFetch.Result::reason).toList(),
                settings.guard().store(),
                store.address());
        for (RemoteFetch.Result denied : failed) {
            staging.markUnreadable(denied.file());
            report.add(runId, denied.file() + " not fetched: " + denied.reason());
        }
        report.add(runId, files + (files == 1 ? " file, " : " files, ") + bytes + " bytes from " + store.address());
        int dropped = new DroppedCopies(jdbc, staging, settings.staging().keepDays()).dropBefore(day);
        if (dropped > 0) {
            report.add(
                    runId,
                    "copies of " + dropped + " workspace-days removed after "
                            + settings.staging().keepDays() + " days");
        }
    }
}
