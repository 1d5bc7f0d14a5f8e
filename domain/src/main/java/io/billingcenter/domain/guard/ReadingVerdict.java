package io.billingcenter.domain.guard;

import io.billingcenter.domain.metering.fold.FileFault;
import io.billingcenter.domain.metering.fold.FileTotals;
import io.billingcenter.domain.metering.plan.EarlierReading;
import io.billingcenter.domain.metering.plan.MeteredReading;
import io.billingcenter.domain.metering.plan.MeteringTask;
import io.billingcenter.domain.usage.MeasureTier;
import io.billingcenter.domain.usage.WorkspaceDay;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The decision whether a new reading of a workspace-day takes effect, or the earlier one stays in force because some of
 * its files are gone or damaged. Missing input is never taken as an instruction to bill less.
 *
 * @param counts whether the new reading replaces the earlier one
 * @param findings findings about the workspace-day, which replace all earlier ones
 * @param mayPass whether a file may be readable next time without any visible change
 */
public record ReadingVerdict(boolean counts, List<InputFinding> findings, boolean mayPass) {

    /**
     * The circumstances that decide about missing files.
     *
     * @param withdrawn whether a person has confirmed that the current files are complete
     * @param unreported whether missing files are not reported because nothing can be posted for that month any
     *     more
     */
    public record Circumstances(boolean withdrawn, boolean unreported) {

        /** The circumstances of a workspace-day in an open month without withdrawn files. */
        public static final Circumstances NONE = new Circumstances(false, false);
    }

    /** The text of a detail that precedes the names of files that do not count yet. */
    public static final String WAITING = "until then these wait: ";

    private static final int NAMED_FILES = 10;

    /** Returns the verdict on a reading. */
    public static ReadingVerdict of(MeteredReading reading, Circumstances circumstances) {
        return new Case(reading, circumstances).verdict();
    }

    /** The evaluation of one reading. */
    private static final class Case {

        private final MeteredReading reading;
        private final Circumstances circumstances;
        private final WorkspaceDay workspaceDay;
        private final Map<String, FileTotals> now = new TreeMap<>();
        private final Map<String, FileTotals> counted = new TreeMap<>();
        private final List<InputFinding> unreadable = new ArrayList<>();

        Case(MeteredReading reading, Circumstances circumstances) {
            this.reading = reading;
            this.circumstances = circumstances;
            this.workspaceDay = reading.task().workspaceDay();
            reading.day().files().forEach(file -> now.put(file.file(), file));
            reading.day().files().stream()
                    .filter(FileTotals::unreadable)
                    .forEach(file -> unreadable.add(finding(
                            InputFindingKind.UNREADABLE,
                            file.file(),
                            reading.faults()
                                    .getOrDefault(
                                            file.file(),
                                            "Expected a file that can be read to its end whenever it is read"))));
        }

        ReadingVerdict verdict() {
            EarlierReading earlier = earlier();
            // Nothing can get lost without an earlier reading or after a withdrawal. A torn reading is unusable even
            // then.
            if (earlier == null || circumstances.withdrawn()) {
                return reading.torn().isEmpty() ? counts() : stays(List.of(), List.of());
            }
            earlier.files().stream()
                    .filter(file -> countedRecords(file) > 0)
                    .forEach(file -> counted.put(file.file(), file));
            List<FileTotals> emptied = now.values().stream()
                    .filter(Case::isEmptiedRows)
                    .map(file -> counted.get(file.file()))
                    .filter(Objects::nonNull)
                    .toList();
            boolean damaged = !emptied.isEmpty()
                    || now.values().stream().anyMatch(file -> file.unreadable() && counted.containsKey(file.file()));
            List<FileTotals> gone = counted.values().stream()
                    .filter(file -> !now.containsKey(file.file())
                            && !earlier.withdrawn().contains(file.file()))
                    .toList();
            // A missing file does no harm if its records are found in other files, for example after a rename.
            boolean stays = damaged || !reading.torn().isEmpty() || !gone.isEmpty() && !holdsAllOf(earlier);
            return stays ? stays(emptied, gone) : counts();
        }

        private @Nullable EarlierReading earlier() {
            MeteringTask.Revision last = reading.task().last();
            return last == null ? null : last.reading();
        }

        /**
         * Returns whether no record or entity of the earlier reading is missing. Under the same terms, no measure may
         * be smaller; under other terms measures cannot be compared, so the accepted records must be the same.
         */
        private boolean holdsAllOf(EarlierReading earlier) {
            boolean sameTerms =
                    EarlierReading.termsOf(reading.task().inputDigest()).equals(earlier.termsDigest());
            if (!sameTerms) {
                return reading.day().recordHash().equals(earlier.recordHash());
            }
            Map<MeasureTier, BigInteger> measures = reading.day().measures();
            return earlier.measures().entrySet().stream()
                    .allMatch(entry -> measures.getOrDefault(entry.getKey(), BigInteger.ZERO)
                                    .compareTo(entry.getValue())
                            >= 0);
        }

        private ReadingVerdict counts() {
            return new ReadingVerdict(true, List.copyOf(unreadable), mayPass());
        }

        private ReadingVerdict stays(List<FileTotals> emptied, List<FileTotals> gone) {
            String waiting = waiting();
            List<InputFinding> findings = new ArrayList<>();
            for (InputFinding file : unreadable) {
                findings.add(withDetail(file, file.detail() + charged(file.subject()) + waiting));
            }
            for (FileTotals file : emptied) {
                findings.add(finding(
                        InputFindingKind.UNREADABLE,
                        file.file(),
                        "Expected rows, found none in the place of " + countedRecords(file) + " that count; put the"
                                + " file back, or, if they are withdrawn: " + withdrawal() + waiting));
            }
            if (!circumstances.unreported() || !waiting.isEmpty()) {
                for (FileTotals file : gone) {
                    findings.add(finding(
                            InputFindingKind.VANISHED,
                            file.file(),
                            "Expected the file, of which " + countedRecords(file) + " records count, found it gone"
                                    + perhapsUnreadable() + "; put it back, or, if it is withdrawn: " + withdrawal()
                                    + waiting));
                }
            }
            return new ReadingVerdict(
                    false, findings, mayPass() || !reading.torn().isEmpty());
        }

        /**
         * Returns a remark that a missing file may be one of the unreadable ones, because its name may currently not be
         * decodable.
         */
        private String perhapsUnreadable() {
            EarlierReading earlier = Objects.requireNonNull(earlier(), "an earlier reading");
            Set<String> before = earlier.files().stream().map(FileTotals::file).collect(Collectors.toSet());
            return unreadable.stream().allMatch(file -> before.contains(file.subject()))
                    ? ""
                    : " (or it is a file there that cannot be read)";
        }

        private boolean mayPass() {
            return reading.faults().values().stream().anyMatch(FileFault::mayPass);
        }

        private String charged(String file) {
            FileTotals earlier = counted.get(file);
            return earlier == null ? "" : "; the " + countedRecords(earlier) + " records that it had stay charged";
        }

        private String withdrawal() {
            return "billing rerun --day " + workspaceDay.day() + " --workspace " + workspaceDay.workspace()
                    + " --withdrawn";
        }

        /**
         * Lists the files that are new or have a different number of records and do not count yet; empty if there are
         * none.
         */
        private String waiting() {
            EarlierReading earlier = earlier();
            Map<String, Long> before = new TreeMap<>();
            if (earlier != null) {
                earlier.files().forEach(file -> before.put(file.file(), file.records()));
            }
            List<String> waiting = now.values().stream()
                    .filter(file -> file.records() > 0
                            && (!before.containsKey(file.file()) || before.get(file.file()) != file.records()))
                    .map(FileTotals::file)
                    .toList();
            if (waiting.isEmpty()) {
                return "";
            }
            String named = String.join(", ", waiting.subList(0, Math.min(NAMED_FILES, waiting.size())));
            int more = waiting.size() - NAMED_FILES;
            return "; " + WAITING + named + (more > 0 ? " and " + more + " more" : "");
        }

        private InputFinding finding(InputFindingKind kind, String file, String detail) {
            return new InputFinding(workspaceDay, kind, file, workspaceDay + "/" + file + ": " + detail);
        }

        private static InputFinding withDetail(InputFinding finding, String detail) {
            return new InputFinding(finding.workspaceDay(), finding.kind(), finding.subject(), detail);
        }

        /** A file of metering rows has no header that could show that it is deliberately empty. */
        private static boolean isEmptiedRows(FileTotals file) {
            boolean rows = List.of(".ndjson", ".ndjson.gz", ".ndjson.zst").stream()
                    .anyMatch(ending -> file.file().endsWith(ending));
            return rows && !file.unreadable() && file.records() == 0;
        }

        private static long countedRecords(FileTotals file) {
            return file.records() - file.quarantined();
        }
    }
}
