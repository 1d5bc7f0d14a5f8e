package io.billingcenter.jobs.metering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.billingcenter.domain.account.AccountDirectory;
import io.billingcenter.domain.account.WorkspaceId;
import io.billingcenter.domain.metering.fold.FileTotals;
import io.billingcenter.domain.metering.fold.MeteredDay;
import io.billingcenter.domain.metering.fold.MeteringTermsBook;
import io.billingcenter.domain.metering.fold.Slice;
import io.billingcenter.domain.metering.plan.MeteredReading;
import io.billingcenter.domain.metering.plan.MeteringTask;
import io.billingcenter.domain.metering.plan.MeteringTask.Resources;
import io.billingcenter.domain.metering.plan.QuarantineLimit;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.domain.usage.OversizeRule;
import io.billingcenter.domain.usage.WorkspaceDay;
import io.billingcenter.readers.files.traffic.FileAccess;
import io.billingcenter.readers.files.traffic.ReadingProgress;
import io.billingcenter.readers.files.traffic.TrafficFolder;
import io.billingcenter.schema.MigratedDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Whatever memory the tables may take, a workspace-day gives the same, and what it rejects is stored once. */
class MeterWorkspaceDayTest {

    private static final int RECORDS = 6_000;
    private static final String HEADER = "record_id,time,workspace_id,kind,subject,entity,count,bytes,seconds\n";

    @TempDir
    private Path root;

    private final ReadingProgress progress = new ReadingProgress();
    private FileAccess access = FileAccess.DISK;
    private JdbcTemplate jdbc;
    private JdbcTransactionManager transactions;

    @BeforeEach
    void twoWorkspaceDays() throws IOException {
        jdbc = MigratedDatabase.create();
        transactions = new JdbcTransactionManager(Objects.requireNonNull(jdbc.getDataSource()));
        for (String workspace : new String[] {"ws-1", "ws-2"}) {
            Path folder = Files.createDirectories(root.resolve(workspace).resolve("2026-11-21"));
            Files.writeString(folder.resolve("a.csv"), log(workspace, 0));
            Files.writeString(folder.resolve("b.csv"), log(workspace, RECORDS / 2));
        }
    }

    /** Tables are full after a few hundred records, or after so many that part of what was rejected is stored by then. */
    @ParameterizedTest
    @CsvSource({"20000, 1", "100000, 1", "100000, 2", "400000, 1", "300000, 2"})
    void tooLittleMemoryChangesNothing(long tableBytes, int threads) {
        MeteredDay expected = read(task("ws-1", Slice.WHOLE, Long.MAX_VALUE, 1));
        List<String> rejected = quarantined();
        jdbc.update("DELETE FROM quarantined_record");
        jdbc.update("DELETE FROM control_total");
        assertThat(read(task("ws-1", Slice.WHOLE, tableBytes, threads))).isEqualTo(expected);
        assertThat(quarantined()).isEqualTo(rejected);
        assertThat(expected.conflicts()).isGreaterThan(500);
        assertThat(expected.quarantined()).isGreaterThan(500);
        assertThat(rejected.size()).isEqualTo(expected.conflicts() + expected.quarantined());
    }

    @Test
    void aSliceIsReadInHalvesLikeADay() throws IOException {
        MeteredDay expected = read(task("ws-1", Slice.WHOLE, Long.MAX_VALUE, 1));
        List<String> rejected = quarantined();
        jdbc.update("DELETE FROM quarantined_record");
        jdbc.update("DELETE FROM control_total");
        MeteredDay last = read(task("ws-1", new Slice(2, 3), 60_000, 1));
        MeteredDay first = read(task("ws-1", new Slice(0, 3), 60_000, 1));
        MeteredDay middle = read(task("ws-1", new Slice(1, 3), 60_000, 1));
        assertThat(last.plus(first).plus(middle)).isEqualTo(expected);
        // Every half is read whole, so that what will be read is known again whenever one begins.
        assertThat(progress.bytes()).isEqualTo(4 * sizeBytes() + progress.bytesAgain() / 1_000 * sizeBytes());
        assertThat(quarantined()).isEqualTo(rejected);
    }

    @Test
    void whatOthersOfTheGroupRejectedStaysWhenOneIsReadInHalves() {
        read(task("ws-1", Slice.WHOLE, Long.MAX_VALUE, 1), task("ws-2", Slice.WHOLE, Long.MAX_VALUE, 1));
        List<String> rejected = quarantined();
        jdbc.update("DELETE FROM quarantined_record");
        jdbc.update("DELETE FROM control_total");
        List<MeteredReading> readings =
                read(task("ws-1", Slice.WHOLE, Long.MAX_VALUE, 1), task("ws-2", Slice.WHOLE, 100_000, 1));
        assertThat(readings)
                .extracting(reading -> reading.task().workspaceDay().workspace().value())
                .containsExactly("ws-1", "ws-2");
        assertThat(quarantined()).isEqualTo(rejected);
    }

    /** A file of records that was read before, one that could not be opened, and tables that are full on the way. */
    @ParameterizedTest
    @CsvSource({"9223372036854775807, 1", "100000, 1", "100000, 2"})
    void aFileThatCannotBeReadIsQuarantinedWholeAndTheOthersCount(long tableBytes, int threads) throws IOException {
        Files.delete(root.resolve("ws-2/2026-11-21/b.csv"));
        Files.delete(root.resolve("ws-1/2026-11-21/b.csv"));
        List<MeteredReading> readings =
                read(task("ws-1", Slice.WHOLE, tableBytes, threads), task("ws-2", Slice.WHOLE, tableBytes, threads));
        Files.delete(root.resolve("ws-1/2026-11-21/a.csv"));
        Files.createDirectory(root.resolve("ws-1/2026-11-21/a.csv"));
        jdbc.update("DELETE FROM quarantined_record");
        jdbc.update("DELETE FROM control_total");
        MeteredReading none = read(List.of(task("ws-1", Slice.WHOLE, tableBytes, threads)), new QuarantineLimit(-1, 0))
                .get(0);
        assertThat(readings).allSatisfy(reading -> {
            assertThat(reading.day().unreadableFiles()).isEqualTo(1);
            assertThat(reading.day().accepted()).isGreaterThan(1_000);
            assertThat(reading.faults())
                    .containsExactly(
                            Map.entry(
                                    "b.csv",
                                    "Expected a file that can be read, found nothing: it has disappeared since the folder was listed"));
        });
        assertThat(none.day().records()).isZero();
        assertThat(none.faults()).containsEntry("a.csv", "Expected a file, found a folder");
        assertThat(quarantined()).hasSize(2).allMatch(row -> row.contains("|unreadable_file|Expected a file"));
    }

    @Test
    void aFileWithoutRightsIsNamedWithWhatToDo() {
        access = new FaultyAccess(path -> path.endsWith("a.csv"));
        MeteredReading reading = read(List.of(task("ws-1", Slice.WHOLE, Long.MAX_VALUE, 1)), new QuarantineLimit(-1, 0))
                .get(0);
        assertThat(reading.faults())
                .containsExactly(
                        Map.entry(
                                "a.csv",
                                "Expected a file that can be read, found no right to read it; give the user of the run that right"));
        assertThat(reading.day().files())
                .extracting(FileTotals::file, FileTotals::unreadable, file -> file.records() > 0)
                .containsExactly(tuple("a.csv", true, false), tuple("b.csv", false, true));
    }

    @Test
    void moreBadRecordsThanTheLimitAreSeenInHalvesToo() {
        assertThat(read(List.of(task("ws-1", Slice.WHOLE, 100_000, 1)), new QuarantineLimit(10, 0)))
                .extracting(MeteredReading::overLimit)
                .containsExactly(true);
    }

    private long sizeBytes() throws IOException {
        Path folder = root.resolve("ws-1/2026-11-21");
        return Files.size(folder.resolve("a.csv")) + Files.size(folder.resolve("b.csv"));
    }

    private MeteredDay read(MeteringTask task) {
        return read(List.of(task), new QuarantineLimit(-1, 0)).get(0).day();
    }

    private List<MeteredReading> read(MeteringTask first, MeteringTask second) {
        return read(List.of(first, second), new QuarantineLimit(-1, 0));
    }

    /** Reads in a transaction, as a chunk does. */
    private List<MeteredReading> read(List<MeteringTask> tasks, QuarantineLimit limit) {
        TransactionTemplate nested = new TransactionTemplate(transactions);
        nested.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
        MeteringTermsBook terms = new MeteringTermsBook(
                new AccountDirectory(List.of(), List.of(), List.of(), List.of()),
                Map.of(),
                new MeteringTermsBook.Settings(
                        ZoneId.of("Asia/Shanghai"), Map.of(), OversizeRule.FLOOR_1024, Optional.empty()));
        MeterWorkspaceDay meter = new MeterWorkspaceDay(
                new TrafficFolder(root, access), new TrafficReaders(access, progress), terms, limit, jdbc, nested, 1);
        return Objects.requireNonNull(new TransactionTemplate(transactions).execute(status -> {
            try {
                return meter.process(tasks);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }));
    }

    private List<String> quarantined() {
        return jdbc.query(
                "SELECT * FROM quarantined_record ORDER BY workspace_id, file, byte_offset",
                (row, number) -> row.getString("workspace_id") + "|" + row.getInt("reading") + "|"
                        + row.getString("file") + "|" + row.getLong("line") + "|" + row.getLong("byte_offset") + "|"
                        + row.getString("reason") + "|" + row.getString("detail") + "|"
                        + new String(row.getBytes("raw"), StandardCharsets.UTF_8));
    }

    private static MeteringTask task(String workspace, Slice slice, long tableBytes, int threads) {
        return new MeteringTask(
                new WorkspaceDay(new WorkspaceId(workspace), BillingDay.parse("2026-11-21")),
                1,
                "digest",
                List.of("a.csv", "b.csv"),
                slice,
                new Resources(1_000, tableBytes, threads),
                null);
    }

    /** Sessions and messages; from the start on every tenth record is no record, every eleventh a conflict. */
    private static String log(String workspace, int firstNumber) {
        StringBuilder log = new StringBuilder(HEADER);
        for (int number = firstNumber; number < firstNumber + RECORDS; number++) {
            if (number % 10 == 0) {
                log.append("no record ").append(number).append('\n');
                continue;
            }
            int id = number % 11 == 0 ? number - 2 : number;
            log.append("r-").append(id).append(",2026-11-21T08:00:00Z,").append(workspace);
            log.append(number % 2 == 0 ? ",sms,,," + number + ",," : ",session_replay,,s-" + number / 4 + ",,,3600");
            log.append('\n');
        }
        return log.toString();
    }
}
