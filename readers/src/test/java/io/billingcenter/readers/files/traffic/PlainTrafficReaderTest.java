package io.billingcenter.readers.files.traffic;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.billingcenter.domain.usage.Measure;
import io.billingcenter.domain.usage.MeasureTier;
import io.billingcenter.domain.usage.Rejection;
import io.billingcenter.domain.usage.RejectionReason;
import io.billingcenter.readers.files.traffic.Traffic.Result;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Bytes of a traffic log after its header, and their outcome. {@code {1}} to {@code {9}} represent a valid record of 39
 * bytes with the id rec-001 and so on; offsets count from the end of the header line; a char is a byte.
 */
class PlainTrafficReaderTest {

    private static final int HEADER_BYTES = 68;

    @TempDir
    private Path folder;

    static Stream<Arguments> logs() {
        return Stream.of(
                Arguments.of("", "0 accepted"),
                Arguments.of("{1}", "1 accepted"),
                Arguments.of("{1}\n{2}\r\n\n\r\n{3}\n", "3 accepted"),
                // Grammar
                Arguments.of("{1}\n\n{2}x\"\n{3}\n", "2 accepted, malformed 4@41"),
                Arguments.of("{1}\nr,2026-11-21T08:00:00Z,w,sms,a\"b,,,,\n{3}", "2 accepted, malformed 3@40"),
                Arguments.of("{1}\nr,2026-11-21T08:00:00Z,w,sms,\"a\"b,,,,\n{3}", "2 accepted, malformed 3@40"),
                Arguments.of("{1}\nr,2026-11-21T08:00:00Z,w,sms,a\rb,,,,\n{3}", "2 accepted, malformed 3@40"),
                Arguments.of("{1}\nr,2026-11-21T08:00:00Z,w,sms,a\0b,,,,\n{3}", "2 accepted, malformed 3@40"),
                Arguments.of("{1}\nr,2026-11-21T08:00:00Z,w,sms,\"a\0\",,,,\n{3}", "2 accepted, malformed 3@40"),
                Arguments.of("{1}\n\"{2}\n{3}\n", "1 accepted, malformed 3@40"),
                Arguments.of("{1}\n{2}\r", "1 accepted, malformed 3@40"),
                Arguments.of("{1},\n{2}", "1 accepted, malformed 2@0"),
                Arguments.of("a,b\n{2}", "1 accepted, malformed 2@0"),
                Arguments.of("\"\"\n{2}", "1 accepted, malformed 2@0"),
                Arguments.of(" \n{2}", "1 accepted, malformed 2@0"),
                Arguments.of(Traffic.HEADER + "\n{2}", "1 accepted, bad_time 2@0"),
                // Quotes change nothing
                Arguments.of("r,2026-11-21T08:00:00Z,w,sms,\"a\nb,\"\"c\r\n\",,,,\n{2}\n", "2 accepted"),
                Arguments.of("\"r\",\"2026-11-21T08:00:00Z\",\"w\",\"sms\",\"\",\"\",\"\",\"\",\"\"", "1 accepted"),
                Arguments.of("r,2026-11-21T08:00:00Z,w,sms,\"\n\n\",,,,\n{2}x,\n{3}", "2 accepted, malformed 5@38"),
                Arguments.of("#r,2026-11-21T08:00:00Z,w,sms,\"\",,,,\n", "1 accepted"),
                // Text
                Arguments.of("{1}\n{2}\u00ff\n{3}", "2 accepted, unreadable_text 3@40"),
                Arguments.of(
                        "r,2026-11-21T08:00:00Z,w,sms,\u00c3\u00a9,\"\u00f0\u009f\u0098\u0080\",,,\n", "1 accepted"),
                Arguments.of("\u00c3\n{2}", "1 accepted, unreadable_text 2@0"),
                Arguments.of("a\"\u00c0\u0080\n{2}", "1 accepted, unreadable_text 2@0"),
                Arguments.of("\"\u00ed\u00a0\u0080", "0 accepted, unreadable_text 2@0"),
                Arguments.of("\u00ef\u00bb\u00bf{1}\n", "0 accepted, bad_record_id 2@0"),
                // Duplicates and conflicts
                Arguments.of("{1}\n{1}\n", "1 accepted"),
                Arguments.of("{1}\nrec-001,2026-11-21T08:00:00Z,w,sms,\"\",,\"\",,\n", "1 accepted"),
                Arguments.of("{1}\nrec-001,2026-11-21T08:00:00Z,w,sms,,,1,,\n{2}", "2 accepted, conflict 3@40"));
    }

    @ParameterizedTest
    @MethodSource("logs")
    void readsALogAlikeInAnyBlocks(String body, String expected) throws IOException {
        String text = Traffic.HEADER + "\n" + body;
        for (int record = 1; record <= 9; record++) {
            text = text.replace("{" + record + "}", Traffic.sms("rec-00" + record));
        }
        Path file = Traffic.file(folder, "a.csv", text.getBytes(ISO_8859_1));
        for (int blockBytes : RecordSplitterTest.blockSizes()) {
            Result result = Traffic.read(new PlainTrafficReader(blockBytes), List.of(file));
            assertThat(result.summary()).isEqualTo(shifted(expected));
        }
    }

    @ParameterizedTest
    @MethodSource("logs")
    void countsEveryRecordOnce(String body, String expected) throws IOException {
        Result result = Traffic.read(folder, "a.csv", Traffic.HEADER + "\n" + body);
        assertThat(result.day().records())
                .isEqualTo(result.day().accepted()
                        + result.day().duplicates()
                        + result.rejections().size());
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
        # id, time, workspace, kind, subject, entity, count, bytes, seconds, expected
        r,2026-11-21T08:00:00Z,w,sms,,,,,,ok
        '',2026-11-21T08:00:00Z,w,sms,,,,,,bad_record_id
        ä,2026-11-21T08:00:00Z,w,sms,,,,,,bad_record_id
        r,2026-11-21 08:00:00Z,w,sms,,,,,,bad_time
        r,2026-11-20T15:59:59.999999999Z,w,sms,,,,,,outside_day
        r,2026-11-20T16:00:00Z,w,sms,,,,,,ok
        r,2026-11-21T15:59:59.999999999Z,w,sms,,,,,,ok
        r,2026-11-21T16:00:00Z,w,sms,,,,,,outside_day
        r,2026-11-22T00:00:00+08:00,w,sms,,,,,,outside_day
        r,2026-11-21T23:59:59-00:00,w,sms,,,,,,outside_day
        r,2026-11-21T00:00:00+08:00,w,sms,,,,,,ok
        r,2026-11-21T08:00:00Z,W,sms,,,,,,wrong_workspace
        r,2026-11-21T08:00:00Z,' w',sms,,,,,,wrong_workspace
        r,2026-11-21T08:00:00Z,,sms,,,,,,wrong_workspace
        r,2026-11-21T08:00:00Z,w,SMS,,,,,,unknown_kind
        r,2026-11-21T08:00:00Z,w,,,,,,,unknown_kind
        r,2026-11-21T08:00:00Z,w,trigger,,,,,0,bad_subject
        r,2026-11-21T08:00:00Z,w,trigger,monitor.,,,,0,bad_subject
        r,2026-11-21T08:00:00Z,w,trigger,monitor.new,,,,0,ok
        r,2026-11-21T08:00:00Z,w,trigger,slo,,,,,bad_seconds
        r,2026-11-21T08:00:00Z,w,metric,cpu,,,,,missing_entity
        r,2026-11-21T08:00:00Z,w,metric,,e,,,,ok
        r,2026-11-21T08:00:00Z,w,span,,,,,,missing_entity
        r,2026-11-21T08:00:00Z,w,network,,,,,,missing_entity
        r,2026-11-21T08:00:00Z,w,session_replay,,,,,1,missing_entity
        r,2026-11-21T08:00:00Z,w,session_replay,,e,,,,bad_seconds
        r,2026-11-21T08:00:00Z,w,datakit,,e,,,,bad_seconds
        r,2026-11-21T08:00:00Z,w,datakit,,e,,,0,ok
        r,2026-11-21T08:00:00Z,w,sms,,,0,,,bad_count
        r,2026-11-21T08:00:00Z,w,sms,,,000,,,bad_count
        r,2026-11-21T08:00:00Z,w,sms,,,0007,,,ok
        r,2026-11-21T08:00:00Z,w,sms,,,+1,,,bad_count
        r,2026-11-21T08:00:00Z,w,sms,,,' 1',,,bad_count
        r,2026-11-21T08:00:00Z,w,sms,,,1.0,,,bad_count
        r,2026-11-21T08:00:00Z,w,sms,,,9223372036854775807,,,ok
        r,2026-11-21T08:00:00Z,w,sms,,,9223372036854775808,,,bad_count
        r,2026-11-21T08:00:00Z,w,metric,m,e,0,,,bad_count
        r,2026-11-21T08:00:00Z,w,log,,,,,,bad_bytes
        r,2026-11-21T08:00:00Z,w,log,,,,0,,ok
        r,2026-11-21T08:00:00Z,w,log,,,,-1,,bad_bytes
        r,2026-11-21T08:00:00Z,w,sms,,,,x,,bad_bytes
        r,2026-11-21T08:00:00Z,w,sms,,,,5,,ok
        r,2026-11-21T08:00:00Z,w,sms,,,,,x,bad_seconds
        r,2026-11-21T08:00:00Z,w,sms,,,,,5,ok
        r,2026-11-21T08:00:00Z,w,forward_stored,,,,,,bad_bytes
        r,2026-11-21T08:00:00Z,w,forward_external,,,,,,bad_bytes
        r,2026-11-21T08:00:00Z,w,profile,,,,,,bad_bytes
        r,2026-11-21T08:00:00Z,w,pipeline,,,,,,bad_bytes
        r,2026-11-21T08:00:00Z,w,scan,,,,,,bad_bytes
        # the first failing column decides
        '',x,x,x,,,x,x,x,bad_record_id
        r,x,x,x,,,x,x,x,bad_time
        r,2026-11-23T08:00:00Z,x,x,,,x,x,x,outside_day
        r,2026-11-21T08:00:00Z,x,x,,,x,x,x,wrong_workspace
        r,2026-11-21T08:00:00Z,w,x,,,x,x,x,unknown_kind
        r,2026-11-21T08:00:00Z,w,trigger,x,,x,x,x,bad_subject
        r,2026-11-21T08:00:00Z,w,span,x,,x,x,x,missing_entity
        r,2026-11-21T08:00:00Z,w,span,x,e,x,x,x,bad_count
        r,2026-11-21T08:00:00Z,w,span,x,e,1,x,x,bad_bytes
        r,2026-11-21T08:00:00Z,w,span,x,e,1,1,x,bad_seconds
        """)
    void checksTheColumnsInTheirOrder(
            String id,
            String time,
            String workspace,
            String kind,
            String subject,
            String entity,
            String count,
            String bytes,
            String seconds,
            String expected)
            throws IOException {
        Stream<String> columns = Stream.of(id, time, workspace, kind, subject, entity, count, bytes, seconds)
                .map(column -> column == null ? "" : column);
        String plain = String.join(",", columns.toList());
        String quoted = "\"" + plain.replace(",", "\",\"") + "\"";
        for (String record : List.of(plain, quoted)) {
            Result result = Traffic.read(folder, "a.csv", Traffic.HEADER + "\n" + record);
            String found = result.rejections().isEmpty()
                    ? "ok"
                    : result.rejections().get(0).reason().code();
            assertThat(found).as(record).isEqualTo(expected);
        }
    }

    @Test
    void keepsTheBytesOfWhatItRejects() throws IOException {
        String bad = "x\"y\u00e9,\r,";
        Result result = Traffic.read(folder, "a.csv", Traffic.HEADER + "\n" + bad + "\r\n" + Traffic.sms("r"));
        Rejection rejection = result.rejections().get(0);
        assertThat(rejection.raw()).isEqualTo(bad.getBytes(UTF_8));
        assertThat(rejection.detail())
                .isEqualTo("Expected RFC 4180, found a quote inside an unquoted field at byte 1 of the record");
    }

    @Test
    void showsAtMostEightyCharactersOfABadValue() throws IOException {
        String record = "r\t\u00e9" + "x".repeat(200) + ",,,,,,,,";
        Result result = Traffic.read(folder, "a.csv", Traffic.HEADER + "\n" + record);
        assertThat(result.rejections().get(0).detail())
                .isEqualTo("Expected 1 to 64 characters of printable ASCII, found 'r?\u00e9" + "x".repeat(77) + "'...");
    }

    @Test
    void namesBothPlacesOfAConflict() throws IOException {
        Path first = Traffic.file(folder, "a.csv", log(Traffic.sms("r1") + "\n" + Traffic.sms("r2") + "\n"));
        Path second = Traffic.file(folder, "b.csv", log("\n" + Traffic.sms("r2") + "x"));
        Path third = Traffic.file(folder, "c.csv", log("\nr2,2026-11-21T08:00:01Z,w,sms,,,,,\n"));
        Result result = Traffic.read(new PlainTrafficReader(), List.of(first, second, third));
        assertThat(result.rejections())
                .extracting(Rejection::reason)
                .containsExactly(RejectionReason.BAD_SECONDS, RejectionReason.CONFLICT);
        assertThat(result.rejections().get(1).place()).hasToString("c.csv:3 (byte 69)");
        assertThat(result.rejections().get(1).detail()).isEqualTo("first at a.csv:3 (byte 103)");
    }

    @Test
    void cutsARecordOverTheLimitAndKeepsTheRest() throws IOException {
        // 1,048,575 bytes and then a character of two bytes: the limit cuts it, which is not a fault of the text.
        String tooLong = "x".repeat(1_048_575) + "\u00e9\"\n";
        Result result = Traffic.read(folder, "a.csv", Traffic.HEADER + "\n" + tooLong + Traffic.sms("r"));
        assertThat(result.summary()).isEqualTo("1 accepted, malformed 2@68");
        assertThat(result.rejections().get(0).raw()).hasSize(1_048_576);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
        '', false
        'record_id,time,workspace_id,kind,subject,entity,count,bytes,seconds', true
        '\u00ef\u00bb\u00bfrecord_id,time,workspace_id,kind,subject,entity,count,bytes,seconds', true
        'record_id,time,workspace_id,kind,subject,entity,count,bytes,seconds,', false
        'record_id,time,workspace_id,kind,subject,entity,count,bytes', false
        'Record_id,time,workspace_id,kind,subject,entity,count,bytes,seconds', false
        '"record_id",time,workspace_id,kind,subject,entity,count,bytes,seconds', false
        ' record_id,time,workspace_id,kind,subject,entity,count,bytes,seconds', false
        'record_id;time;workspace_id;kind;subject;entity;count;bytes;seconds', false
        """)
    void wantsTheExactHeader(String header, boolean good) throws IOException {
        byte[] text = (header + "\r\n" + Traffic.sms("r")).getBytes(ISO_8859_1);
        Result result = Traffic.read(new PlainTrafficReader(), List.of(Traffic.file(folder, "a.csv", text)));
        assertThat(result.summary()).isEqualTo(good ? "1 accepted" : "0 accepted, bad_header 0@0");
        assertThat(result.day().unreadableFiles()).isEqualTo(good ? 0 : 1);
    }

    @Test
    void rejectsAFileOfZeroBytes() throws IOException {
        Result result = Traffic.read(folder, "a.csv", "");
        assertThat(result.summary()).isEqualTo("0 accepted, bad_header 0@0");
        assertThat(result.rejections().get(0).detail()).endsWith("found ''");
    }

    @Test
    void addsRecordsAndMeteringRows() throws IOException {
        Path log = Traffic.file(folder, "a.csv", log("r,2026-11-21T08:00:00Z,w,synthetic,,,4,,\n"));
        String row = "{\"time\":1795248000000,\"__docid\":\"d\",\"workspaceUUID\":\"w\",\"project\":\"api_test\","
                + "\"hour_count\":\"3\"}";
        Path rows = Traffic.file(folder, "b.ndjson", row.getBytes(UTF_8));
        Result result = Traffic.read(new PlainTrafficReader(), List.of(log, rows));
        assertThat(result.day().measures())
                .containsExactly(Map.entry(new MeasureTier(Measure.SYNTHETIC_TESTS, 0), BigInteger.valueOf(7)));
    }

    @Test
    void sharesOneSpaceOfIdsBetweenRecordsAndRows() throws IOException {
        Path log = Traffic.file(folder, "a.csv", log("d,2026-11-21T08:00:00Z,w,synthetic,,,4,,\n"));
        String row = "{\"time\":1795248000000,\"__docid\":\"d\",\"workspaceUUID\":\"w\",\"project\":\"api_test\","
                + "\"hour_count\":\"3\"}";
        Path rows = Traffic.file(folder, "b.ndjson", row.getBytes(UTF_8));
        Result result = Traffic.read(new PlainTrafficReader(), List.of(log, rows));
        assertThat(result.summary()).isEqualTo("1 accepted, conflict 1@0");
    }

    @Test
    void countsASeriesByMeasurementAndEntity() throws IOException {
        String text = "1,2026-11-21T08:00:00Z,w,metric,\"a,b\",c,,,\n2,2026-11-21T08:00:00Z,w,metric,a,\"b,c\",,,\n"
                + "3,2026-11-21T09:00:00Z,w,metric,\"a,b\",\"c\",,,\n4,2026-11-21T09:00:00Z,w,metric,a,b,,,\n"
                + "5,2026-11-21T09:00:00Z,w,metric,\"a\",\"b\",,,\n";
        Result result = Traffic.read(folder, "a.csv", Traffic.HEADER + "\n" + text);
        assertThat(result.day().measures().get(new MeasureTier(Measure.SERIES, 7)))
                .isEqualTo(3);
    }

    @Test
    void countsAHostOnceWhateverTheSubject() throws IOException {
        String text = "1,2026-11-21T08:00:00Z,w,network,a,h,,,\n2,2026-11-21T08:00:00Z,w,network,b,\"h\",,,\n";
        Result result = Traffic.read(folder, "a.csv", Traffic.HEADER + "\n" + text);
        assertThat(result.day().measures().get(new MeasureTier(Measure.NETWORK_HOSTS, 0)))
                .isEqualTo(1);
    }

    @Test
    void passesOnThatAFileIsGone() {
        Path gone = folder.resolve("gone.csv.gz");
        assertThatThrownBy(() -> Traffic.read(new PlainTrafficReader(), List.of(gone)))
                .isInstanceOf(UnreadableFileException.class)
                .hasMessageContaining("found nothing: it has disappeared since the folder was listed")
                .hasMessageContaining(gone.toString());
    }

    @Test
    void refusesAFileOfAnotherKind() {
        assertThatThrownBy(() -> Traffic.read(new PlainTrafficReader(), List.of(folder.resolve("a.txt"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Expected a traffic file named *.csv or *.ndjson");
    }

    private static byte[] log(String body) {
        return (Traffic.HEADER + "\n" + body).getBytes(UTF_8);
    }

    /** Returns the expectation with offsets from the start of the file. */
    private static String shifted(String expected) {
        return Pattern.compile("@(\\d+)")
                .matcher(expected)
                .replaceAll(match -> "@" + (Integer.parseInt(match.group(1)) + HEADER_BYTES));
    }
}
