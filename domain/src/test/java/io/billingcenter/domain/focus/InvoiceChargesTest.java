package io.billingcenter.domain.focus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.billingcenter.domain.account.SettlementMethod;
import io.billingcenter.domain.delivery.SetRefusedException;
import io.billingcenter.domain.focus.ChargeVisitor.CreditedLine;
import io.billingcenter.domain.time.BillingDay;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The lines of an invoice are numbered, rounded and described, and bill exactly what the invoice asks for. */
class InvoiceChargesTest {

    private final List<Charge> charges = new ArrayList<>();
    private final List<InvoiceDetail> details = new ArrayList<>();
    private final InvoiceCharges invoices = new InvoiceCharges(FocusLines.MONTH, charges::add, details::add);

    /** Lines are days of October with millions of logs, the amount and what paid it, joined by a bar. */
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "05,1.5,3.75,; 3.75; 'log, workspace One'; 0; ''",
                "05,1.5,3.75,V1=1; 2.75; 'log, workspace One, after voucher'; 0; ''",
                "05,1.5,3.75,K1=3.75; 0; 'log, workspace One, paid by K1'; 0; ''",
                "05,1.5,3.75,K1=2.5; 1.25; 'log, workspace One'; 0; ''",
                "05,1.5,3.75,K1=3.75|06,1.5,3.75,K1=3.75; 0; 'log, workspace One, paid by K1'; 0; ''",
                "05,1.5,3.75,K1=3.75|06,1.5,3.75,K2=3.75; 0; 'log, workspace One, paid by prepaid cards'; 0; ''",
                "05,0,0.00,; 0; 'log, workspace One, free'; 0; ''",
                // 0.001 millions cost 0.0025, which is posted as 0.00.
                "05,0.001,0.00,; 0; 'log, workspace One'; -0.0025; 2026-10-05 2026-10-05 2026-10-06",
                "05,0.001,0.00,|07,0.001,0.00,; 0; 'log, workspace One'; -0.005; - 2026-10-05 2026-10-08",
                "05,1.5,3.75,|09,0.003,0.01,; 3.76; 'log, workspace One'; 0.0025; 2026-10-09 2026-10-09 2026-10-10"
            })
    void theChargesOfALineAddUp(
            String lines, BigDecimal payable, String description, BigDecimal rounding, String roundingSpan) {
        invoices.beginAccount(invoice("INV-2026-000042", payable));
        for (String line : lines.split("\\|")) {
            String[] parts = line.split(",", -1);
            invoices.line(FocusLines.line(
                    SettlementMethod.WALLET, "2026-10-" + parts[0], null, parts[1], parts[2], parts[3]));
        }
        invoices.endInvoice();

        assertThat(details).singleElement().satisfies(detail -> {
            assertThat(detail.id()).isEqualTo("42-1");
            assertThat(detail.description()).isEqualTo(description);
            assertThat(detail.billed()).isEqualByComparingTo(payable);
            assertThat(detail.sku()).isEqualTo("log");
            assertThat(detail.correctedDay()).isNull();
        });
        List<Charge> rounded = charges.stream()
                .filter(charge -> charge.kind().category() == ChargeCategory.ADJUSTMENT)
                .toList();
        assertThat(rounded).hasSize(rounding.signum() == 0 ? 0 : 1).allSatisfy(charge -> {
            assertThat(charge.costs().billed()).isEqualByComparingTo(rounding);
            assertThat(shown(charge.span())).isEqualTo(roundingSpan);
            assertThat(charge.id()).isEqualTo("INV-2026-000042/42-1/rounding");
        });
    }

    @Test
    void eachDayOfAClosedMonthIsALineOfItsOwn() {
        invoices.beginAccount(invoice("INV-7", new BigDecimal("6.25")));
        invoices.line(FocusLines.line(SettlementMethod.WALLET, "2026-10-05", null, "1.5", "3.75", ""));
        invoices.line(FocusLines.line(SettlementMethod.WALLET, "2026-09-05", "1 2026-09 2026-09", "1.5", "1.25", ""));
        invoices.line(FocusLines.line(SettlementMethod.WALLET, "2026-09-06", "1 2026-09 2026-09", "1.5", "1.25", ""));
        // A cloud account pays this one, so it is on no line.
        invoices.line(FocusLines.line(SettlementMethod.AWS, "2026-10-06", null, "1", "2.50", "cloud=2.50"));
        invoices.endInvoice();

        assertThat(details)
                .extracting(detail -> detail.id() + " " + detail.correctedDay() + " " + detail.description())
                .containsExactly(
                        "7-1 null log, workspace One",
                        "7-2 2026-09-05 log of 2026-09, workspace One",
                        "7-3 2026-09-06 log of 2026-09, workspace One");
        assertThat(charges)
                .extracting(charge -> charge.place().detail())
                .containsExactly("7-1", "7-2", "7-2", "7-3", "7-3", null);
    }

    @Test
    void aCreditNoteGivesBackWhatCashHasPaid() {
        invoices.beginAccount(null);
        invoices.endInvoice();
        invoices.beginCreditNote(new FocusInvoice(
                "CN-3", "acct", FocusLines.CNY, new BigDecimal("-1.50"), day("10-20"), day("10-20"), "INV-7"));
        // 5.00 less 2.00 of a voucher and 1.50 of a card.
        invoices.credit(credit("p1", "-5.00", "-2.00", "-1.50", false));
        invoices.credit(credit("p2", "-4.00", "0.00", "0.00", true));
        invoices.endInvoice();

        assertThat(details)
                .extracting(detail -> detail.id() + " " + detail.billed() + " " + detail.description())
                .containsExactly("CN-3-1 -1.50 log of 2026-09, workspace One");
        assertThat(charges)
                .extracting(charge ->
                        charge.id() + " " + Cells.decimal(charge.costs().billed()) + " "
                                + charge.place().detail())
                .containsExactly("2026-09-05/acct/CNY/credit/p1 -1.5 CN-3-1", "2026-09-05/acct/CNY/credit/p2 0 null");
    }

    @Test
    void cardsAreOnNoInvoice() {
        invoices.charge(AccountCharges.cardBought(
                FocusLines.OWNER, "K1", new BigDecimal("100.00"), day("10-01"), day("10-31")));
        invoices.charge(AccountCharges.cardLost(FocusLines.OWNER, "K1", new BigDecimal("8.00"), day("10-31"), 4));

        assertThat(charges)
                .extracting(charge ->
                        charge.id() + " " + Cells.decimal(charge.costs().billed()) + " "
                                + Cells.decimal(charge.costs().effective()) + " "
                                + charge.place().invoice() + " "
                                + shown(charge.span()))
                .containsExactly(
                        "2026-10-01/acct/CNY/K1/bought 100 0 null 2026-10-01 2026-10-01 2026-10-31",
                        "2026-10-31/acct/CNY/K1/lost/4 0 8 null 2026-10-31 2026-10-31 2026-11-01");
    }

    @Test
    void anInvoiceThatAsksForSomethingElseIsRefused() {
        invoices.beginAccount(invoice("INV-7", new BigDecimal("3.76")));
        invoices.line(FocusLines.line(SettlementMethod.WALLET, "2026-10-05", null, "1.5", "3.75", ""));

        assertThatThrownBy(invoices::endInvoice)
                .isInstanceOf(SetRefusedException.class)
                .hasMessageContaining("charges of INV-7 to bill 3.76 CNY")
                .hasMessageContaining("found 3.75");
    }

    @Test
    void linesWithoutAnInvoiceAreRefused() {
        invoices.beginAccount(null);

        assertThatThrownBy(() ->
                        invoices.line(FocusLines.line(SettlementMethod.WALLET, "2026-10-05", null, "1.5", "3.75", "")))
                .isInstanceOf(SetRefusedException.class)
                .hasMessageContaining("Expected an invoice of 2026-10 for account acct in CNY");
    }

    @Test
    void anIdThatOccursTwiceIsRefused() {
        Charge lost = AccountCharges.cardLost(FocusLines.OWNER, "K1", BigDecimal.ONE, day("10-31"), 4);
        invoices.charge(lost);

        assertThatThrownBy(() -> invoices.charge(lost))
                .isInstanceOf(SetRefusedException.class)
                .hasMessageContaining("2026-10-31/acct/CNY/K1/lost/4");
    }

    @ParameterizedTest
    @CsvSource({
        "INV-2026-000042, , 42",
        "INV-USD-2026-000042, , INV-USD-2026-000042",
        "CN-2026-000042, INV-2026-000001, CN-2026-000042",
        "77, , 77"
    })
    void linesOfDifferentSeriesHaveDifferentNames(String number, @Nullable String refersTo, String name) {
        assertThat(new FocusInvoice(
                                number, "acct", FocusLines.CNY, BigDecimal.ONE, day("10-31"), day("10-31"), refersTo)
                        .lineName())
                .isEqualTo(name);
    }

    private static CreditedLine credit(String id, String amount, String voucher, String card, boolean isVendor) {
        PostedLine.Payment paid = new PostedLine.Payment(
                new TreeMap<>(Map.of("V1", new BigDecimal(voucher))),
                new TreeMap<>(Map.of("K1", new BigDecimal(card))),
                BigDecimal.ZERO);
        return new CreditedLine(
                id, FocusLines.OWNER, BillingDay.parse("2026-09-05"), "log", new BigDecimal(amount), paid, isVendor);
    }

    private static FocusInvoice invoice(String number, BigDecimal payable) {
        return new FocusInvoice(number, "acct", FocusLines.CNY, payable, day("10-31"), day("10-31"), null);
    }

    private static BillingDay day(String monthAndDay) {
        return BillingDay.parse("2026-" + monthAndDay);
    }

    private static String shown(Charge.Span span) {
        @Nullable BillingDay day = span.billingDay();
        return (day == null ? "-" : day) + " " + span.start() + " " + span.end();
    }
}
