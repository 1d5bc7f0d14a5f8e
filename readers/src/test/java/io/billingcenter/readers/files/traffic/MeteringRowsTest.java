package io.billingcenter.readers.files.traffic;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.billingcenter.domain.usage.Measure;
import io.billingcenter.domain.usage.MeasureTier;
import io.billingcenter.readers.files.traffic.Traffic.Result;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Rows are written with single quotes here; hour 0 of the billing day begins at 1795190400000. */
class MeteringRowsTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        # id, time, workspace
        {'__docid':'d','time':1795190400000,'workspaceUUID':'w','project':'report','hour_count':'1'} | ok
        {'time':1795190400000,'workspaceUUID':'w','project':'report','hour_count':'1'} | bad_record_id
        {'__docid':7,'time':1795190400000,'workspaceUUID':'w','project':'report','hour_count':'1'} | bad_record_id
        {'__docid':'','time':1795190400000,'workspaceUUID':'w','project':'report','hour_count':'1'} | bad_record_id
        {'__docid':'\\u00e9','time':1795190400000,'workspaceUUID':'w','project':'report','hour_count':'1'} | bad_record_id
        {'__docid':'\\u0064','time':'1795190400000','workspaceUUID':'w','project':'report','hour_count':'1'} | ok
        {'__docid':'d','time':'01795190400000','workspaceUUID':'w','project':'report','hour_count':'1'} | ok
        {'__docid':'d','workspaceUUID':'w','project':'report','hour_count':'1'} | bad_time
        {'__docid':'d','time':null,'workspaceUUID':'w','project':'report','hour_count':'1'} | bad_time
        {'__docid':'d','time':1795190400000.0,'workspaceUUID':'w','project':'report','hour_count':'1'} | bad_time
        {'__docid':'d','time':17951904e5,'workspaceUUID':'w','project':'report','hour_count':'1'} | bad_time
        {'__docid':'d','time':-1,'workspaceUUID':'w','project':'report','hour_count':'1'} | bad_time
        {'__docid':'d','time':9223372036854775808,'workspaceUUID':'w','project':'report','hour_count':'1'} | bad_time
        {'__docid':'d','time':'2026-11-21T00:00:00Z','workspaceUUID':'w','project':'report','hour_count':'1'} | bad_time
        {'__docid':'d','time':9223372036854775807,'workspaceUUID':'w','project':'report','hour_count':'1'} | outside_day
        {'__docid':'d','time':1795190399999,'workspaceUUID':'w','project':'report','hour_count':'1'} | outside_day
        {'__docid':'d','time':1795276799999,'workspaceUUID':'w','project':'report','hour_count':'1'} | ok
        {'__docid':'d','time':1795276800000,'workspaceUUID':'w','project':'report','hour_count':'1'} | outside_day
        {'__docid':'d','time':1795190400000,'workspaceUUID':'v','project':'report','hour_count':'1'} | wrong_workspace
        {'__docid':'d','time':1795190400000,'project':'report','hour_count':'1'} | wrong_workspace
        # project and number
        {'__docid':'d','time':1795190400000,'workspaceUUID':'w','project':'nothing','hour_count':'1'} | unknown_kind
        {'__docid':'d','time':1795190400000,'workspaceUUID':'w','hour_count':'1'} | unknown_kind
        {'__docid':'d','time':1795190400000,'workspaceUUID':'w','project':'report'} | bad_count
        {'__docid':'d','time':1795190400000,'workspaceUUID':'w','project':'report','count':'1'} | bad_count
        {'__docid':'d','time':1795190400000,'workspaceUUID':'w','project':'report','hour_count':null} | bad_count
        {'__docid':'d','time':1795190400000,'workspaceUUID':'w','project':'report','hour_count':''} | bad_count
        {'__docid':'d','time':1795190400000,'workspaceUUID':'w','project':'report','hour_count':0} | ok
        {'__docid':'d','time':1795190400000,'workspaceUUID':'w','project':'report','hour_count':-1} | bad_count
        {'__docid':'d','time':1795190400000,'workspaceUUID':'w','project':'report','hour_count':1.5} | bad_count
        {'__docid':'d','time':1795190400000,'workspaceUUID':'w','project':'report','hour_count':true} | bad_count
        {'__docid':'d','time':1795190400000,'workspaceUUID':'w','project':'report','hour_count':9223372036854775807} | ok
        {'__docid':'d','time':1795190400000,'workspaceUUID':'w','project':'report','hour_count':9223372036854775808} | bad_count
        {'__docid':'d','time':1795190400000,'workspaceUUID':'w','project':'report','hour_count':'9223372036854775808'} | bad_count
        {'__docid':'d','time':1795190400000,'workspaceUUID':'w','project':'report','hour_count':'-1'} | bad_count
        {'__docid':'d','time':1795190400000,'workspaceUUID':'w','project':'keyevent','count':5} | bad_count
        {'__docid':'d','time':1795190400000,'workspaceUUID':'w','project':'keyevent','hour_count':5} | ok
        {'__docid':'d','time':1795190400000,'workspaceUUID':'w','project':'security','hour_count':5} | ok
        {'__docid':'d','time':1795190400000,'workspaceUUID':'w','project':'ts','hour_count':5} | bad_count
        {'__docid':'d','time':1795190400000,'workspaceUUID':'w','project':'ts','count':5} | ok
        {'__docid':'d','time':1795190400000,'workspaceUUID':'w','project':'object'} | ok
        {'__docid':'d','time':1795190400000,'workspaceUUID':'w','project':'cluster_datakit','count':'x'} | ok
        # the first fault of the order decides
        {'__docid':'','time':'x','workspaceUUID':'x','project':'x','hour_count':'x'} | bad_record_id
        {'__docid':'d','time':'x','workspaceUUID':'x','project':'x','hour_count':'x'} | bad_time
        {'__docid':'d','time':1,'workspaceUUID':'x','project':'x','hour_count':'x'} | outside_day
        {'__docid':'d','time':1795190400000,'workspaceUUID':'x','project':'x','hour_count':'x'} | wrong_workspace
        {'__docid':'d','time':1795190400000,'workspaceUUID':'w','project':'x','hour_count':'x'} | unknown_kind
        # sub_project
        {'__docid':'d','time':1795190400000,'workspaceUUID':'w','project':'report','sub_project':null,'hour_count':1} | ok
        {'__docid':'d','time':1795190400000,'workspaceUUID':'w','project':'report','sub_project':'','hour_count':1} | ok
        {'__docid':'','time':1795190400000,'workspaceUUID':'w','project':'report','sub_project':7,'hour_count':1} | malformed
        # grammar
        {'__docid':'','__docid':'d','time':1795190400000,'workspaceUUID':'w','project':'report','hour_count':1} | malformed
        {'x':{'a':1,'a':1},'__docid':'d','time':1795190400000,'workspaceUUID':'w','project':'object'} | malformed
        {'__docid':'d','time':1795190400000,'workspaceUUID':'w','project':'object'} {} | malformed
        {'__docid':'d','time':1795190400000,'workspaceUUID':'w','project':'object'}, | malformed
        {'__docid':'d','time':1795190400000,'workspaceUUID':'w','project':'object',} | malformed
        {'__docid':'d','time':1795190400000,'workspaceUUID':'w','project':'object','x':NaN} | malformed
        {'__docid':'d','time':1795190400000,'workspaceUUID':'w','project':'object','x':01} | malformed
        {'__docid':'d','time':1795190400000,'workspaceUUID':'w','project':'object','x':+1} | malformed
        {'__docid':'d','time':1795190400000,'workspaceUUID':'w','project':'object','x':1e99999999999} | malformed
        {'__docid':'d','time':1795190400000,'workspaceUUID':'w','project':'object','x':[1e400,-0,10e2147483647]} | ok
        {'__docid':'d','time':1795190400000,'workspaceUUID':'w','project':'object','x':'\\ud800'} | ok
        {'__docid':'d','time':1795190400000,'workspaceUUID':'w','project':'object' /* x */} | malformed
        {'__docid':'d' | malformed
        [] | malformed
        'text' | malformed
        7 | malformed
        null | malformed
        x | malformed
        """)
    void checksARow(String row, String expected) throws IOException {
        Result result = Traffic.read(folder, "a.ndjson", row.replace('\'', '"'));
        String found = result.rejections().isEmpty()
                ? "ok"
                : result.rejections().get(0).reason().code();
        assertThat(found).isEqualTo(expected);
        assertThat(result.day().records()).isEqualTo(1);
    }

    static Stream<Arguments> files() {
        return Stream.of(
                Arguments.of("", "0 accepted"),
                Arguments.of("\n\r\n\n", "0 accepted"),
                Arguments.of("{1}\n{2}", "2 accepted"),
                Arguments.of("{1}\r\n\r\n \t{2}\t \n", "2 accepted"),
                Arguments.of("\u00ef\u00bb\u00bf{1}\n{2}", "2 accepted"),
                Arguments.of("{1}\n\u00ef\u00bb\u00bf{2}", "1 accepted, malformed 2@76"),
                Arguments.of("\u00ef\u00bb\u00bf", "0 accepted"),
                Arguments.of("{1}\n \n{2}", "2 accepted, malformed 2@76"),
                Arguments.of("{1}\n\u00ff{2}\n{2}", "2 accepted, unreadable_text 2@76"),
                Arguments.of("{1}\n{\"a\":\u00ff\n{2}", "2 accepted, unreadable_text 2@76"),
                Arguments.of("{1}\n\0\n{2}", "2 accepted, malformed 2@76"),
                Arguments.of("{1}\0\n{2}", "1 accepted, malformed 1@0"),
                Arguments.of("{1}{2}\n{3}", "1 accepted, malformed 1@0"),
                Arguments.of("{1}\n{1}\n", "1 accepted"),
                Arguments.of("{1}\r{1}\n{2}", "1 accepted, malformed 1@0"),
                Arguments.of("{1}\n" + row(1).replace("}", ",\"x\":1}"), "1 accepted, conflict 2@76"));
    }

    @ParameterizedTest
    @MethodSource("files")
    void readsAFileAlikeInAnyBlocks(String text, String expected) throws IOException {
        for (int row = 1; row <= 3; row++) {
            text = text.replace("{" + row + "}", row(row));
        }
        Path file = Traffic.file(folder, "a.ndjson", text.getBytes(ISO_8859_1));
        for (int blockBytes : RecordSplitterTest.blockSizes()) {
            Result result = Traffic.read(new PlainTrafficReader(blockBytes), List.of(file));
            assertThat(result.summary()).isEqualTo(expected);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        {'x':1,'y':2}           | { 'y' : 2 , 'x' : 1 } | true
        {'x':1}                 | {'x':1.0}             | true
        {'x':100}               | {'x':1e2}             | true
        {'x':0}                 | {'x':-0.0e5}          | true
        {'x':0.5}               | {'x':5E-1}            | true
        {'x':1}                 | {'x':'1'}             | false
        {'x':1}                 | {'x':10}              | false
        {'x':'a'}               | {'x':'\\u0061'}       | true
        {'x':'/'}               | {'x':'\\/'}           | true
        {'x':'\\ud800'}         | {'x':'\\ud801'}       | false
        {'x':null}              | {'y':null}            | false
        {'x':null}              | {'x':'null'}          | false
        {'x':true}              | {'x':false}           | false
        {'x':[1,2]}             | {'x':[2,1]}           | false
        {'x':[1,2]}             | {'x':[[1],2]}         | false
        {'x':[]}                | {'x':{}}              | false
        {'x':'','y':''}         | {'x':'\\'1:y\\''}     | false
        {'x':{'a':1},'b':2}     | {'b':2,'x':{'a':1}}   | true
        {'x':{'a':1,'b':2}}     | {'x':{'a':1},'b':2}   | false
        """)
    void comparesRowsByTheirJsonValue(String first, String second, boolean same) {
        String left = JsonValue.canonical(JsonValue.parse(json(first)));
        String right = JsonValue.canonical(JsonValue.parse(json(second)));
        assertThat(left.equals(right)).isEqualTo(same);
    }

    private static String json(String text) {
        return text.replace("\\'", "\\\"").replace("'", "\"").replace("\\\"", "\\\"");
    }

    @Test
    void rejectsARowOverTheLimitAndReadsOn() throws IOException {
        String tooLong = "{\"x\":\"" + "x".repeat(1_048_576) + "\"}";
        Result result = Traffic.read(folder, "a.ndjson", tooLong + "\n" + row(1));
        assertThat(result.summary()).isEqualTo("1 accepted, malformed 1@0");
        assertThat(result.rejections().get(0).raw()).hasSize(1_048_576);
    }

    @Test
    void readsARowOfALongNameAndRejectsOneOfManyLevels() throws IOException {
        String longName = row(1).replace("}", ",\"" + "x".repeat(900_000) + "\":1}");
        String deep = row(2).replace("}", ",\"x\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}");
        Result result = Traffic.read(folder, "a.ndjson", longName + "\n" + deep);
        assertThat(result.summary()).isEqualTo("1 accepted, malformed 2@" + (longName.length() + 1));
    }

    @Test
    void sumsIncrementsAndTakesTheLargestRunningTotalOfEachSubProject() throws IOException {
        String rows = project("1", "logging", "default", "'hour_count':'10'")
                + project("2", "logging", "", "'hour_count':5")
                + project("3", "ts", "cpu", "'count':100")
                + project("4", "ts", "cpu", "'count':80")
                + project("5", "ts", "mem", "'count':1");
        Result result = Traffic.read(folder, "a.ndjson", rows);
        assertThat(result.day().measures().get(new MeasureTier(Measure.LOG_ITEMS, 14)))
                .isEqualTo(15);
        assertThat(result.day().measures().get(new MeasureTier(Measure.SERIES, 7)))
                .isEqualTo(101);
    }

    /** Returns a valid row of 75 bytes. */
    private static String row(int number) {
        return "{\"time\":1795190400000,\"__docid\":\"" + number + "\",\"workspaceUUID\":\"w\",\"project\":\"object\"}";
    }

    private static String project(String id, String project, String subProject, String figure) {
        return ("{'time':1795190400000,'__docid':'" + id + "','workspaceUUID':'w','project':'" + project
                        + "','sub_project':'" + subProject + "'," + figure + "}\n")
                .replace('\'', '"');
    }

    @Test
    void writesRowsOfTheLengthThatTheTableCountsOn() {
        assertThat(row(1).getBytes(UTF_8)).hasSize(75);
    }
}
