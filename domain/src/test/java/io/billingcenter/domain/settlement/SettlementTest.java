package io.billingcenter.domain.settlement;

import static org.assertj.core.api.Assertions.assertThat;

import io.billingcenter.domain.account.SettlementMethod;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The figures follow billing rules 6.1 and 5.7 and were calculated by hand. Parts: voucher, card, cash, cloud, owed.
 */
class SettlementTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # ordinary | full reduction | card | cash | eligible | sms | method | parts
              0        | 0              | 0    | 0    | 10       | 0   | WALLET | - - - - 10
              4        | 3              | 2    | 100  | 10       | 0   | WALLET | 7 2 1 - -
              4        | 3              | 2    | 0.5  | 10       | 0   | WALLET | 7 2 0.5 - 0.5
              50       | 0              | 0    | 0    | 10       | 5   | WALLET | 10 - - - 5
              50       | 50             | 3    | 100  | 0        | 5   | WALLET | - 3 2 - -
              3        | 0              | 8    | 100  | 10       | 5   | WALLET | 3 8 4 - -
              50       | 0              | 0    | 100  | 10       | -4  | WALLET | 10 - -4 - -
              50       | 0              | 0    | 100  | -4       | 10  | WALLET | - - 6 - -
              4        | 3              | 2    | 100  | 10       | 5   | AWS    | 7 2 - 6 -
              0        | 0              | 0    | 100  | 10       | 0   | AZURE  | - - - 10 -
              0        | 0              | 20   | 0    | 10       | 1   | HUAWEI | - 11 - - -
              5        | 0              | 20   | 0    | 0        | 0   | WALLET | - - - - -
            """)
    void paysInTheOrderOfTheRules(
            String ordinary,
            String full,
            String card,
            String cash,
            String eligible,
            String sms,
            SettlementMethod method,
            String parts) {
        AccountTimeline story = new AccountTimeline();
        if (!ordinary.equals("0")) {
            story.ordinary("o", ordinary, 1, 9);
        }
        if (!full.equals("0")) {
            story.fullReduction("f", full, 1, 9);
        }
        if (!card.equals("0")) {
            story.card("c", card, 1, 9);
        }
        if (!cash.equals("0")) {
            story.recharge("r", cash, 1);
        }
        story.posted(1, method, "ws-a", true, eligible, "v").posted(1, method, "ws-a", false, sms, "v");
        assertThat(story.settle(1).paid(1, method)).isEqualTo(parts);
    }

    @Test
    void whatExpiresFirstPaysFirst() {
        AccountTimeline story = new AccountTimeline()
                .ordinary("late", "5", 1, 20)
                .ordinary("early", "5", 1, 10)
                .fullReduction("full", "5", 1, 3)
                .card("c-late", "100", 1, 9)
                .card("c-early", "100", 1, 8)
                .posted(1, "ws-a", "18")
                .settle(1);
        assertThat(story.paid(1)).isEqualTo("15 3 - - -");
        assertThat(story.sum(LedgerAccount.PREPAID_CARD, "c-early")).isEqualTo(AccountTimeline.cny("97"));
        AccountTimeline less = new AccountTimeline()
                .ordinary("late", "5", 1, 20)
                .ordinary("early", "5", 1, 10)
                .fullReduction("full", "5", 1, 3)
                .posted(1, "ws-a", "7")
                .settle(1);
        assertThat(less.sum(LedgerAccount.VOUCHER, "early")).isEqualTo(AccountTimeline.cny("0"));
        assertThat(less.sum(LedgerAccount.VOUCHER, "late")).isEqualTo(AccountTimeline.cny("3"));
        assertThat(less.sum(LedgerAccount.VOUCHER, "full")).isEqualTo(AccountTimeline.cny("5"));
    }

    @Test
    void anInstrumentPaysFromItsFirstDayAndNotOnTheDayItExpires() {
        AccountTimeline story = new AccountTimeline()
                .ordinary("o", "100", 2, 4)
                .posted(1, "ws-a", "1")
                .posted(2, "ws-a", "2")
                .posted(3, "ws-a", "3")
                .posted(4, "ws-a", "4")
                .settle(4);
        assertThat(story.paid(1)).isEqualTo("- - - - 1");
        assertThat(story.paid(2)).isEqualTo("2 - - - -");
        assertThat(story.paid(3)).isEqualTo("3 - - - -");
        assertThat(story.paid(4)).isEqualTo("- - - - 4");
        assertThat(story.sum(LedgerAccount.EXPIRED, "")).isEqualTo(AccountTimeline.cny("95"));
    }

    @Test
    void sharesTakeTheirPartOfEverySource() {
        AccountTimeline story = new AccountTimeline()
                .ordinary("o", "7", 1, 9)
                .card("c", "100", 1, 9)
                .posted(1, "ws-b", "5")
                .posted(1, "ws-a", "6")
                .sms(1, "ws-a", "50")
                .sms(1, "ws-c", "60")
                .settle(1);
        assertThat(story.paid(1)).isEqualTo("7 100 - - 14");
        assertThat(story.paid(1, "ws-a", true)).isEqualTo("6 - - - -");
        assertThat(story.paid(1, "ws-b", true)).isEqualTo("1 4 - - -");
        assertThat(story.paid(1, "ws-a", false)).isEqualTo("- 50 - - -");
        assertThat(story.paid(1, "ws-c", false)).isEqualTo("- 46 - - 14");
    }

    @Test
    void aShareAgainstTheBillIsBookedOnItsLastSource() {
        AccountTimeline story = new AccountTimeline()
                .recharge("r", "100", 1)
                .posted(1, "ws-a", "15")
                .posted(1, "ws-b", "-5")
                .settle(1);
        assertThat(story.paid(1)).isEqualTo("- - 10 - -");
        assertThat(story.paid(1, "ws-a", true)).isEqualTo("- - 15 - -");
        assertThat(story.paid(1, "ws-b", true)).isEqualTo("- - -5 - -");
    }

    @Test
    void sharesThatCancelOutMoveNothing() {
        AccountTimeline story = new AccountTimeline()
                .recharge("r", "100", 1)
                .posted(1, "ws-a", "5")
                .posted(1, "ws-b", "-5")
                .settle(1);
        assertThat(story.paid(1, "ws-a", true)).isEqualTo("- - 5 - -");
        assertThat(story.paid(1, "ws-b", true)).isEqualTo("- - -5 - -");
        assertThat(story.state.cash()).isEqualTo(AccountTimeline.cny("100"));
    }

    @Test
    void givesBackInTheReverseOrderOfPayment() {
        AccountTimeline story = new AccountTimeline()
                .ordinary("o", "5", 1, 30)
                .card("c", "10", 1, 30)
                .recharge("r", "20", 1)
                .posted(1, "ws-a", "40")
                .settle(1);
        assertThat(story.paid(1)).isEqualTo("5 10 20 - 5");
        story.posted(2, "ws-a", "-37").settle(2);
        assertThat(story.paid(2)).isEqualTo("-2 -10 -20 - -5");
        assertThat(story.state.cash()).isEqualTo(AccountTimeline.cny("20"));
        assertThat(story.sum(LedgerAccount.VOUCHER, "o")).isEqualTo(AccountTimeline.cny("2"));
        assertThat(story.statusOn(2)).isEqualTo(AccountStatus.COUNTDOWN);
        assertThat(story.statusOn(3)).isEqualTo(AccountStatus.ACTIVE);
        assertThat(story.entries.stream()
                        .filter(entry -> entry.requestId().equals("bill:2026-10-02:wallet:acc:CNY:1")
                                && entry.ledgerAccount() != LedgerAccount.BILLED))
                .allMatch(entry -> AccountTimeline.day(1).equals(entry.sourceDay()));
    }

    @Test
    void givesBackOfTheNewestBillFirst() {
        AccountTimeline story = new AccountTimeline()
                .ordinary("o", "10", 1, 30)
                .posted(1, "ws-a", "10")
                .recharge("r", "4", 2)
                .posted(2, "ws-a", "4")
                .posted(3, "ws-a", "-6")
                .settle(3);
        assertThat(story.paid(3)).isEqualTo("-2 - -4 - -");
    }

    @Test
    void whatIsGivenBackToAnExpiredCardIsVoidAtOnce() {
        AccountTimeline story = new AccountTimeline()
                .card("c", "100", 1, 3)
                .posted(1, "ws-a", "60")
                .settle(4)
                .posted(5, "ws-a", "-10")
                .settle(5);
        assertThat(story.paid(5)).isEqualTo("- -10 - - -");
        assertThat(story.sum(LedgerAccount.PREPAID_CARD, "c")).isEqualTo(AccountTimeline.cny("0"));
        assertThat(story.sum(LedgerAccount.EXPIRED, "")).isEqualTo(AccountTimeline.cny("50"));
        assertThat(story.entries).anyMatch(entry -> entry.requestId().equals("expire:prepaid_card:c:2"));
    }

    @Test
    void aVendorGetsBackWhatItPaid() {
        AccountTimeline story = new AccountTimeline()
                .posted(1, SettlementMethod.AWS, "ws-a", true, "10", "v1")
                .posted(1, SettlementMethod.AWS, "ws-b", true, "5", "v2")
                .recharge("r", "100", 1)
                .posted(1, "ws-c", "3")
                .posted(2, SettlementMethod.AWS, "ws-a", true, "-4", "v1")
                .settle(2);
        assertThat(story.paid(1, SettlementMethod.AWS)).isEqualTo("- - - 15 -");
        assertThat(story.paid(2, SettlementMethod.AWS)).isEqualTo("- - - -4 -");
        assertThat(story.sum(LedgerAccount.VENDOR, "v1")).isEqualTo(AccountTimeline.cny("-6"));
        assertThat(story.sum(LedgerAccount.VENDOR, "v2")).isEqualTo(AccountTimeline.cny("-5"));
        assertThat(story.state.cash()).isEqualTo(AccountTimeline.cny("97"));
        assertThat(story.marketplace)
                .extracting(record ->
                        record.workspace() + " " + record.vendorAccount() + " " + AccountTimeline.text(record.amount()))
                .containsExactly("ws-a v1 10", "ws-b v2 5", "ws-a v1 -4");
    }

    @Test
    void rechargesAndNewCardsClearTheOldestArrears() {
        AccountTimeline story = new AccountTimeline()
                .posted(1, "ws-a", "10")
                .posted(2, "ws-a", "20")
                .recharge("r", "14", 3)
                .card("c", "100", 4, 30)
                .posted(4, "ws-a", "1")
                .settle(4);
        assertThat(story.paid(1)).isEqualTo("- - - - 10");
        assertThat(story.paid(4)).isEqualTo("- 1 - - -");
        assertThat(story.sum(LedgerAccount.ARREARS, "")).isEqualTo(AccountTimeline.cny("0"));
        assertThat(story.sum(LedgerAccount.PREPAID_CARD, "c")).isEqualTo(AccountTimeline.cny("83"));
        assertThat(story.entries)
                .filteredOn(entry ->
                        entry.ledgerAccount() == LedgerAccount.ARREARS && entry.type() == LedgerEntryType.CLEAR)
                .extracting(entry ->
                        entry.requestId() + " " + entry.sourceDay() + " " + AccountTimeline.text(entry.amount()))
                .containsExactly(
                        "clear:recharge:r 2026-10-01 10",
                        "clear:recharge:r 2026-10-02 4",
                        "clear:purchase:c 2026-10-02 16");
        assertThat(story.notices()).containsExactly("2 countdown 14 10", "3 countdown 13 16", "4 cured -");
    }

    @Test
    void vouchersDoNotClearArrears() {
        AccountTimeline story = new AccountTimeline()
                .posted(1, "ws-a", "10")
                .ordinary("o", "50", 2, 30)
                .settle(2);
        assertThat(story.state.owed()).isEqualTo(AccountTimeline.cny("10"));
    }

    @Test
    void unpaidForFourteenDaysLocks() {
        AccountTimeline story = new AccountTimeline().posted(1, "ws-a", "10").settle(20);
        assertThat(story.statusOn(1)).isEqualTo(AccountStatus.ACTIVE);
        assertThat(story.statusOn(2)).isEqualTo(AccountStatus.COUNTDOWN);
        assertThat(story.statusOn(15)).isEqualTo(AccountStatus.COUNTDOWN);
        assertThat(story.statusOn(16)).isEqualTo(AccountStatus.LOCKED);
        assertThat(story.notices())
                .startsWith("2 countdown 14 10", "3 countdown 13 10")
                .endsWith("15 countdown 1 10", "16 lock 10")
                .hasSize(15);
    }

    @Test
    void paidOnTheLastDayDoesNotLockAndADayLaterItDoes() {
        AccountTimeline intime = new AccountTimeline()
                .posted(1, "ws-a", "10")
                .recharge("r", "10", 15)
                .settle(20);
        assertThat(intime.statusOn(15)).isEqualTo(AccountStatus.ACTIVE);
        assertThat(intime.statusOn(16)).isEqualTo(AccountStatus.ACTIVE);
        AccountTimeline late = new AccountTimeline()
                .posted(1, "ws-a", "10")
                .recharge("r", "10", 16)
                .settle(20);
        assertThat(late.statusOn(16)).isEqualTo(AccountStatus.LOCKED);
        assertThat(late.notices()).endsWith("16 lock -");
        assertThat(late.state.owed()).isEqualTo(AccountTimeline.cny("0"));
    }

    @Test
    void onlyTheAccountManagerUnlocksAndOnlyWithoutArrears() {
        AccountTimeline story = new AccountTimeline()
                .posted(1, "ws-a", "10")
                .unlock(17)
                .recharge("r", "10", 18)
                .unlock(20)
                .unlock(22)
                .settle(30);
        assertThat(story.notices()).endsWith("16 lock 10", "17 unlock_refused 10", "20 unlock -");
        assertThat(story.statusOn(19)).isEqualTo(AccountStatus.LOCKED);
        assertThat(story.statusOn(20)).isEqualTo(AccountStatus.ACTIVE);
    }

    @Test
    void anotherCountdownBeginsAnew() {
        AccountTimeline story = new AccountTimeline()
                .posted(1, "ws-a", "10")
                .recharge("r", "10", 5)
                .posted(6, "ws-a", "1")
                .settle(8);
        assertThat(story.notices())
                .containsExactly(
                        "2 countdown 14 10",
                        "3 countdown 13 10",
                        "4 countdown 12 10",
                        "5 cured -",
                        "7 countdown 14 1",
                        "8 countdown 13 1");
    }

    @Test
    void newsOfSettledDaysTakesEffectOnTheLastOfThem() {
        AccountTimeline story = new AccountTimeline()
                .posted(1, "ws-a", "10")
                .settle(5)
                .recharge("r", "10", 2)
                .ordinary("o", "3", 1, 9)
                .posted(3, "ws-a", "2")
                .settle(6);
        assertThat(story.paid(3)).isEqualTo("2 - - - -");
        assertThat(story.entries)
                .filteredOn(entry -> !entry.requestId().startsWith("bill:2026-10-01"))
                .allMatch(entry -> entry.day().equals(AccountTimeline.day(5)));
        assertThat(story.statusOn(4)).isEqualTo(AccountStatus.COUNTDOWN);
        assertThat(story.statusOn(5)).isEqualTo(AccountStatus.ACTIVE);
    }

    @Test
    void aLockThatHasYetToBeginIsCuredByNewsOfTheLastDay() {
        AccountTimeline story = new AccountTimeline()
                .posted(1, "ws-a", "10")
                .settle(15)
                .recharge("r", "10", 15)
                .settle(16);
        assertThat(story.statusOn(16)).isEqualTo(AccountStatus.ACTIVE);
        assertThat(story.notices()).endsWith("15 countdown 1 10", "15 cured -");
    }

    @Test
    void aRepeatChangesNothing() {
        AccountTimeline story = new AccountTimeline()
                .card("c", "5", 1, 3)
                .posted(1, "ws-a", "10")
                .sms(1, "ws-a", "10")
                .settle(16);
        WalletState state = story.state;
        int entries = story.entries.size();
        assertThat(story.settle(16).settle(3).state).isEqualTo(state);
        assertThat(story.entries).hasSize(entries);
        assertThat(story.notices()).doesNotHaveDuplicates();
    }

    @Test
    void aCreditWithoutAPaymentGoesToCash() {
        AccountTimeline story = new AccountTimeline()
                .posted(1, "ws-a", "-3")
                .posted(2, "ws-a", "5")
                .settle(2);
        assertThat(story.paid(1)).isEqualTo("- - -3 - -");
        assertThat(story.paid(2)).isEqualTo("- - 3 - 2");
    }
}
