package io.billingcenter.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rows come back as they were written, and any other text is refused with the name of its column. */
class JsonRowsTest {

    private static final String BEGIN = "{\"version\":1,\"rows\":[";

    @Test
    void aTextIsReadableByPeople() {
        JsonRows.Writer rows = new JsonRows.Writer();
        rows.row().code("log").number(30).number(new BigDecimal("12.50")).code(null);
        rows.row().code("rum_pv").number(0).number((BigDecimal) null).code("2026-11-21");
        assertThat(rows.text())
                .isEqualTo("{\"version\":1,\"rows\":[[\"log\",30,12.5,null],[\"rum_pv\",0,null,\"2026-11-21\"]]}");
        assertThat(new JsonRows.Writer().text()).isEqualTo("{\"version\":1,\"rows\":[]}");
    }

    @Test
    void randomRowsComeBack() {
        Random random = new Random(20_261_201);
        for (int text = 0; text < 300; text++) {
            int width = 1 + random.nextInt(9);
            List<List<@Nullable Object>> rows = new ArrayList<>();
            int count = text % 50 == 0 ? 5_000 : random.nextInt(6);
            for (int i = 0; i < count; i++) {
                rows.add(row(random, width));
            }
            assertThat(cells(text(rows), width)).isEqualTo(rows);
        }
    }

    /** Compares with what the JDK makes of the same digits. */
    @Test
    void numbersAreWrittenWithoutNeedlessZerosAndExponents() {
        for (String[] number : new String[][] {
            {"0", "0"},
            {"0.00", "0"},
            {"-0.0", "0"},
            {"100", "100"},
            {"1E+3", "1000"},
            {"-7.10", "-7.1"},
            {"0.000000000000000001", "0.000000000000000001"},
            {"9".repeat(60) + "." + "9".repeat(18), "9".repeat(60) + "." + "9".repeat(18)},
            {"1" + "0".repeat(59) + ".00", "1" + "0".repeat(59)}
        }) {
            assertThat(new JsonRows.Writer()
                            .row()
                            .number(new BigDecimal(number[0]))
                            .text())
                    .isEqualTo(BEGIN + "[" + number[1] + "]]}");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\"b", "a\\b", "a,b", "a]b", "a[", "a b", "\u00e9", "a\n", "'", "\ud83d\ude00", "a{"})
    void aCodeThatTheViewsCouldNotTellFromTheRestIsRefused(String code) {
        JsonRows.Writer row = new JsonRows.Writer().row();
        assertThatIllegalArgumentException().isThrownBy(() -> row.code(code)).withMessageContaining(code);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "x",
                "[]",
                "{\"version\":2,\"rows\":[[\"log\",1]]}",
                "{\"version\":10,\"rows\":[[\"log\",1]]}",
                "{\"version\":1,\"rows\":null}",
                "{ \"version\":1,\"rows\":[[\"log\",1]]}",
                BEGIN,
                BEGIN + "]",
                BEGIN + "[\"log\",1]]",
                BEGIN + "[\"log\",1",
                BEGIN + "[\"log\",1]}",
                BEGIN + "[\"log\",1],]}",
                BEGIN + ",[\"log\",1]]}",
                BEGIN + "[\"log\" 1]]}",
                BEGIN + "[\"log\",1]]}]}",
                BEGIN + "[\"log\",1]],\"rows\":[]}",
                BEGIN + "[\"log\",1]]} x",
                BEGIN + "[\"log\",1],\"log\",[\"log\",1]]}",
                BEGIN + "[\"log\",1],null]}",
                BEGIN + "[\"log\",1],{}]}",
                BEGIN + "[\"log\",[1]]]}",
                BEGIN + "[\"log\",true]]}",
                BEGIN + "[\"log\",{}]]}",
                BEGIN + "[\"log\",1E9]]}",
                BEGIN + "[\"log\",1E999999999]]}",
                BEGIN + "[\"log\",1E-999999999]]}",
                BEGIN + "[\"log\",1E99999999999]]}",
                BEGIN + "[\"log\",01]]}",
                BEGIN + "[\"log\",NaN]]}",
                BEGIN + "[\"log\"]]}",
                BEGIN + "[\"log\",1,2]]}",
                BEGIN + "[]]}",
                BEGIN + "[null,1]]}",
                BEGIN + "[\"log\",null]]}",
                BEGIN + "[1,1]]}",
                BEGIN + "[\"log\",\"1\"]]}"
            })
    void anyOtherTextIsRefused(String text) {
        assertThatIllegalStateException()
                .isThrownBy(() -> JsonRows.read("a.b", 2, text, row -> row.code(0) + row.number(1)))
                .withMessageContaining("in column a.b, found ");
    }

    @Test
    void everyTextThatIsCutShortIsRefused() {
        String text = new JsonRows.Writer()
                .row()
                .code("log")
                .number(30)
                .row()
                .code("trace")
                .number(7)
                .text();
        for (int length = 0; length < text.length(); length++) {
            String cut = text.substring(0, length);
            assertThatIllegalStateException().isThrownBy(() -> JsonRows.read("a.b", 2, cut, row -> row.code(0)));
        }
        assertThat(JsonRows.read("a.b", 2, text, row -> row.code(0))).containsExactly("log", "trace");
        assertThat(JsonRows.read("a.b", 2, null, row -> row.code(0))).isEmpty();
    }

    @Test
    void aMessageShowsTheBeginningOnly() {
        assertThatIllegalStateException()
                .isThrownBy(() -> JsonRows.read("a.b", 1, "x".repeat(100_000), row -> row.code(0)))
                .satisfies(refused -> assertThat(refused.getMessage()).hasSizeLessThan(400));
    }

    private static List<@Nullable Object> row(Random random, int width) {
        List<@Nullable Object> row = new ArrayList<>();
        for (int cell = 0; cell < width; cell++) {
            row.add(
                    switch (random.nextInt(6)) {
                        case 0 -> null;
                        case 1 -> code(random);
                        case 2 -> BigDecimal.ZERO;
                        default -> number(random);
                    });
        }
        return row;
    }

    private static String code(Random random) {
        String letters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789._-";
        StringBuilder code = new StringBuilder();
        for (int i = random.nextInt(33); i >= 0; i--) {
            code.append(letters.charAt(random.nextInt(letters.length())));
        }
        return code.toString();
    }

    /** A number of up to 80 digits, up to 18 of them behind the point, without zeros at its end. */
    private static BigDecimal number(Random random) {
        BigInteger digits = new BigInteger(random.nextInt(266), random);
        BigDecimal number = new BigDecimal(random.nextBoolean() ? digits : digits.negate(), random.nextInt(19));
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    private static String text(List<List<@Nullable Object>> rows) {
        JsonRows.Writer writer = new JsonRows.Writer();
        for (List<@Nullable Object> row : rows) {
            writer.row();
            for (Object cell : row) {
                if (cell instanceof BigDecimal number) {
                    writer.number(number.setScale(number.scale() + 3));
                } else {
                    writer.code((String) cell);
                }
            }
        }
        return writer.text();
    }

    private static List<List<@Nullable Object>> cells(String text, int width) {
        return JsonRows.read("a.b", width, text, row -> {
            @Nullable Object[] cells = new @Nullable Object[width];
            for (int cell = 0; cell < width; cell++) {
                cells[cell] = cell(row, cell);
            }
            return Arrays.asList(cells);
        });
    }

    private static @Nullable Object cell(JsonRows.Row row, int cell) {
        try {
            return row.numberOrNull(cell);
        } catch (ClassCastException e) {
            return row.codeOrNull(cell);
        }
    }
}
