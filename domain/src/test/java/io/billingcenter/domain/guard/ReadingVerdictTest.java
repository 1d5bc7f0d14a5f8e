package io.billingcenter.domain.guard;

import static org.assertj.core.api.Assertions.assertThat;

import io.billingcenter.domain.account.WorkspaceId;
import io.billingcenter.domain.guard.ReadingVerdict.Circumstances;
import io.billingcenter.domain.metering.fold.FileTotals;
import io.billingcenter.domain.metering.fold.MeteredDay;
import io.billingcenter.domain.metering.fold.Slice;
import io.billingcenter.domain.metering.plan.EarlierReading;
import io.billingcenter.domain.metering.plan.MeteredReading;
import io.billingcenter.domain.metering.plan.MeteringTask;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.domain.usage.Measure;
import io.billingcenter.domain.usage.MeasureTier;
import io.billingcenter.domain.usage.WorkspaceDay;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Verifies every way in which the files of a workspace-day can differ from those that count. */
class ReadingVerdictTest {

    private static final WorkspaceDay DAY = new WorkspaceDay(new WorkspaceId("ws-1"), BillingDay.parse("2026-11-21"));
    private static final String TERMS = "t".repeat(32);
    private static final String OTHER_TERMS = "u".repeat(32);

    /**
     * Files are written as {@code name=records}, with {@code !} for a file quarantined whole and {@code q} for
     * quarantined records; measures are the numbers of sms and of reports; the hash of the accepted records is a
     * letter.
     */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # case                                  | before        | sms rep hash | now              | sms rep hash | verdict | findings
            never read                              |               |              | a.csv=2          | 2 0 A        | counts  |
            never read, a file unreadable           |               |              | a.csv=2 b.gz=!   | 2 0 A        | counts  | unreadable b.gz
            a new file                              | a.csv=2       | 2 0 A        | a.csv=2 b.csv=1  | 3 0 B        | counts  |
            a file replaced by fewer records        | a.csv=2       | 2 0 A        | a.csv=1          | 1 0 B        | counts  |
            a header only                           | a.csv=2       | 2 0 A        | a.csv=0          | 0 0 0        | counts  |
            compressed in place                     | a.csv=2       | 2 0 A        | a.csv.gz=2       | 2 0 A        | counts  |
            merged                                  | a.csv=2 b.csv=1 | 3 0 A      | c.csv=3          | 3 0 A        | counts  |
            split                                   | c.csv=3       | 3 0 A        | a.csv=2 b.csv=1  | 3 0 A        | counts  |
            renamed with more in it                 | a.csv=2       | 2 0 A        | b.csv=3          | 3 0 B        | counts  |
            gone                                    | a.csv=2 b.csv=1 | 3 0 A      | a.csv=2          | 2 0 B        | stays   | vanished b.csv
            folder emptied                          | a.csv=2       | 2 0 A        |                  | 0 0 0        | stays   | vanished a.csv
            gone, others came with less             | a.csv=2       | 2 0 A        | b.csv=1          | 1 0 B        | stays   | vanished a.csv; b.csv waits
            gone, more of another measure came      | a.csv=2       | 2 0 A        | b.csv=9          | 1 8 B        | stays   | vanished a.csv; b.csv waits
            gone, as many records but other ones    | a.csv=2       | 2 3 A        | b.csv=2          | 2 2 B        | stays   | vanished a.csv; b.csv waits
            gone, an entity of a conflict missing   | a.csv=2 b.csv=1 | 3 0 A      | a.csv=2          | 2 0 A        | stays   | vanished b.csv
            gone, it had bad records only           | a.csv=2 b.csv=4q | 2 0 A     | a.csv=2          | 2 0 A        | counts  |
            gone, it had bad records only, a edited | a.csv=2 b.csv=4q | 2 0 A     | a.csv=1          | 1 0 B        | counts  |
            gone, it was unreadable                 | a.csv=2 b.gz=! | 2 0 A       | a.csv=2          | 2 0 A        | counts  |
            damaged                                 | a.gz=2        | 2 0 A        | a.gz=!           | 0 0 0        | stays   | unreadable a.gz
            damaged, a new file came                | a.gz=2        | 2 0 A        | a.gz=! b.csv=5   | 5 0 B        | stays   | unreadable a.gz; b.csv waits
            damaged, all records are elsewhere      | a.gz=2 b.csv=2 | 2 0 A       | a.gz=! b.csv=2   | 2 0 A        | stays   | unreadable a.gz
            still unreadable, a new file came       | a.csv=2 b.gz=! | 2 0 A       | a.csv=2 b.gz=! c.csv=1 | 3 0 B  | counts  | unreadable b.gz
            unreadable before, whole now            | a.csv=2 b.gz=! | 2 0 A       | a.csv=2 b.gz=1   | 3 0 B        | counts  |
            rows emptied                            | a.ndjson=2    | 2 0 A        | a.ndjson=0       | 0 0 0        | stays   | unreadable a.ndjson
            packed rows emptied                     | a.ndjson.zst=2 | 2 0 A       | a.ndjson.zst=0   | 0 0 0        | stays   | unreadable a.ndjson.zst
            rows that were empty before             | a.ndjson=0 b.csv=1 | 1 0 A   | a.ndjson=0 b.csv=2 | 2 0 B      | counts  |
            gone and another damaged                | a.csv=2 b.gz=1 | 3 0 A       | b.gz=!           | 0 0 0        | stays   | unreadable b.gz, vanished a.csv
            """)
    void whatIsMissingIsNoInstruction(
            String name,
            @Nullable String before,
            @Nullable String countedBefore,
            @Nullable String now,
            String counted,
            String verdict,
            @Nullable String findings) {
        EarlierReading earlier = before == null && countedBefore == null
                ? null
                : earlier(before, String.valueOf(countedBefore), Set.of());
        ReadingVerdict found = ReadingVerdict.of(reading(earlier, now, counted, TERMS, Set.of()), Circumstances.NONE);
        assertThat(shown(found)).as(name).isEqualTo(verdict + (findings == null ? "" : " " + findings));
    }

    @Test
    void underOtherTermsOnlyTheRecordsAreCompared() {
        EarlierReading earlier = earlier("a.csv=2 b.csv=1", "3 0 A", Set.of());
        assertThat(shown(verdict(earlier, "c.csv=3", "1 0 A", OTHER_TERMS))).isEqualTo("counts");
        assertThat(shown(verdict(earlier, "a.csv=2", "9 0 B", OTHER_TERMS))).isEqualTo("stays vanished b.csv");
    }

    @Test
    void aPersonCountsWhatIsThere() {
        EarlierReading earlier = earlier("a.csv=2 b.ndjson=1 c.gz=1", "4 0 A", Set.of());
        MeteredReading reading = reading(earlier, "b.ndjson=0 c.gz=!", "0 0 0", TERMS, Set.of());
        assertThat(shown(ReadingVerdict.of(reading, new Circumstances(true, false))))
                .isEqualTo("counts unreadable c.gz");
        assertThat(shown(ReadingVerdict.of(reading, Circumstances.NONE)))
                .isEqualTo("stays unreadable b.ndjson, unreadable c.gz, vanished a.csv");
    }

    @Test
    void aWithdrawnRepairIsWithdrawnAndNothingElse() {
        EarlierReading earlier = earlier("a.csv=2 repair-1.csv=1", "3 0 A", Set.of("repair-1.csv"));
        assertThat(shown(verdict(earlier, "a.csv=2", "2 0 B", TERMS))).isEqualTo("counts");
        assertThat(shown(verdict(earlier, null, "0 0 0", TERMS))).isEqualTo("stays vanished a.csv");
    }

    @Test
    void inAClosedMonthOnlyWaitingFilesAreWorthAWord() {
        EarlierReading earlier = earlier("a.csv=2", "2 0 A", Set.of());
        Circumstances closed = new Circumstances(false, true);
        assertThat(shown(ReadingVerdict.of(reading(earlier, null, "0 0 0", TERMS, Set.of()), closed)))
                .isEqualTo("stays");
        assertThat(shown(ReadingVerdict.of(reading(earlier, "b.csv=1", "1 0 B", TERMS, Set.of()), closed)))
                .isEqualTo("stays vanished a.csv; b.csv waits");
    }

    @Test
    void slicesThatDoNotAgreeAreNoReading() {
        ReadingVerdict first =
                ReadingVerdict.of(reading(null, "a.csv=!", "1 0 A", TERMS, Set.of("a.csv")), Circumstances.NONE);
        assertThat(shown(first)).isEqualTo("stays unreadable a.csv");
        assertThat(first.mayPass()).isTrue();
    }

    @Test
    void aFindingSaysWhatToDo() {
        EarlierReading earlier = earlier("a.csv=2 b.csv=1", "3 0 A", Set.of());
        assertThat(verdict(earlier, "a.csv=2 x.csv=!", "2 0 B", TERMS).findings())
                .filteredOn(finding -> finding.kind() == InputFindingKind.VANISHED)
                .extracting(InputFinding::detail)
                .containsExactly(
                        "ws-1/2026-11-21/b.csv: Expected the file, of which 1 records count, found it gone (or it"
                                + " is a file there that cannot be read); put it back, or, if it is withdrawn: billing rerun --day"
                                + " 2026-11-21 --workspace ws-1 --withdrawn");
    }

    private static ReadingVerdict verdict(EarlierReading earlier, @Nullable String now, String counted, String terms) {
        return ReadingVerdict.of(reading(earlier, now, counted, terms, Set.of()), Circumstances.NONE);
    }

    private static String shown(ReadingVerdict verdict) {
        StringBuilder shown = new StringBuilder(verdict.counts() ? "counts" : "stays");
        String waiting = "";
        List<InputFinding> findings = verdict.findings().stream()
                .sorted(Comparator.comparing(InputFinding::kind).thenComparing(InputFinding::subject))
                .toList();
        for (InputFinding finding : findings) {
            shown.append(finding == findings.get(0) ? " " : ", ");
            shown.append(finding.kind().code()).append(' ').append(finding.subject());
            int at = finding.detail().indexOf(ReadingVerdict.WAITING);
            waiting = at < 0
                    ? waiting
                    : "; " + finding.detail().substring(at + ReadingVerdict.WAITING.length()) + " waits";
        }
        return shown.append(waiting).toString();
    }

    private static EarlierReading earlier(@Nullable String files, String counted, Set<String> withdrawn) {
        return new EarlierReading(TERMS, counted.split(" ")[2], files(files), measures(counted), withdrawn);
    }

    private static MeteredReading reading(
            @Nullable EarlierReading earlier, @Nullable String files, String counted, String terms, Set<String> torn) {
        MeteringTask task = new MeteringTask(
                DAY,
                2,
                "f".repeat(32) + terms,
                List.of(),
                Slice.WHOLE,
                MeteringTask.Resources.NONE,
                earlier == null ? null : new MeteringTask.Revision(1, "digest", earlier));
        MeteredDay day = new MeteredDay(DAY, files(files), new TreeMap<>(measures(counted)), counted.split(" ")[2]);
        Map<String, String> faults = new HashMap<>();
        day.files().stream()
                .filter(FileTotals::unreadable)
                .forEach(file -> faults.put(file.file(), "Expected a file that ends"));
        return new MeteredReading(task, day, false, faults, torn);
    }

    private static Map<MeasureTier, BigInteger> measures(String counted) {
        String[] numbers = counted.split(" ");
        Map<MeasureTier, BigInteger> measures = new HashMap<>();
        measures.put(new MeasureTier(Measure.SMS_SENT, 0), new BigInteger(numbers[0]));
        measures.put(new MeasureTier(Measure.REPORTS_SENT, 0), new BigInteger(numbers[1]));
        measures.values().removeIf(value -> value.signum() == 0);
        return measures;
    }

    private static List<FileTotals> files(@Nullable String files) {
        return files == null
                ? List.of()
                : Arrays.stream(files.split(" ")).map(ReadingVerdictTest::file).toList();
    }

    private static FileTotals file(String text) {
        String name = text.substring(0, text.indexOf('='));
        String records = text.substring(text.indexOf('=') + 1);
        if (records.equals("!")) {
            return new FileTotals(name, true, 0, 0, 0, 0, 0);
        }
        boolean bad = records.endsWith("q");
        long number = Long.parseLong(bad ? records.substring(0, records.length() - 1) : records);
        return new FileTotals(name, false, number, bad ? 0 : number, 0, 0, bad ? number : 0);
    }
}
