package io.billingcenter.readers.tables.quarantine;

import io.billingcenter.domain.account.WorkspaceId;
import io.billingcenter.domain.metering.fold.MeteringTermsBook;
import io.billingcenter.domain.quarantine.QuarantineSheet;
import io.billingcenter.domain.quarantine.Repair;
import io.billingcenter.domain.quarantine.RepairFile;
import io.billingcenter.domain.quarantine.RepairPlan;
import io.billingcenter.domain.quarantine.RepairedRecord;
import io.billingcenter.domain.quarantine.RepairedRecord.Original;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.domain.usage.WorkspaceDay;
import io.billingcenter.readers.files.csv.Problem;
import io.billingcenter.readers.files.csv.Problems;
import io.billingcenter.readers.files.quarantine.InvalidRepairException;
import io.billingcenter.readers.files.quarantine.RepairChecks;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Plans repairs: checks that the quarantined records are still there, finds the workspace-day of each repaired record by its
 * own columns, and checks that the record would count there.
 */
public final class RepairPlanner {

    /** A billing day begins at most that many days before or after the same date in UTC. */
    private static final int ZONE_DAYS = 1;

    private final KnownRepairs known;
    private final MeteringTermsBook terms;
    private final Predicate<WorkspaceId> isKnown;
    private final RepairChecks checks;

    /**
     * A planner for one file.
     *
     * @param isKnown whether reference data has that workspace
     */
    public RepairPlanner(
            JdbcTemplate jdbc, MeteringTermsBook terms, Predicate<WorkspaceId> isKnown, RepairChecks checks) {
        this.known = new KnownRepairs(jdbc);
        this.terms = terms;
        this.isKnown = isKnown;
        this.checks = checks;
    }

    /**
     * Returns the plan.
     *
     * @param file name of the file with the repaired records, for messages
     * @throws InvalidRepairException when any of them is wrong, with all that are
     * @throws IOException when the disk fails
     */
    public RepairPlan plan(String file, List<RepairedRecord> repaired) throws IOException {
        Problems problems = new Problems();
        Map<Original, List<RepairedRecord>> byOriginal = new LinkedHashMap<>();
        repaired.forEach(record -> byOriginal
                .computeIfAbsent(record.original(), original -> new ArrayList<>())
                .add(record));
        int all = byOriginal.size();
        byOriginal.values().removeIf(records -> isDone(records, file, problems));
        List<RepairFile> files = files(byOriginal, file, problems);
        long repeats = 0;
        for (List<RepairFile> ofDay : byTarget(files)) {
            repeats += checks.check(
                    ofDay,
                    (record, rejection) -> problems.add(new Problem(
                            file,
                            record.line(),
                            "",
                            rejection.reason().code() + ": " + rejection.detail(),
                            "a repaired record that counts in " + ofDay.get(0).target())));
        }
        if (!problems.isEmpty()) {
            throw new InvalidRepairException(file, problems.sorted());
        }
        return new RepairPlan(files, repairs(files, byOriginal), all - byOriginal.size(), repeats);
    }

    /** Returns whether a quarantined record needs no repair file; one that cannot be repaired is reported as a problem. */
    private boolean isDone(List<RepairedRecord> repaired, String file, Problems problems) {
        Original original = repaired.get(0).original();
        int line = repaired.get(0).line();
        Optional<String> raw = known.rawSha256(original);
        if (raw.isEmpty()) {
            problems.add(new Problem(
                    file,
                    line,
                    QuarantineSheet.FILE,
                    original.toString(),
                    "a record that is in quarantine now; export the day again"));
            return true;
        }
        if (!raw.get().equals(original.rawSha256())) {
            problems.add(new Problem(
                    file,
                    line,
                    QuarantineSheet.RAW_SHA256,
                    original.rawSha256(),
                    raw.get() + ": there are other bytes at " + original + " now; export the day again"));
            return true;
        }
        List<Repair> before = known.of(original);
        if (before.isEmpty() || !before.stream().allMatch(repair -> checks.exists(repair.target(), repair.file()))) {
            return false;
        }
        if (!before.get(0).repairedDigest().equals(Repair.digestOf(repaired))) {
            Repair repair = before.get(0);
            problems.add(new Problem(
                    file,
                    line,
                    QuarantineSheet.FILE,
                    original.toString(),
                    "a record that was not repaired otherwise in " + repair.target() + "/" + repair.file()
                            + "; delete that file to repair its records anew"));
        }
        return true;
    }

    private List<RepairFile> files(Map<Original, List<RepairedRecord>> byOriginal, String file, Problems problems) {
        BillingDay lastDay = known.lastDay();
        Map<WorkspaceDay, List<RepairedRecord>> records = new TreeMap<>();
        Map<WorkspaceDay, List<RepairedRecord>> rows = new TreeMap<>();
        for (List<RepairedRecord> repaired : byOriginal.values()) {
            for (RepairedRecord record : repaired) {
                WorkspaceDay target = targetOf(record);
                Problem problem = problemOf(record, target, lastDay, file);
                if (problem != null) {
                    problems.add(problem);
                } else {
                    (record.original().isMeteringRow() ? rows : records)
                            .computeIfAbsent(target, day -> new ArrayList<>())
                            .add(record);
                }
            }
        }
        List<RepairFile> files = new ArrayList<>();
        records.forEach((target, of) -> files.add(RepairFile.of(target, of)));
        rows.forEach((target, of) -> files.add(RepairFile.of(target, of)));
        return files;
    }

    private @Nullable Problem problemOf(
            RepairedRecord record, WorkspaceDay target, @Nullable BillingDay lastDay, String file) {
        boolean moved =
                !target.workspace().equals(record.original().workspaceDay().workspace());
        if (moved && !isKnown.test(target.workspace())) {
            return new Problem(
                    file,
                    record.line(),
                    "mended_workspace_id",
                    target.workspace().value(),
                    record.original().workspaceDay().workspace() + ", or another workspace of the reference data");
        }
        if (lastDay != null && lastDay.isBefore(target.day())) {
            return new Problem(
                    file,
                    record.line(),
                    "mended_time",
                    target.day().toString(),
                    "a time up to " + lastDay + ", the last day of which anything was read");
        }
        return null;
    }

    /** Returns the workspace-day of the record; parts that it does not state are those of the quarantined record. */
    private WorkspaceDay targetOf(RepairedRecord record) {
        WorkspaceDay original = record.original().workspaceDay();
        WorkspaceId workspace;
        try {
            workspace = new WorkspaceId(record.workspace());
        } catch (IllegalArgumentException e) {
            workspace = original.workspace();
        }
        Instant time = record.time();
        return time == null ? new WorkspaceDay(workspace, original.day()) : dayOf(workspace, time, original);
    }

    private WorkspaceDay dayOf(WorkspaceId workspace, Instant time, WorkspaceDay original) {
        LocalDate date = LocalDate.ofInstant(time, ZoneOffset.UTC);
        for (LocalDate day = date.minusDays(ZONE_DAYS); !day.isAfter(date.plusDays(ZONE_DAYS)); day = day.plusDays(1)) {
            WorkspaceDay candidate = new WorkspaceDay(workspace, new BillingDay(day));
            if (terms.termsOf(candidate).span().contains(time)) {
                return candidate;
            }
        }
        return new WorkspaceDay(workspace, original.day());
    }

    private static Iterable<List<RepairFile>> byTarget(List<RepairFile> files) {
        Map<WorkspaceDay, List<RepairFile>> byTarget = new TreeMap<>();
        files.forEach(file -> byTarget.computeIfAbsent(file.target(), target -> new ArrayList<>())
                .add(file));
        return byTarget.values();
    }

    private static List<Repair> repairs(List<RepairFile> files, Map<Original, List<RepairedRecord>> byOriginal) {
        List<Repair> repairs = new ArrayList<>();
        for (RepairFile file : files) {
            file.records().stream()
                    .map(RepairedRecord::original)
                    .distinct()
                    .forEach(original -> repairs.add(new Repair(
                            original,
                            Repair.digestOf(byOriginal.getOrDefault(original, List.of())),
                            file.target(),
                            file.name())));
        }
        return repairs;
    }
}
