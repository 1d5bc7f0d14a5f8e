package io.billingcenter.readers.files.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import io.billingcenter.domain.account.WorkspaceId;
import io.billingcenter.domain.quarantine.RepairFile;
import io.billingcenter.domain.quarantine.RepairedRecord;
import io.billingcenter.domain.quarantine.RepairedRecord.Original;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.domain.usage.RecordPlace;
import io.billingcenter.domain.usage.WorkspaceDay;
import io.billingcenter.readers.files.traffic.RecordTexts.Attribution;
import io.billingcenter.readers.files.traffic.RecordTexts.FullRecord;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Single records: their fields, their workspace and time, and all their bytes. */
class RecordTextsTest {

    private static final int LIMIT = RecordSplitter.MAX_RECORD_BYTES;

    @TempDir
    private Path folder;

    @Test
    void aRecordOfNineFieldsHasThemWhateverIsInThem() {
        assertThat(RecordTexts.fieldsOf(bytes("r1,never,ws,\"a \"\"b\"\"\nc\",,\",\",x,,")))
                .containsExactly("r1", "never", "ws", "a \"b\"\nc", "", ",", "x", "", "");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "r1,bad",
                "1,2,3,4,5,6,7,8,9,10",
                "r\0,2,3,4,5,6,7,8,9",
                "1,2,3,4,5,6,7,8,\"9",
                "1,2,3,4\r,5,6,7,8,9"
            })
    void otherRecordsHaveNone(String raw) {
        assertThat(RecordTexts.fieldsOf(bytes(raw))).isEmpty();
    }

    @Test
    void whereARecordBelongs() {
        assertThat(RecordTexts.ofFields(List.of("r", "2026-11-21T08:00:00+08:00", "ws-1", "", "", "", "", "", "")))
                .isEqualTo(new Attribution("ws-1", Instant.parse("2026-11-21T00:00:00Z")));
        assertThat(RecordTexts.ofFields(List.of("r", "today", "ws-1", "", "", "", "", "", "")))
                .isEqualTo(new Attribution("ws-1", null));
        assertThat(RecordTexts.ofMeteringRow("{\"time\":\"1000\",\"workspaceUUID\":\"ws-1\"}"))
                .isEqualTo(new Attribution("ws-1", Instant.ofEpochSecond(1)));
        assertThat(RecordTexts.ofMeteringRow("{\"time\":true}")).isEqualTo(new Attribution("", null));
        assertThat(RecordTexts.ofMeteringRow("{")).isEqualTo(new Attribution("", null));
    }

    @Test
    void aRecordOverTheLimitIsReadOnceMore() throws IOException {
        byte[] longRecord = new byte[LIMIT + 77_000];
        Arrays.fill(longRecord, (byte) 'x');
        byte[] known = Arrays.copyOf(longRecord, LIMIT);
        Path file = folder.resolve("a.csv.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write(bytes("first\n"));
            out.write(longRecord);
            out.write(bytes("\r\nlast\n"));
        }
        FullRecord fullRecord = RecordTexts.fullRecord(file, 6, known);
        assertThat(fullRecord.bytes()).isEqualTo(longRecord);
        assertThat(fullRecord.fullLength()).isEqualTo(longRecord.length);
        assertThat(RecordTexts.fullRecord(file, 5, known).fullLength())
                .as("another record")
                .isEqualTo(-1);
        assertThat(RecordTexts.fullRecord(folder.resolve("gone.csv"), 6, known).bytes())
                .isEqualTo(known);
    }

    @Test
    void returnsOnlyTheBeginningOfAHugeRecordWithItsFullLength() throws IOException {
        byte[] huge = new byte[5 * LIMIT];
        Arrays.fill(huge, (byte) 'x');
        Path file = folder.resolve("a.csv");
        try (OutputStream out = Files.newOutputStream(file)) {
            out.write(huge);
            out.write('\n');
        }
        FullRecord fullRecord = RecordTexts.fullRecord(file, 0, Arrays.copyOf(huge, LIMIT));
        assertThat(fullRecord.bytes()).hasSize(4 * LIMIT);
        assertThat(fullRecord.fullLength()).isEqualTo(huge.length);
    }

    @Test
    void aRepairFileHasTheHeaderOfATrafficLog() {
        WorkspaceDay day = new WorkspaceDay(new WorkspaceId("ws-1"), BillingDay.parse("2026-11-21"));
        RepairFile file = RepairFile.of(
                day,
                List.of(new RepairedRecord(2, new Original(day, new RecordPlace("a.csv", 2, 0), ""), "r", "", null)));
        assertThat(new String(file.content(), StandardCharsets.UTF_8)).isEqualTo(RecordColumns.HEADER + "\nr\n");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
