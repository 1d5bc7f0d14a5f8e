package io.billingcenter.domain.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.billingcenter.domain.account.BillingAccountId;
import io.billingcenter.domain.account.SettlementMethod;
import io.billingcenter.domain.account.WorkspaceId;
import io.billingcenter.domain.billing.PostingKind;
import io.billingcenter.domain.invoicing.InvoiceLine;
import io.billingcenter.domain.money.Money;
import io.billingcenter.domain.settlement.LedgerAccount;
import io.billingcenter.domain.settlement.PaymentParts;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.domain.time.BillingMonth;
import io.billingcenter.domain.usage.Meter;
import io.billingcenter.domain.usage.MeterTier;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Entries balance by construction, and state what was billed, what paid it and what is open. */
class JournalEntriesTest {

    private static final Currency CNY = Currency.getInstance("CNY");
    private static final BillingDay DAY = BillingDay.parse("2026-11-03");

    /** The figures in the order voucher, card, cash, cloud, owed. */
    @ParameterizedTest
    @CsvSource({
        "wallet, 10.00, 1 2 3 0 4, card 2.00;cash 3.00;receivable.wallet 4.00;voucher 1.00;revenue.log -10.00",
        "wallet, 10.00, 0 0 10 0 0, cash 10.00;revenue.log -10.00",
        "aws, 10.00, 4 0 0 6 0, receivable.aws 6.00;voucher 4.00;revenue.log -10.00",
        // What the cloud account no longer pays is a debt of the wallet.
        "aws, 10.00, 0 0 0 6 4, receivable.aws 6.00;receivable.wallet 4.00;revenue.log -10.00",
        // An amount that is given back returns to what paid it.
        "wallet, -5.00, 0 -5 0 0 0, card -5.00;revenue.log 5.00",
        "aws, -5.00, 0 0 0 -5 0, receivable.aws -5.00;revenue.log 5.00"
    })
    void anInvoiceIsRevenueAgainstWhatPaidIt(String method, String total, String paid, String expected) {
        String[] parts = paid.split(" ");
        SettlementMethod settlement = SettlementMethod.ofCode(method).orElseThrow();
        JournalEntry entry = JournalEntries.of(new BilledDocument(
                document("INV-1", JournalDocument.Kind.INVOICE),
                CNY,
                List.of(line(total)),
                Map.of(settlement, cny(total)),
                Map.of(
                        settlement,
                        new PaymentParts(cny(parts[0]), cny(parts[1]), cny(parts[2]), cny(parts[3]), cny(parts[4])))));

        assertThat(shown(entry)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "RECHARGE, CASH 20 BANK -20, bank 20.00;cash -20.00",
        "PURCHASE, PREPAID_CARD 100 BANK -100, bank 100.00;card -100.00",
        "EXPIRE, PREPAID_CARD -8 EXPIRED 8, card 8.00;other_income -8.00",
        "CLEAR, CASH -15 ARREARS 15, cash 15.00;receivable.wallet -15.00",
        "CLEAR, PREPAID_CARD -15 ARREARS 15, card 15.00;receivable.wallet -15.00",
        // A voucher counts when it is used.
        "EXPIRE, VOUCHER -8 EXPIRED 8, ''"
    })
    void aMovementIsAnEntryOfItsOwn(JournalDocument.Kind kind, String legs, String expected) {
        String[] parts = legs.split(" ");
        Movement movement = new Movement(
                document("request", kind),
                Map.of(
                        LedgerAccount.valueOf(parts[0]), cny(parts[1]),
                        LedgerAccount.valueOf(parts[2]), cny(parts[3])));

        assertThat(shown(JournalEntries.of(movement))).isEqualTo(expected);
    }

    @Test
    void aDocumentThatDoesNotBalanceIsRefused() {
        BilledDocument cent = new BilledDocument(
                document("INV-7", JournalDocument.Kind.INVOICE),
                CNY,
                List.of(line("10.00")),
                Map.of(SettlementMethod.WALLET, cny("10.01")),
                Map.of());

        assertThatThrownBy(() -> JournalEntries.of(cent))
                .isInstanceOf(UnbalancedJournalException.class)
                .hasMessageContaining("INV-7")
                .hasMessageContaining("CNY 0.01");
    }

    @Test
    void aCloudAccountCannotPayABillOfTheWallet() {
        BilledDocument billed = new BilledDocument(
                document("INV-8", JournalDocument.Kind.INVOICE),
                CNY,
                List.of(line("10.00")),
                Map.of(SettlementMethod.WALLET, cny("10.00")),
                Map.of(SettlementMethod.WALLET, new PaymentParts(cny("0"), cny("0"), cny("9"), cny("1"), cny("0"))));

        assertThatThrownBy(() -> JournalEntries.of(billed)).hasMessageContaining("found CNY 1.00");
    }

    @Test
    void amountsOfBillsAreNoMovement() {
        Movement movement = new Movement(
                document("request", JournalDocument.Kind.RECHARGE),
                Map.of(LedgerAccount.CASH, cny("-1"), LedgerAccount.BILLED, cny("1")));

        assertThatThrownBy(() -> JournalEntries.of(movement)).hasMessageContaining("found one of billed");
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "ws-1, LOG, 14, USAGE, 2.00, 'log 14 days, ws-1'",
                "ws-1, SMS, 0, ADJUSTMENT, 2.00, 'sms adjustment, ws-1'",
                "-, LOG, 0, PACK, 2.00, log pack",
                "-, -, 0, PACKAGE, 2.00, package",
                // A line of nothing is no revenue.
                "ws-1, LOG, 14, USAGE, 0.00, -"
            })
    void revenueIsDescribedByItsItem(
            @Nullable String workspace,
            @Nullable Meter meter,
            int days,
            PostingKind kind,
            String amount,
            @Nullable String text) {
        InvoiceLine line = new InvoiceLine(
                workspace == null ? null : new WorkspaceId(workspace),
                meter == null ? null : days == 0 ? MeterTier.flat(meter) : new MeterTier(meter, days),
                kind,
                BigDecimal.ONE,
                cny(amount));
        JournalEntry entry = JournalEntries.of(new BilledDocument(
                document("INV-9", JournalDocument.Kind.INVOICE),
                CNY,
                List.of(line),
                Map.of(SettlementMethod.WALLET, cny(amount)),
                Map.of()));

        assertThat(entry.lines())
                .filteredOn(each -> each.key().isRevenue())
                .extracting(JournalLine::text)
                .isEqualTo(text == null ? List.of() : List.of(text));
    }

    @ParameterizedTest
    @CsvSource({
        "purchase:card-1, purchase:card-1",
        "123456789012345678901234567890123456, 123456789012345678901234567890123456",
        // The digits of sha256sum.
        "1234567890123456789012345678901234567, 12345678901234567890123~7f77b0434d80"
    })
    void aNumberHasAtMost36Characters(String source, String number) {
        assertThat(document(source, JournalDocument.Kind.PURCHASE).number())
                .isEqualTo(number)
                .hasSizeLessThanOrEqualTo(36);
    }

    @Test
    void sumsThatDifferAreNamed() {
        JournalTotals journal = new JournalTotals();
        journal.add(JournalKey.revenue(Meter.LOG), cny("-3.00"));
        journal.add(JournalKey.revenue(null), cny("-1.00"));
        JournalTotals expected = new JournalTotals();
        expected.add(JournalTotals.REVENUE, cny("-4.00"));
        journal.requireEqual(expected);
        expected.add(JournalKey.receivable(SettlementMethod.AWS), cny("0.01"));

        assertThatThrownBy(() -> journal.requireEqual(expected))
                .isInstanceOf(UnbalancedJournalException.class)
                .hasMessageEndingWith("receivable.aws: expected CNY 0.01, found CNY 0.00");
    }

    private static String shown(JournalEntry entry) {
        return String.join(
                ";",
                entry.lines().stream()
                        .map(line -> line.key() + " " + line.amount().amount().toPlainString())
                        .toList());
    }

    private static JournalDocument document(String source, JournalDocument.Kind kind) {
        return new JournalDocument(
                source, kind, DAY, DAY, BillingMonth.parse("2026-10"), new BillingAccountId("acct-1"), "One");
    }

    private static InvoiceLine line(String amount) {
        return new InvoiceLine(
                new WorkspaceId("ws-1"), new MeterTier(Meter.LOG, 14), PostingKind.USAGE, BigDecimal.ONE, cny(amount));
    }

    private static Money cny(String amount) {
        return Money.of(CNY, new BigDecimal(amount));
    }
}
