package io.billingcenter.readers.files.quarantine;

import static org.assertj.core.api.Assertions.assertThat;

import io.billingcenter.domain.account.AccountDirectory;
import io.billingcenter.domain.account.WorkspaceId;
import io.billingcenter.domain.metering.fold.MeteringTermsBook;
import io.billingcenter.domain.quarantine.RepairFile;
import io.billingcenter.domain.quarantine.RepairedRecord;
import io.billingcenter.domain.quarantine.RepairedRecord.Original;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.domain.usage.OversizeRule;
import io.billingcenter.domain.usage.RecordPlace;
import io.billingcenter.domain.usage.WorkspaceDay;
import io.billingcenter.readers.files.traffic.TrafficFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Repaired records are read after all other files of their day, and in slices if memory is short. */
class RepairChecksTest {

    private static final WorkspaceDay DAY = new WorkspaceDay(new WorkspaceId("ws-1"), BillingDay.parse("2026-11-21"));
    private static final int RECORDS = 20_000;

    @TempDir
    private Path root;

    private final List<String> refused = new ArrayList<>();

    @BeforeEach
    void writeTraffic() throws IOException {
        StringBuilder records =
                new StringBuilder("record_id,time,workspace_id,kind,subject,entity,count,bytes,seconds\n");
        for (int number = 0; number < RECORDS; number++) {
            records.append(record("r" + number, "1")).append('\n');
        }
        Path folder = Files.createDirectories(root.resolve("ws-1/2026-11-21"));
        Files.writeString(folder.resolve("traffic.csv"), records);
    }

    @ParameterizedTest
    @ValueSource(longs = {Long.MAX_VALUE, 1 << 20, 1 << 17})
    void everyRepairedRecordIsChecked(long tableBytes) throws IOException {
        long repeats = check(
                tableBytes,
                record("new", "1"),
                record("r7", "1"),
                record("r8", "2"),
                record("bad", "none"),
                record("twice", "1"),
                record("twice", "1"),
                record("other", "1"),
                record("other", "2"));
        assertThat(repeats).isEqualTo(2);
        assertThat(refused)
                .containsExactlyInAnyOrder(
                        "line 3 conflict first at traffic.csv:10 (byte 420)",
                        "line 4 bad_count Expected an integer of ASCII digits, at most 9223372036854775807 and at least 1, found 'none'",
                        "line 8 conflict first at " + name + ":4 (byte 161)");
    }

    @Test
    void aFolderThatIsNotThereHasNoOtherRecords() throws IOException {
        Files.delete(root.resolve("ws-1/2026-11-21/traffic.csv"));
        Files.delete(root.resolve("ws-1/2026-11-21"));
        assertThat(check(Long.MAX_VALUE, record("r7", "2"))).isZero();
        assertThat(refused).isEmpty();
        assertThat(root.resolve("ws-1/2026-11-21")).doesNotExist();
    }

    private String name = "";

    private long check(long tableBytes, String... records) throws IOException {
        List<RepairedRecord> repaired = new ArrayList<>();
        for (String record : records) {
            int line = repaired.size() + 1;
            repaired.add(new RepairedRecord(
                    line, new Original(DAY, new RecordPlace("bad.csv", line, 0), ""), record, "ws-1", null));
        }
        RepairFile file = RepairFile.of(DAY, repaired);
        name = file.name();
        MeteringTermsBook terms = new MeteringTermsBook(
                new AccountDirectory(List.of(), List.of(), List.of(), List.of()),
                Map.of(),
                new MeteringTermsBook.Settings(
                        ZoneId.of("Asia/Shanghai"), Map.of(), OversizeRule.FLOOR_1024, Optional.empty()));
        return new RepairChecks(new TrafficFolder(root), terms, tableBytes)
                .check(
                        List.of(file),
                        (record, rejection) -> refused.add("line " + record.line() + " "
                                + rejection.reason().code() + " " + rejection.detail()));
    }

    private static String record(String id, String count) {
        return id + ",2026-11-21T08:00:00+08:00,ws-1,sms,,," + count + ",,";
    }
}
