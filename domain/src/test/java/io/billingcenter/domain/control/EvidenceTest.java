package io.billingcenter.domain.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** Digests do not depend on who has the rows, nor on their order, and no two contents share one. */
class EvidenceTest {

    private static final LocalDate DAY = LocalDate.of(2026, 10, 15);

    @Test
    void numbersAreTheSameHoweverManyZerosTheyEndIn() {
        assertThat(Evidence.text(new BigDecimal("1.50"), new BigDecimal("0.00"), 3L, DAY, null, ""))
                .isEqualTo(Evidence.text(new BigDecimal("1.5"), BigDecimal.ZERO, 3, "2026-10-15", null, ""));
    }

    @Test
    void cellsDoNotRunIntoEachOther() {
        assertThat(Evidence.text("a,b", "c")).isNotEqualTo(Evidence.text("a", "b,c"));
        assertThat(Evidence.text("", "1")).isNotEqualTo(Evidence.text(null, "1"));
        assertThat(Evidence.text("1:a", "b")).isNotEqualTo(Evidence.text("1", "a,1:b"));
    }

    @Test
    void theOrderOfRowsDoesNotMatter() {
        String one = new Evidence()
                .add(EvidenceTable.USAGE, "log", 14, 5)
                .add(EvidenceTable.USAGE, "span", 3, 7)
                .parts();
        String other = new Evidence()
                .add(EvidenceTable.USAGE, "span", 3, 7)
                .add(EvidenceTable.USAGE, "log", 14, 5)
                .parts();
        assertThat(one).isEqualTo(other).startsWith("usage 2 ");
    }

    @Test
    void theTableThatDiffersIsNamedWithItsRows() {
        String then = new Evidence()
                .add(EvidenceTable.RATED_DAY, 1, "t", "charged", "a", "wallet")
                .add(EvidenceTable.USAGE, "log", 14, 5)
                .parts();
        String now = new Evidence()
                .add(EvidenceTable.RATED_DAY, 1, "t", "charged", "a", "wallet")
                .parts();
        assertThat(Evidence.differences(then, now)).hasSize(1).first().satisfies(part -> {
            assertThat(part.table()).isEqualTo("usage");
            assertThat(part.left()).startsWith("1 rows");
            assertThat(part.right()).isEqualTo("no rows");
        });
        assertThat(Evidence.differences(then, then)).isEmpty();
    }

    @Test
    void partsOfASumAddUp() {
        RowSum whole = new RowSum(EvidenceTable.QUARANTINED_RECORD);
        whole.add("a");
        whole.add("b");
        RowSum first = new RowSum(EvidenceTable.QUARANTINED_RECORD);
        first.add("b");
        RowSum second = new RowSum(EvidenceTable.QUARANTINED_RECORD);
        second.add("a");
        second.addParts(first.parts());
        assertThat(second.parts()).isEqualTo(whole.parts()).startsWith("quarantined_record 2 ");
        assertThat(new RowSum(EvidenceTable.USAGE).parts()).isEmpty();
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
