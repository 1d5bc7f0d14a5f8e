package io.billingcenter.readers.files.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Rows are shown as line:field|field. In the tables of cases ~ represents a quote, and N, R and 0 after a \ represent
 * LF, CR and NUL.
 */
class CsvTableTest {

    private static final CsvFormat FORMAT = CsvFormat.of("a.csv", "x", "y");
    private static final CsvFormat WITH_REMARKS = CsvFormat.withRemarks("a.csv", List.of("x", "y"));

    private final Problems problems = new Problems();

    private List<String> rows(CsvFormat format, String text) {
        return CsvTable.parse(format, text.getBytes(StandardCharsets.UTF_8), problems).rows().stream()
                .map(row -> row.line() + ":" + row.text("x") + "|" + row.text("y"))
                .toList();
    }

    private static String written(String text) {
        return text.replace("~", "\"").replace("\\N", "\n").replace("\\R", "\r").replace("\\0", "\0");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '§',
            value = {
                "a,b\\N; 2:a|b",
                "a,b; 2:a|b",
                "a,b\\R\\N; 2:a|b",
                ",\\N; 2:|",
                "~a,b~,~~\\N; 2:a,b|",
                "~say ~~hi~~~,~~~~\\N; 2:say ~hi~|~",
                "\\N\\R\\Na,b\\N; 4:a|b",
                "#a,b\\N; 2:#a|b",
                "~a\\Nb\\R\\Nc\\Rd~,e\\N; 2:a\\Nb\\R\\Nc\\Rd|e",
            })
    void readsWhatTheGrammarAllows(String body, String expected) {
        assertThat(rows(FORMAT, "x,y\n" + written(body))).containsExactly(written(expected));
        assertThat(problems.sorted()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '§',
            value = {
                "a~b,c; no quote inside an unquoted field",
                "a,b~; no quote inside an unquoted field",
                "a, ~b~; no quote inside an unquoted field",
                "~a~b,c; a comma or the end of the line after a closing quote",
                "~a~ ,c; a comma or the end of the line after a closing quote",
                "a\\Rb,c; LF or CRLF at the end of a line and no CR alone",
                "a,b\\R\\R; LF or CRLF at the end of a line and no CR alone",
                "~a~\\Rb,c; LF or CRLF at the end of a line and no CR alone",
                "a\\0,b; no NUL character",
                "~a\\0~,b; no NUL character",
                "a; 2 columns",
                "a,b,c; 2 columns",
                "~a,b~; 2 columns"
            })
    void refusesARowThatALibraryWouldChange(String row, String expected) {
        List<String> rows = rows(FORMAT, "x,y\n1,2\n" + written(row) + "\n3,4\n");
        assertThat(rows).containsExactly("2:1|2", "4:3|4");
        assertThat(problems.sorted())
                .extracting(problem -> problem.line() + ": " + problem.expected())
                .containsExactly("3: " + expected);
    }

    @Test
    void takesBlanksAndBackslashesAsTheyAre() {
        assertThat(rows(FORMAT, "x,y\n a ,\tb\na\\,\"b\\\"\n")).containsExactly("2: a |\tb", "3:a\\|b\\");
    }

    @Test
    void refusesAQuoteThatIsNeverClosed() {
        assertThat(rows(FORMAT, "x,y\n1,2\n3,\"4\n5,6\n")).containsExactly("2:1|2");
        assertThat(problems.sorted())
                .containsExactly(
                        new Problem("a.csv", 3, "", "3,\"4\n5,6\n", "a closing quote before the end of the file"));
    }

    @Test
    void countsPhysicalLinesOverRowsOfSeveralLines() {
        assertThat(rows(FORMAT, "x,y\r\n\"a\r\n\r\nb\",c\r\n\r\nd,e\r\n")).containsExactly("2:a\r\n\r\nb|c", "6:d|e");
    }

    @Test
    void resumesAfterABrokenRowOfSeveralLines() {
        assertThat(rows(FORMAT, "x,y\n\"a\nb\" c,d\ne,f\n")).containsExactly("4:e|f");
        assertThat(problems.sorted()).extracting(Problem::line).containsExactly(2);
    }

    @Test
    void skipsAByteOrderMark() {
        assertThat(rows(FORMAT, "\uFEFFx,y\na,b\n")).containsExactly("2:a|b");
    }

    @Test
    void skipsRemarksWhereTheyAreAllowed() {
        assertThat(rows(WITH_REMARKS, "# \"no\rrecord\n\nx,y\n#a,b\na,b\n#")).containsExactly("5:a|b");
        assertThat(problems.sorted()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n", "\r\n\n", "\uFEFF", "x,y", "x,y\n"})
    void hasNoRowsWithoutContent(String text) {
        assertThat(rows(FORMAT, text)).isEmpty();
        assertThat(problems.sorted()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"y,x", "x,y,", "X,y", " x,y", "x;y", "\"x\",y", "x"})
    void refusesAnotherHeader(String header) {
        assertThat(rows(FORMAT, header + "\na,b\n")).isEmpty();
        assertThat(problems.sorted()).containsExactly(new Problem("a.csv", 1, "", header, "the header x,y"));
    }

    @Test
    void refusesBytesThatAreNotUtf8() {
        byte[] latin = "x,y\na,b\nMünchen,c\n".getBytes(StandardCharsets.ISO_8859_1);
        CsvTable table = CsvTable.parse(FORMAT, latin, problems);
        assertThat(table.complete()).isFalse();
        assertThat(problems.sorted()).containsExactly(new Problem("a.csv", 3, "", "byte 0xfc", "text in UTF-8"));
    }

    @Test
    void keepsTextOutsideTheBasicPlane() {
        assertThat(rows(FORMAT, "x,y\n莲花科技,\uD83D\uDE00\n")).containsExactly("2:莲花科技|\uD83D\uDE00");
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {21, 22, 23})
    void givesBackEveryFieldThatWasWritten(long seed) {
        Random random = new Random(seed);
        List<String> written = new ArrayList<>();
        StringBuilder text = new StringBuilder("x,y\n");
        for (int i = 0; i < 2000; i++) {
            String x = field(random);
            String y = field(random);
            written.add(x + "|" + y);
            text.append(quoted(x)).append(',').append(quoted(y)).append(random.nextBoolean() ? "\n" : "\r\n");
        }
        assertThat(rows(FORMAT, text.toString()).stream().map(row -> row.substring(row.indexOf(':') + 1)))
                .containsExactlyElementsOf(written);
        assertThat(problems.sorted()).isEmpty();
    }

    private static String field(Random random) {
        return random.ints(random.nextInt(6), 0, 11)
                .mapToObj(i -> "ab,\"\n\r\\ é;'".substring(i, i + 1))
                .collect(Collectors.joining());
    }

    private static String quoted(String field) {
        boolean needless = field.chars().allMatch(c -> ",\"\n\r".indexOf(c) < 0);
        return needless && !field.isEmpty() ? field : "\"" + field.replace("\"", "\"\"") + "\"";
    }
}
