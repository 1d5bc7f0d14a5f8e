package io.billingcenter.writers.tables.invoicing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.billingcenter.domain.delivery.InvoiceLayout;
import io.billingcenter.domain.invoicing.CloseAcceptance;
import io.billingcenter.domain.invoicing.CloseChecklist;
import io.billingcenter.domain.invoicing.CloseFinding;
import io.billingcenter.domain.invoicing.CloseReason;
import io.billingcenter.domain.invoicing.IssueTerms;
import io.billingcenter.domain.invoicing.MonthClosedException;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.domain.time.BillingMonth;
import io.billingcenter.schema.MigratedDatabase;
import io.billingcenter.schema.TableText;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;

/** A month is closed once, with the checklist that was accepted. */
class MonthCloseWriterTest {

    private static final BillingMonth MONTH = BillingMonth.parse("2026-11");
    private static final CloseFinding HOLD = new CloseFinding(
            CloseReason.HOLDS, BillingDay.parse("2026-11-21"), "w1", "held", CloseFinding.Effect.BLOCKS);
    private static final CloseFinding NIGHT =
            new CloseFinding(CloseReason.NIGHTS, null, "", "no night", CloseFinding.Effect.LISTED);

    private static final IssueTerms TERMS = new IssueTerms(BillingDay.parse("2026-12-01"), InvoiceLayout.VERSION_2);

    private JdbcTemplate jdbc;

    @BeforeEach
    void database() throws IOException {
        jdbc = MigratedDatabase.create();
    }

    @Test
    void theChecklistIsStoredInItsOrderWithTheAcceptance() {
        CloseAcceptance acceptance = new CloseAcceptance(
                Set.of(CloseReason.MISSING, CloseReason.HOLDS), "agreed", "anna", BillingDay.parse("2026-12-03"));
        CloseChecklist checklist = new CloseChecklist(MONTH, List.of(HOLD, NIGHT));
        new MonthCloseWriter(jdbc).store(checklist, acceptance, TERMS, 7);
        assertThat(
                        TableText.of(
                                jdbc,
                                "SELECT billing_month, accepted, reason, accepted_by, accepted_on, digest, run_id, invoice_date, invoice_layout FROM month_close"))
                .containsExactly(
                        "2026-11|holds,missing|agreed|anna|2026-12-03|" + checklist.digest() + "|7|2026-12-01|2");
        assertThat(
                        TableText.of(
                                jdbc,
                                "SELECT item, reason, finding_day, subject, detail, effect FROM month_close_finding ORDER BY item"))
                .containsExactly("1|nights|-||no night|listed", "2|holds|2026-11-21|w1|held|blocks");
    }

    @Test
    void aMonthWithoutFindingsNeedsNoAcceptance() {
        new MonthCloseWriter(jdbc).store(new CloseChecklist(MONTH, List.of()), CloseAcceptance.NONE, TERMS, 7);
        assertThat(TableText.of(jdbc, "SELECT accepted, reason, accepted_by, accepted_on FROM month_close"))
                .containsExactly("|||-");
        assertThat(TableText.of(jdbc, "SELECT * FROM month_close_finding")).isEmpty();
    }

    @Test
    void aLongReasonIsShortenedAndNotRefused() {
        CloseAcceptance acceptance = new CloseAcceptance(
                Set.of(CloseReason.HOLDS), "y".repeat(9_000), "anna", BillingDay.parse("2026-12-03"));
        CloseFinding longFinding =
                new CloseFinding(CloseReason.HOLDS, null, "w1", "x".repeat(4_001), CloseFinding.Effect.BLOCKS);
        new MonthCloseWriter(jdbc).store(new CloseChecklist(MONTH, List.of(longFinding)), acceptance, TERMS, 7);
        assertThat(TableText.of(jdbc, "SELECT CHAR_LENGTH(reason) FROM month_close"))
                .containsExactly("4000");
        assertThat(TableText.of(jdbc, "SELECT CHAR_LENGTH(detail) FROM month_close_finding"))
                .containsExactly("4000");
    }

    @Test
    void aMonthIsClosedOnce() {
        CloseChecklist checklist = new CloseChecklist(MONTH, List.of());
        MonthCloseWriter writer = new MonthCloseWriter(jdbc);
        writer.store(checklist, CloseAcceptance.NONE, TERMS, 7);
        assertThatThrownBy(() -> writer.store(checklist, CloseAcceptance.NONE, TERMS, 8))
                .isInstanceOf(DuplicateKeyException.class);
    }

    @ParameterizedTest
    @CsvSource({"2026-10-31,true", "2026-11-01,false", "2026-11-30,false", "2026-12-01,true", "2025-11-15,true"})
    void onlyDaysOfTheClosedMonthAreRefused(BillingDay day, boolean open) {
        ClosedMonthWriter writer = new ClosedMonthWriter(jdbc);
        writer.seal(MONTH);
        writer.seal(MONTH);
        if (open) {
            assertThatCode(() -> writer.requireOpen(day)).doesNotThrowAnyException();
        } else {
            assertThatThrownBy(() -> writer.requireOpen(day))
                    .isInstanceOf(MonthClosedException.class)
                    .hasMessageContaining("2026-11 closed");
        }
    }
}
