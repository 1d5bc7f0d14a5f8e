package io.billingcenter.writers.tables.settlement;

import static org.assertj.core.api.Assertions.assertThat;

import io.billingcenter.domain.account.BillingAccountId;
import io.billingcenter.domain.account.WorkspaceId;
import io.billingcenter.domain.money.Money;
import io.billingcenter.domain.settlement.Notice;
import io.billingcenter.domain.settlement.NoticeKind;
import io.billingcenter.domain.settlement.WalletKey;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.schema.MigratedDatabase;
import io.billingcenter.schema.TableText;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

/** Notices replace each other by day and kind; the end of a cloud account is announced once. */
class NoticeWriterTest {

    private static final BillingDay DAY = BillingDay.parse("2026-11-21");
    private static final Currency CNY = Currency.getInstance("CNY");
    private static final WalletKey WALLET = new WalletKey(new BillingAccountId("ba_1"), CNY);

    private JdbcTemplate jdbc;
    private NoticeWriter writer;

    @BeforeEach
    void database() throws IOException {
        jdbc = MigratedDatabase.create();
        writer = new NoticeWriter(jdbc);
    }

    @Test
    void aNoticeOfTheSameKindAndDayIsReplaced() {
        writer.store(List.of(countdown(DAY, null, 14, "10.00"), countdown(DAY, "w1", 14, "10.00")));
        writer.store(List.of(countdown(DAY, null, 13, "12.50")));
        writer.store(List.of());
        assertThat(TableText.of(jdbc, "SELECT workspace_id, notice, days_left, owed FROM notice ORDER BY 1"))
                .containsExactly("|countdown|13|12.50", "w1|countdown|14|10.00");
    }

    @Test
    void anotherDayOrKindIsANoticeOfItsOwn() {
        writer.store(List.of(countdown(DAY, null, 1, "10.00"), countdown(DAY.plusDays(1), null, 0, "10.00")));
        writer.store(List.of(new Notice(DAY, WALLET, null, NoticeKind.LOCK, "", null, null)));
        assertThat(TableText.of(jdbc, "SELECT notice_day, notice, days_left, owed FROM notice ORDER BY 1, 2"))
                .containsExactly("2026-11-21|countdown|1|10.00", "2026-11-21|lock|-|-", "2026-11-22|countdown|0|10.00");
    }

    @Test
    void theEndOfACloudAccountIsAnnouncedOnceHoweverOftenItIsFound() {
        Notice release = released(DAY, "w1", "aws-1");
        assertThat(writer.storeReleases(List.of(release, release), null)).containsExactly(DAY);
        assertThat(writer.storeReleases(List.of(released(DAY.plusDays(3), "w1", "aws-1")), null))
                .isEmpty();
        assertThat(TableText.of(jdbc, "SELECT notice_day, workspace_id, subject FROM notice"))
                .containsExactly("2026-11-21|w1|aws-1");
    }

    @Test
    void anotherWorkspaceOrCloudAccountIsAnnouncedToo() {
        writer.storeReleases(List.of(released(DAY, "w1", "aws-1")), null);
        assertThat(writer.storeReleases(List.of(released(DAY, "w2", "aws-1"), released(DAY, "w1", "aws-2")), null))
                .containsExactly(DAY);
        assertThat(TableText.of(jdbc, "SELECT workspace_id, subject FROM notice ORDER BY 1, 2"))
                .containsExactly("w1|aws-1", "w1|aws-2", "w2|aws-1");
    }

    @Test
    void whatWasSettledBeforeIsAnnouncedOnTheLastSettledDay() {
        BillingDay settled = DAY.plusDays(2);
        assertThat(writer.storeReleases(
                        List.of(released(DAY, "w1", "aws-1"), released(DAY.plusDays(5), "w2", "aws-1")), settled))
                .containsExactlyInAnyOrder(settled, DAY.plusDays(5));
        assertThat(TableText.of(jdbc, "SELECT notice_day, workspace_id FROM notice ORDER BY 1"))
                .containsExactly("2026-11-23|w1", "2026-11-26|w2");
    }

    @Test
    void aBillIsDueOncePerAccountDayAndWorkspace() {
        SettlementDue due = new SettlementDue(jdbc);
        BillingAccountId account = new BillingAccountId("ba_1");
        SettlementDue.Posted charge = new SettlementDue.Posted(account, DAY, new WorkspaceId("w1"));
        due.mark(List.of());
        due.mark(List.of(charge, charge, new SettlementDue.Posted(account, DAY, null)));
        due.mark(List.of(charge));
        assertThat(TableText.of(jdbc, "SELECT account_id, posted_day, workspace_id FROM settlement_due ORDER BY 3"))
                .containsExactly("ba_1|2026-11-21|", "ba_1|2026-11-21|w1");
    }

    @Test
    void accountsAreListedForWhatHasComeUpToTheDay() {
        jdbc.update("INSERT INTO settlement_due VALUES ('ba_due', '2026-11-21', ''), ('ba_later', '2026-11-22', '')");
        jdbc.update("INSERT INTO recharge (recharge_id, account_id, amount, posted_day) VALUES"
                + " ('r1', 'ba_recharged', 5, '2026-11-20'), ('r2', 'ba_known', 5, '2026-11-20')");
        jdbc.update("INSERT INTO ledger_entry (request_id, leg, account_id, currency, entry_number, movement, side,"
                + " instrument, amount, entry_day, run_id) VALUES"
                + " ('recharge:r2', 1, 'ba_known', 'CNY', 1, 'recharge', 'cash', '', 5, '2026-11-20', 1)");
        jdbc.update("INSERT INTO wallet (account_id, currency, settled_day, last_number, status, status_from,"
                + " status_number) VALUES ('ba_countdown', 'CNY', '2026-11-20', 1, 'countdown', '2026-11-19', 1)");
        SettlementTasks tasks = new SettlementTasks(jdbc);
        tasks.list(DAY);
        tasks.list(DAY);
        assertThat(TableText.of(jdbc, "SELECT account_id FROM settlement_task ORDER BY 1"))
                .containsExactly("ba_countdown", "ba_due", "ba_recharged");
    }

    @Test
    void theLastSettledDayIsTheLatestOne() {
        SettlementTasks tasks = new SettlementTasks(jdbc);
        assertThat(tasks.lastSettled()).isNull();
        tasks.noteSettled(DAY, 1);
        tasks.noteSettled(DAY.minusDays(4), 2);
        tasks.noteSettled(DAY, 3);
        assertThat(tasks.lastSettled()).isEqualTo(DAY);
        assertThat(TableText.of(jdbc, "SELECT posted_day, run_id FROM settled_day ORDER BY 1"))
                .containsExactly("2026-11-17|2", "2026-11-21|1");
    }

    private static Notice countdown(BillingDay day, @Nullable String workspace, int daysLeft, String owed) {
        WorkspaceId id = workspace == null ? null : new WorkspaceId(workspace);
        return new Notice(day, WALLET, id, NoticeKind.COUNTDOWN, "", daysLeft, Money.of(CNY, new BigDecimal(owed)));
    }

    private static Notice released(BillingDay day, String workspace, String cloudAccount) {
        return new Notice(
                day, WALLET, new WorkspaceId(workspace), NoticeKind.VENDOR_RELEASED, cloudAccount, null, null);
    }
}
