package io.billingcenter.schema.digest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.billingcenter.domain.reconciliation.RunSeal;
import io.billingcenter.domain.usage.Meter;
import io.billingcenter.schema.TableRow;
import io.billingcenter.schema.billing.RatedDayTable;
import io.billingcenter.schema.billing.UsageTable;
import io.billingcenter.schema.metering.MeasureTable;
import io.billingcenter.schema.metering.QuarantinedRecordTable;
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
                .add(usage(Meter.LOG, 5))
                .add(usage(Meter.TRACE, 7))
                .parts();
        String other = new RowDigests()
                .add(usage(Meter.TRACE, 7))
                .add(usage(Meter.LOG, 5))
                .parts();
        assertThat(one).isEqualTo(other).startsWith("usage 2 ");
    }

    @Test
    void theTableThatDiffersIsNamedWithItsRows() {
        String then = new RowDigests().add(rating()).add(usage(Meter.LOG, 5)).parts();
        String now = new RowDigests().add(rating()).parts();
        assertThat(RowDigests.differences(then, now)).hasSize(1).first().satisfies(part -> {
            assertThat(part.table()).isEqualTo("usage");
            assertThat(part.left()).startsWith("1 rows");
            assertThat(part.right()).isEqualTo("no rows");
        });
        assertThat(RowDigests.differences(then, then)).isEmpty();
    }

    @Test
    void aTableWithoutDigestsIsRefused() {
        assertThatThrownBy(() -> new RowDigests().add(MeasureTable.TABLE.row()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Expected a table that digests are made of, found measure");
    }

    private static TableRow usage(Meter meter, int quantity) {
        return UsageTable.TABLE
                .row()
                .set(UsageTable.METER, meter)
                .set(UsageTable.RETENTION_DAYS, 14)
                .set(UsageTable.QUANTITY, BigDecimal.valueOf(quantity));
    }

    private static TableRow rating() {
        return RatedDayTable.TABLE.row().set(RatedDayTable.REVISION, 1).set(RatedDayTable.TERMS_DIGEST, "t");
    }

    @Test
    void partsOfASumAddUp() {
        RowSum whole = new RowSum(QuarantinedRecordTable.TABLE);
        whole.add("a");
        whole.add("b");
        RowSum first = new RowSum(QuarantinedRecordTable.TABLE);
        first.add("b");
        RowSum second = new RowSum(QuarantinedRecordTable.TABLE);
        second.add("a");
        second.addParts(first.parts());
        assertThat(second.parts()).isEqualTo(whole.parts()).startsWith("quarantined_record 2 ");
        assertThat(new RowSum(UsageTable.TABLE).parts()).isEmpty();
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
