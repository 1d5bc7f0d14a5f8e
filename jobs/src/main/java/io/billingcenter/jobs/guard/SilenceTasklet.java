package io.billingcenter.jobs.guard;

import io.billingcenter.config.BillingSettings;
import io.billingcenter.config.GuardSettings;
import io.billingcenter.domain.account.AccountDirectory;
import io.billingcenter.domain.account.Workspace;
import io.billingcenter.domain.account.WorkspaceId;
import io.billingcenter.domain.guard.ConsentKind;
import io.billingcenter.domain.guard.Silence;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.jobs.launch.RunId;
import io.billingcenter.jobs.launch.RunLookups;
import io.billingcenter.jobs.launch.RunRequest;
import io.billingcenter.readers.tables.guard.ConsentReader;
import io.billingcenter.readers.tables.guard.SilenceReader;
import io.billingcenter.writers.tables.guard.SilenceWriter;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.jdbc.core.JdbcTemplate;

/** Records the charged workspaces that had files every day and have none for the day of the run. */
final class SilenceTasklet implements Tasklet {

    private final JdbcTemplate jdbc;
    private final RunLookups runLookups;
    private final BillingSettings settings;

    SilenceTasklet(JdbcTemplate jdbc, RunLookups runLookups, BillingSettings settings) {
        this.jdbc = jdbc;
        this.runLookups = runLookups;
        this.settings = settings;
    }

    @Override
    public RepeatStatus execute(StepContribution contribution, ChunkContext context) {
        SilenceWriter table = new SilenceWriter(jdbc);
        table.forgetWhereFilesCame();
        BillingDay day = RunRequest.of(contribution).requireDay();
        GuardSettings.Silence limits = settings.guard().silence();
        // A day that a person has declared to be without traffic has no silence.
        boolean meant = new ConsentReader(jdbc).has(ConsentKind.STORE, day.toString());
        Set<WorkspaceId> charged =
                meant ? new HashSet<>() : charged(runLookups.of(contribution).directory(), day);
        table.replace(
                day,
                silent(
                        day,
                        new Silence(limits.usualDays(), limits.longestDays()),
                        charged,
                        new SilenceReader(jdbc),
                        table.noted(day)),
                RunId.of(contribution));
        return RepeatStatus.FINISHED;
    }

    /** Returns the workspaces that are charged and have a paying account. */
    private static Set<WorkspaceId> charged(AccountDirectory directory, BillingDay day) {
        return directory.workspaces().stream()
                .map(Workspace::id)
                .filter(id -> directory.plan(id, day).charged()
                        && directory.binding(id, day).isPresent())
                .collect(Collectors.toSet());
    }

    /**
     * Returns the silent workspaces, each with a text for people. A silence that a person has acknowledged has ended; days
     * of it that were recorded before stay recorded.
     */
    private static Map<WorkspaceId, String> silent(
            BillingDay day, Silence rule, Set<WorkspaceId> charged, SilenceReader reader, Set<WorkspaceId> noted) {
        charged.removeAll(reader.withFiles(day));
        BillingDay first = rule.firstDay(day);
        Map<WorkspaceId, Set<BillingDay>> withFiles = reader.daysWithFiles(charged, first, day);
        Map<WorkspaceId, Set<BillingDay>> known = reader.acknowledged(first, day);
        Map<WorkspaceId, String> silent = new TreeMap<>();
        withFiles.forEach((workspace, days) -> rule.lastDayBefore(day, days).ifPresent(last -> {
            boolean acknowledged =
                    known.getOrDefault(workspace, Set.of()).stream().anyMatch(last::isBefore);
            if (!acknowledged || noted.contains(workspace)) {
                silent.put(workspace, "no files since " + last + ", and files on every day before");
            }
        }));
        return silent;
    }
}
