package io.billingcenter.domain.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.domain.time.DayRange;
import java.util.Currency;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One workspace that moves from account ant to account bee on 2026-10-20, and was free until 2026-03-01. */
class AccountDirectoryTest {

    private static final WorkspaceId MOVED = new WorkspaceId("ws-move");
    private static final WorkspaceId UNKNOWN = new WorkspaceId("ws-unknown");
    private static final BillingAccountId ANT = new BillingAccountId("acct-ant");
    private static final BillingAccountId BEE = new BillingAccountId("acct-bee");
    private static final Currency CNY = Currency.getInstance("CNY");

    private final AccountDirectory directory = new AccountDirectory(
            List.of(new Workspace(
                    MOVED, "move", "cn1", "team@late.example", StorageType.ES, Channel.WEBSITE, day("2026-01-01"))),
            List.of(new BillingAccount(ANT, "ant", "Ant Works", CNY, true)),
            List.of(binding(ANT, "2026-01-01", day("2026-10-20")), binding(BEE, "2026-10-20", null)),
            List.of(new PlanPeriod(MOVED, Plan.FREE, new DayRange(day("2026-01-01"), day("2026-03-01")))));

    private static BillingDay day(String text) {
        return BillingDay.parse(text);
    }

    private static Binding binding(BillingAccountId account, String from, BillingDay to) {
        return new Binding(MOVED, account, SettlementMethod.WALLET, null, new DayRange(day(from), to));
    }

    @ParameterizedTest
    @CsvSource({
        "2025-12-31, ",
        "2026-01-01, acct-ant",
        "2026-10-19, acct-ant",
        "2026-10-20, acct-bee",
        "2030-01-01, acct-bee"
    })
    void findsWhoPaysOnTheDay(String day, String account) {
        assertThat(directory
                        .binding(MOVED, day(day))
                        .map(found -> found.account().value()))
                .isEqualTo(java.util.Optional.ofNullable(account));
    }

    @ParameterizedTest
    @CsvSource({"2026-02-28, FREE", "2026-03-01, COMMERCIAL", "2025-12-31, COMMERCIAL"})
    void isCommercialWithoutAnotherPlan(String day, Plan plan) {
        assertThat(directory.plan(MOVED, day(day))).isEqualTo(plan);
    }

    @Test
    void knowsNothingOfAWorkspaceWithoutRows() {
        assertThat(directory.workspace(UNKNOWN)).isEmpty();
        assertThat(directory.binding(UNKNOWN, day("2026-10-20"))).isEmpty();
        assertThat(directory.plan(UNKNOWN, day("2026-10-20"))).isEqualTo(Plan.COMMERCIAL);
    }

    @Test
    void insistsOnTheAccountOfABinding() {
        assertThat(directory.account(ANT).username()).isEqualTo("ant");
        assertThatThrownBy(() -> directory.account(BEE))
                .hasMessage("Expected a row for billing account acct-bee, found none");
    }
}
