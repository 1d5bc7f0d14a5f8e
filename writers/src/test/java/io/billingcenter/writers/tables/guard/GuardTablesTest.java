package io.billingcenter.writers.tables.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.billingcenter.domain.account.BillingAccountId;
import io.billingcenter.domain.account.WorkspaceId;
import io.billingcenter.domain.guard.AccountDay;
import io.billingcenter.domain.guard.AccountLimits;
import io.billingcenter.domain.guard.Consent;
import io.billingcenter.domain.guard.ConsentKind;
import io.billingcenter.domain.guard.CurrencyFloor;
import io.billingcenter.domain.guard.GuardFinding;
import io.billingcenter.domain.guard.GuardLevel;
import io.billingcenter.domain.guard.GuardReason;
import io.billingcenter.domain.guard.GuardStop;
import io.billingcenter.domain.guard.UnusualDay;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.schema.MigratedDatabase;
import io.billingcenter.schema.TableText;
import io.billingcenter.writers.tables.guard.GuardReportWriter.Source;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

/** The tables of the guards: reports, stops, silences and unusual account-days. */
class GuardTablesTest {

    private static final BillingDay DAY = BillingDay.parse("2026-11-21");
    private static final AccountDay UNUSUAL_DAY = new AccountDay(new BillingAccountId("ba_1"), "CNY", DAY);
    private static final AccountLimits LIMITS =
            new AccountLimits(5, new CurrencyFloor(new BigDecimal("1000"), new BigDecimal("150")), 14, 5);

    private JdbcTemplate jdbc;

    @BeforeEach
    void database() throws IOException {
        jdbc = MigratedDatabase.create();
    }

    @Test
    void linesOfARunReplaceThoseItHadFromTheSource() {
        GuardReportWriter writer = new GuardReportWriter(jdbc);
        writer.replace(Source.NIGHT, 1, List.of("a", "b", "a"));
        writer.replace(Source.NIGHT, 2, List.of("a"));
        writer.replace(Source.LARGE_RECORD, 1, List.of("a"));
        writer.replace(Source.NIGHT, 1, List.of("c"));
        assertThat(TableText.of(jdbc, "SELECT run_id, source, detail, attention FROM guard_report ORDER BY 1, 2"))
                .containsExactly("1|large_record|a|FALSE", "1|night|c|TRUE", "2|night|a|TRUE");
        writer.replace(Source.NIGHT, 1, List.of());
        assertThat(TableText.of(jdbc, "SELECT detail FROM guard_report WHERE run_id = 1 AND source = 'night'"))
                .isEmpty();
    }

    @Test
    void aLineIsReportedOnceForAllRunsOfItsSource() {
        GuardReportWriter writer = new GuardReportWriter(jdbc);
        writer.addOnce(Source.PRICE_BOOK, 1, List.of("price of log doubled"));
        writer.addOnce(Source.PRICE_BOOK, 2, List.of("price of log doubled", "price of sms halved"));
        writer.addOnce(Source.CONTRACT_PRICE, 2, List.of("price of log doubled"));
        writer.addOnce(Source.PRICE_BOOK, 3, List.of());
        assertThat(TableText.of(jdbc, "SELECT run_id, source, detail FROM guard_report ORDER BY 1, 2"))
                .containsExactly(
                        "1|price_book|price of log doubled",
                        "2|contract_price|price of log doubled",
                        "2|price_book|price of sms halved");
    }

    @Test
    void longLinesThatDifferAtTheirEndAreTwoLines() {
        String start = "x".repeat(5_000);
        new GuardReportWriter(jdbc).replace(Source.NIGHT, 1, List.of(start + "1", start + "2"));
        assertThat(TableText.of(jdbc, "SELECT CHAR_LENGTH(detail) FROM guard_report"))
                .containsExactly("4000", "4000");
    }

    @Test
    void aStopThatNobodyConsentedToIsReplaced() {
        GuardStopWriter writer = new GuardStopWriter(jdbc);
        writer.store(stop("100.00"), 1);
        writer.store(stop("120.00"), 2);
        assertThat(TableText.of(jdbc, "SELECT version, level, command_day, run_id FROM guard_stop"))
                .containsExactly("1|night|2026-11-21|2");
        assertThat(TableText.of(jdbc, "SELECT version, item, reason, subject, currency, amount FROM guard_stop_reason"))
                .containsExactly("1|1|usage_charges|all|CNY|120.00");
    }

    @Test
    void aStopThatSomebodyConsentedToStaysAndTheNextIsAnotherVersion() {
        GuardStopWriter writer = new GuardStopWriter(jdbc);
        writer.store(stop("100.00"), 1);
        consent(stop("100.00").fingerprint() + "#1");
        writer.store(stop("900.00"), 2);
        writer.store(stop("950.00"), 3);
        assertThat(TableText.of(jdbc, "SELECT version, amount FROM guard_stop_reason ORDER BY version"))
                .containsExactly("1|100.00", "2|950.00");
    }

    @Test
    void consentsAreNumberedAndCountedWithTheAmountsThatWereSeen() {
        new GuardStopWriter(jdbc).store(stop("100.00"), 1);
        String subject = stop("100.00").fingerprint() + "#1";
        assertThat(consent(subject)).isEqualTo(1);
        assertThat(consent(subject)).isEqualTo(2);
        assertThat(TableText.of(
                        jdbc, "SELECT stage, control_day, version, subject, row_count FROM control_total ORDER BY 3"))
                .containsExactly("consent|2026-11-22|1|consent|1", "consent|2026-11-22|2|consent|1");
        assertThat(TableText.of(jdbc, "SELECT parts FROM control_total WHERE version = 1"))
                .singleElement()
                .asString()
                .contains("consent 1 ", "guard_stop 1 ", "guard_stop_reason 1 ");
    }

    @Test
    void aStopNeedsAFinding() {
        assertThatThrownBy(() -> new GuardStop(GuardLevel.NIGHT, DAY, "", List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Expected at least one finding, found none");
    }

    @Test
    void aSilenceKeepsTheRunThatFoundItFirst() {
        SilenceWriter writer = new SilenceWriter(jdbc);
        WorkspaceId one = new WorkspaceId("w1");
        WorkspaceId two = new WorkspaceId("w2");
        writer.replace(DAY, Map.of(one, "no files", two, "no files"), 1);
        writer.replace(DAY, Map.of(one, "still no files"), 2);
        writer.replace(DAY.plusDays(1), Map.of(two, "no files"), 2);
        assertThat(TableText.of(
                        jdbc,
                        "SELECT workspace_id, billing_day, finding, detail, run_id FROM input_finding" + " ORDER BY 2"))
                .containsExactly("w1|2026-11-21|missing|no files|1", "w2|2026-11-22|missing|no files|2");
        assertThat(writer.noted(DAY)).containsExactly(one);
        assertThat(writer.noted(DAY.minusDays(1))).isEmpty();
    }

    @Test
    void aSilenceEndsWhenFilesComeAndNotWithAnEmptyReading() {
        SilenceWriter writer = new SilenceWriter(jdbc);
        writer.replace(DAY, Map.of(new WorkspaceId("w1"), "no files", new WorkspaceId("w2"), "no files"), 1);
        jdbc.update("INSERT INTO day_reading (workspace_id, billing_day, reading, input_digest, revision, files,"
                + " unreadable_files, records, accepted, duplicates, conflicts, quarantined, over_limit, is_current,"
                + " run_id) VALUES ('w1', '2026-11-21', 1, 'i', 1, 1, 0, 0, 0, 0, 0, 0, FALSE, TRUE, 2),"
                + " ('w2', '2026-11-21', 1, 'i', 1, 0, 0, 0, 0, 0, 0, 0, FALSE, TRUE, 2)");
        writer.forgetWhereFilesCame();
        assertThat(writer.noted(DAY)).containsExactly(new WorkspaceId("w2"));
    }

    @Test
    void anUnusualDayIsHeldUntilItIsLookedAtAgain() {
        accountDay();
        UnusualAccountDays days = new UnusualAccountDays(jdbc);
        days.store(List.of(UNUSUAL_DAY), List.of(unusual("9000.00")), 1);
        assertThat(TableText.of(jdbc, "SELECT account_id, currency, amount, held, run_id FROM unusual_account_day"))
                .containsExactly("ba_1|CNY|9000.00|TRUE|1");
        assertThat(TableText.of(jdbc, "SELECT held FROM account_day")).containsExactly("TRUE");
        days.store(List.of(), List.of(), 2);
        assertThat(TableText.of(jdbc, "SELECT held FROM account_day")).containsExactly("TRUE");
        days.store(List.of(UNUSUAL_DAY), List.of(), 3);
        assertThat(TableText.of(jdbc, "SELECT held FROM account_day")).containsExactly("FALSE");
    }

    @Test
    void aReleasedDayIsListedAsWorkUntilItIsRatedWithoutTheHold() {
        accountDay();
        rated("held");
        UnusualAccountDays days = new UnusualAccountDays(jdbc);
        days.store(List.of(UNUSUAL_DAY), List.of(unusual("9000.00")), 1);
        days.store(List.of(UNUSUAL_DAY), List.of(), 2);
        days.listTasks(DAY);
        assertThat(TableText.of(jdbc, "SELECT workspace_id, billing_day FROM unusual_task"))
                .containsExactly("w1|2026-11-21");
        days.listTasks(DAY.minusDays(1));
        assertThat(TableText.of(jdbc, "SELECT * FROM unusual_task")).isEmpty();
        jdbc.update("UPDATE rated_day SET outcome = 'charged'");
        days.store(List.of(), List.of(), 3);
        assertThat(TableText.of(jdbc, "SELECT * FROM unusual_account_day")).isEmpty();
    }

    private long consent(String subject) {
        return new ConsentWriter(jdbc)
                .add(Consent.of(ConsentKind.STOP, subject, "meant", new Consent.Given("anna", "2026-11-22T08:00:00Z")));
    }

    private static GuardStop stop(String amount) {
        return new GuardStop(
                GuardLevel.NIGHT,
                DAY,
                "",
                List.of(new GuardFinding(GuardReason.USAGE_CHARGES, "all", "CNY", new BigDecimal(amount), "d")));
    }

    private static UnusualDay unusual(String amount) {
        return new UnusualDay(UNUSUAL_DAY, new BigDecimal(amount), new BigDecimal("100.00"), LIMITS);
    }

    private void accountDay() {
        jdbc.update("INSERT INTO account_day (account_id, currency, billing_day, amount, workspace_days, held)"
                + " VALUES ('ba_1', 'CNY', '2026-11-21', 9000, 1, FALSE)");
    }

    private void rated(String outcome) {
        jdbc.update(
                "INSERT INTO rated_day (workspace_id, billing_day, rating, revision, terms_digest, outcome, is_current,"
                        + " posted, run_id, charge_account, charge_currency, charge_amount)"
                        + " VALUES ('w1', '2026-11-21', 1, 1, 't', ?, TRUE, FALSE, 1, 'ba_1', 'CNY', 9000)",
                outcome);
    }
}
