package io.billingcenter.schema.digest;

import static org.assertj.core.api.Assertions.assertThat;

import io.billingcenter.domain.reconciliation.RunSeal;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** Digests do not depend on who has the rows, nor on their order, and no two contents share one. */
class RowDigestsTest {

    private static final LocalDate DAY = LocalDate.of(2026, 10, 15);

    @Test
    void numbersAreTheSameHoweverManyZerosTheyEndIn() {
        assertThat(RowDigests.text(new BigDecimal("1.50"), new BigDecimal("0.00"), 3L, DAY, null, ""))
                .isEqualTo(RowDigests.text(new BigDecimal("1.5"), BigDecimal.ZERO, 3, "2026-10-15", null, ""));
    }

    @Test
    void cellsDoNotRunIntoEachOther() {
        assertThat(RowDigests.text("a,b", "c")).isNotEqualTo(RowDigests.text("a", "b,c"));
        assertThat(RowDigests.text("", "1")).isNotEqualTo(RowDigests.text(null, "1"));
        assertThat(RowDigests.text("1:a", "b")).isNotEqualTo(RowDigests.text("1", "a,1:b"));
    }

    @Test
    void theOrderOfRowsDoesNotMatter() {
        String one = new RowDigests()
                .add(DigestedTable.USAGE, "log", 14, 5)
                .add(DigestedTable.USAGE, "span", 3, 7)
                .parts();
        String other = new RowDigests()
                .add(DigestedTable.USAGE, "span", 3, 7)
                .add(DigestedTable.USAGE, "log", 14, 5)
                .parts();
        assertThat(one).isEqualTo(other).startsWith("usage 2 ");
    }

    @Test
    void theTableThatDiffersIsNamedWithItsRows() {
        String then = new RowDigests()
                .add(DigestedTable.RATED_DAY, 1, "t", "charged", "a", "wallet")
                .add(DigestedTable.USAGE, "log", 14, 5)
                .parts();
        String now = new RowDigests()
                .add(DigestedTable.RATED_DAY, 1, "t", "charged", "a", "wallet")
                .parts();
        assertThat(RowDigests.differences(then, now)).hasSize(1).first().satisfies(part -> {
            assertThat(part.table()).isEqualTo("usage");
            assertThat(part.left()).startsWith("1 rows");
            assertThat(part.right()).isEqualTo("no rows");
        });
        assertThat(RowDigests.differences(then, then)).isEmpty();
    }

    @Test
    void partsOfASumAddUp() {
        RowSum whole = new RowSum(DigestedTable.QUARANTINED_RECORD);
        whole.add("a");
        whole.add("b");
        RowSum first = new RowSum(DigestedTable.QUARANTINED_RECORD);
        first.add("b");
        RowSum second = new RowSum(DigestedTable.QUARANTINED_RECORD);
        second.add("a");
        second.addParts(first.parts());
        assertThat(second.parts()).isEqualTo(whole.parts()).startsWith("quarantined_record 2 ");
        assertThat(new RowSum(DigestedTable.USAGE).parts()).isEmpty();
    }

    @Test
    void aSealHoldsTheSealBeforeIt() {
        RunSeal first = RunSeal.after(null, 1, 3, "d1");
        RunSeal second = RunSeal.after(first, 4, 5, "d2");
        assertThat(second.number()).isEqualTo(2);
        assertThat(second.previous()).isEqualTo(first.seal());
        assertThat(second.seal()).isEqualTo(second.computed());
        assertThat(RunSeal.after(RunSeal.after(null, 1, 3, "other"), 4, 5, "d2").seal())
                .isNotEqualTo(second.seal());
        assertThat(RunSeal.after(null, 99, 3, "d1").seal())
                .as("no number of a run takes part")
                .isEqualTo(first.seal());
    }
}
