package io.billingcenter.schema.digest;

import static org.assertj.core.api.Assertions.assertThat;

import io.billingcenter.schema.billing.UsageTable;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Digests of random rows: any order and any division of them gives the same digest, and any change another one. */
class RandomDigestsTest {

    private static final int ROWS = 40;
    private static final int CELLS = 3;

    @RepeatedTest(20)
    void anyOrderGivesTheSameDigestAndAnyChangeAnotherOne(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        List<Object[]> rows = rows(random);
        String before = digest(rows);
        Collections.shuffle(rows, random);
        assertThat(digest(rows)).isEqualTo(before);

        Object[] changed = rows.get(random.nextInt(ROWS));
        int cell = random.nextInt(CELLS);
        changed[cell] = changed[cell] + "x";
        assertThat(digest(rows)).isNotEqualTo(before);
        assertThat(RowDigests.differences(before, digest(rows)))
                .extracting(RowDigests.PartDifference::table)
                .containsExactly("usage");
    }

    @RepeatedTest(20)
    void sumsOfAnyPartsAddUpToTheSumOfAllRows(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        List<Object[]> rows = rows(random);
        RowSum whole = new RowSum("ledger_entry");
        rows.forEach(whole::add);

        Collections.shuffle(rows, random);
        RowSum first = new RowSum("ledger_entry");
        RowSum second = new RowSum("ledger_entry");
        int cut = random.nextInt(ROWS + 1);
        rows.subList(0, cut).forEach(first::add);
        rows.subList(cut, ROWS).forEach(second::add);
        RowSum both = new RowSum("ledger_entry");
        both.addParts(second.parts());
        both.addParts(first.parts());
        assertThat(both.parts()).isEqualTo(whole.parts());
        assertThat(both.rows()).isEqualTo(ROWS);
    }

    @Test
    void aRowThatIsThereTwiceCountsTwice() {
        RowSum once = new RowSum("ledger_entry");
        once.add("a");
        RowSum twice = new RowSum("ledger_entry");
        twice.add("a");
        twice.add("a");
        assertThat(twice.parts()).isNotEqualTo(once.parts()).startsWith("ledger_entry 2 ");
    }

    @ParameterizedTest
    @CsvSource({"0, 0.00", "0.0000, -0.0", "1E+3, 1000", "100, 1E2", "-2.50, -2.5", "0.10, .1"})
    void equalNumbersHaveOneText(BigDecimal one, BigDecimal other) {
        assertThat(RowDigests.text(one)).isEqualTo(RowDigests.text(other));
    }

    @ParameterizedTest
    @CsvSource({"1, 10", "0.1, 0.01", "1, -1", "10.01, 10.010000001"})
    void differentNumbersHaveDifferentTexts(BigDecimal one, BigDecimal other) {
        assertThat(RowDigests.text(one)).isNotEqualTo(RowDigests.text(other));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ar-EG", "tr-TR", "hi-IN-u-nu-deva", "de-DE"})
    void theLocaleOfTheMachineDecidesNothing(String locale) {
        Locale before = Locale.getDefault();
        String expected = digest(rows(new Random(5)));
        try {
            Locale.setDefault(Locale.forLanguageTag(locale));
            assertThat(digest(rows(new Random(5)))).isEqualTo(expected);
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void noTwoSplitsOfTheSameCharactersShareAText() {
        Set<String> texts = new HashSet<>();
        String all = "1:2,3:4";
        for (int cut = 0; cut <= all.length(); cut++) {
            texts.add(RowDigests.text(all.substring(0, cut), all.substring(cut)));
        }
        texts.add(RowDigests.text(all));
        texts.add(RowDigests.text(all, null));
        assertThat(texts).hasSize(all.length() + 3);
    }

    @Test
    void nothingDiffersFromNoRowsButRows() {
        assertThat(new RowDigests().parts()).isEmpty();
        assertThat(RowDigests.differences("", "")).isEmpty();
        assertThat(RowDigests.differences("", digest(rows(new Random(3)))))
                .singleElement()
                .satisfies(part -> {
                    assertThat(part.left()).isEqualTo("no rows");
                    assertThat(part.right()).startsWith(ROWS + " rows");
                });
    }

    private static List<Object[]> rows(Random random) {
        List<Object[]> rows = new ArrayList<>();
        for (int i = 0; i < ROWS; i++) {
            rows.add(
                    new Object[] {"w" + random.nextInt(5), random.nextInt(), BigDecimal.valueOf(random.nextLong(), 2)});
        }
        return rows;
    }

    private static String digest(List<Object[]> rows) {
        RowDigests digests = new RowDigests();
        rows.forEach(row -> digests.add(UsageTable.TABLE, row));
        return digests.parts();
    }
}
