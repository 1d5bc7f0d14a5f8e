package io.billingcenter.domain.invoicing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.billingcenter.domain.account.BillingAccountId;
import io.billingcenter.domain.account.WorkspaceId;
import io.billingcenter.domain.billing.PostingKind;
import io.billingcenter.domain.money.CurrencyMismatchException;
import io.billingcenter.domain.money.Money;
import io.billingcenter.domain.settlement.PaymentParts;
import io.billingcenter.domain.time.BillingMonth;
import io.billingcenter.domain.usage.Meter;
import io.billingcenter.domain.usage.MeterTier;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import org.junit.jupiter.api.Test;

class InvoiceTest {

    private static final BillingMonth MONTH = BillingMonth.parse("2026-10");
    private static final BillingAccountId ACCOUNT = new BillingAccountId("acct-lotus");
    private static final Currency CNY = Currency.getInstance("CNY");

    private static Invoice invoice(InvoiceLine... lines) {
        Money zero = Money.zero(CNY);
        Money total = List.of(lines).stream().map(InvoiceLine::amount).reduce(zero, Money::plus);
        return new Invoice(MONTH, ACCOUNT, CNY, List.of(lines), paid(total));
    }

    private static InvoicePayment paid(Money total) {
        Money zero = Money.zero(CNY);
        return new InvoicePayment(new PaymentParts(zero, zero, total, zero, zero), total);
    }

    private static InvoiceLine line(String currency, String amount) {
        return new InvoiceLine(
                new WorkspaceId("ws-1"),
                MeterTier.flat(Meter.REPORT),
                PostingKind.USAGE,
                BigDecimal.ONE,
                Money.of(Currency.getInstance(currency), new BigDecimal(amount)));
    }

    @Test
    void isTheSumOfItsPrintedLines() {
        assertThat(invoice(line("CNY", "31.97"), line("CNY", "22.53"), line("CNY", "-0.01"))
                        .total())
                .hasToString("CNY 54.49");
    }

    @Test
    void hasLinesAndOneCurrency() {
        assertThatThrownBy(InvoiceTest::invoice)
                .hasMessage("Expected at least one line on the invoice of acct-lotus, found none");
        assertThatThrownBy(() -> invoice(line("CNY", "1"), line("USD", "1")).total())
                .isInstanceOf(CurrencyMismatchException.class);
    }

    @Test
    void isPaidToTheCent() {
        assertThatThrownBy(() -> new Invoice(MONTH, ACCOUNT, CNY, List.of(line("CNY", "1.00")), paid(Money.zero(CNY))))
                .hasMessage("Expected the payments of the invoice of acct-lotus to add up to CNY 1.00, found CNY 0.00:"
                        + " its bills are not settled");
    }

    @Test
    void hasANumberOfSixDigitsOrMore() {
        assertThat(new InvoiceNumber("INV", 2026, 1)).hasToString("INV-2026-000001");
        assertThat(new InvoiceNumber("INV", 2026, 1_234_567)).hasToString("INV-2026-1234567");
    }
}
