package io.billingcenter.domain.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.billingcenter.domain.account.BillingAccountId;
import io.billingcenter.domain.account.WorkspaceId;
import io.billingcenter.domain.billing.PostingKind;
import io.billingcenter.domain.document.DocumentHead.DocumentAccount;
import io.billingcenter.domain.invoicing.Buyer;
import io.billingcenter.domain.invoicing.DocumentKind;
import io.billingcenter.domain.invoicing.LineDetail;
import io.billingcenter.domain.invoicing.Seller;
import io.billingcenter.domain.money.Money;
import io.billingcenter.domain.settlement.PaymentParts;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.domain.time.BillingMonth;
import io.billingcenter.domain.usage.Meter;
import io.billingcenter.domain.usage.MeterTier;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Documents add up, and their lines are in the order in which they are printed. */
class DocumentRulesTest {

    private static final Currency CNY = Currency.getInstance("CNY");
    private static final WorkspaceId A = new WorkspaceId("ws-a");
    private static final MeterTier LOG = new MeterTier(Meter.LOG, 7);
    private static final MeterTier LOG_LONG = new MeterTier(Meter.LOG, 30);
    private static final MeterTier SMS = MeterTier.flat(Meter.SMS);

    @ParameterizedTest
    @CsvSource({
        "EN, CN, CNY, ENGLISH",
        "ZH, US, USD, CHINESE",
        "BY_ACCOUNT, CN, USD, CHINESE",
        "BY_ACCOUNT, US, CNY, ENGLISH",
        "BY_ACCOUNT, '', CNY, CHINESE",
        "BY_ACCOUNT, '', USD, ENGLISH",
    })
    void theLanguageIsThatOfTheAccount(
            LanguageChoice choice, String country, String currency, DocumentLanguage expected) {
        Buyer buyer = new Buyer("Acme", "", "", "", "", "", "", country, "", "", "");

        assertThat(choice.of(buyer, Currency.getInstance(currency))).isEqualTo(expected);
    }

    @Test
    void linesAreByWorkspaceAndAdjustmentsByDay() {
        DocumentLines lines = DocumentLines.of(List.of(
                line(null, null, PostingKind.PACKAGE, null, "100"),
                line(A, LOG, PostingKind.ADJUSTMENT, "2026-10-09", "-1"),
                line(A, LOG, PostingKind.USAGE, null, "2"),
                line(A, LOG_LONG, PostingKind.USAGE, null, "3"),
                line(A, SMS, PostingKind.ADJUSTMENT, "2026-10-02", "4"),
                line(A, SMS, PostingKind.USAGE, null, "5")));

        assertThat(lines.sections()).extracting(WorkspaceSection::workspace).containsExactly(A, null);
        assertThat(lines.sections().get(0).subtotal()).isEqualTo(cny("10"));
        assertThat(lines.sections().get(0).meters())
                .extracting(
                        group -> group.lines().size() + " " + group.subtotal().amount())
                .containsExactly("2 5.00", "1 5.00");
        assertThat(lines.adjustments())
                .extracting(AdjustmentLine::day)
                .containsExactly(BillingDay.parse("2026-10-02"), BillingDay.parse("2026-10-09"));
    }

    @Test
    void paymentsThatDoNotAddUpAreRefused() {
        DocumentLines lines = DocumentLines.of(List.of(line(A, LOG, PostingKind.USAGE, null, "2")));

        assertThat(document(lines, "2", "2").total()).isEqualTo(cny("2"));
        assertThatThrownBy(() -> document(lines, "1.99", "2"))
                .hasMessageContaining("payments of invoice INV-1 of account acct")
                .hasMessageContaining("CNY 2.00, found CNY 1.99");
        assertThatThrownBy(() -> document(lines, "2", "2.01")).hasMessageContaining("amounts of its days");
    }

    @ParameterizedTest
    @CsvSource({
        // quantity x price is 0.3335, the days were rounded one by one
        "0.667, 0.5, 0.33, 0.00",
        "0.667, 0.5, 0.40, 0.07",
        "0.667, 0.5, 0.30, -0.03",
        "-2, 1.25, -2.50, 0.00",
    })
    void theDifferenceOfRoundingIsTheRestOfALine(BigDecimal quantity, BigDecimal price, String net, String expected) {
        assertThat(new ElectronicLine("Logs", "", quantity, price, cny(net)).roundingDifference())
                .isEqualTo(cny(expected));
    }

    @Test
    void aNegativeAmountIsANegativeQuantityAtAPositivePrice() {
        ElectronicLine line = ElectronicLine.ofAmount("Logs", "", cny("-7.50"));

        assertThat(line.quantity()).isEqualByComparingTo("-1");
        assertThat(line.price()).isEqualByComparingTo("7.50");
        assertThat(line.roundingDifference()).isEqualTo(cny("0"));
    }

    private static InvoiceDocument document(DocumentLines lines, String cash, String ofDay) {
        Money zero = cny("0");
        DocumentHead head = new DocumentHead(
                DocumentKind.INVOICE,
                DocumentState.FINAL,
                "INV-1",
                DocumentHead.Correction.NONE,
                new DocumentAccount(new BillingAccountId("acct"), ""),
                BillingMonth.parse("2026-10"),
                CNY,
                DocumentDates.NONE);
        return new InvoiceDocument(
                head,
                Seller.NONE,
                Buyer.NONE,
                lines.sections(),
                lines.adjustments(),
                new PaymentParts(zero, zero, cny(cash), zero, zero),
                WalletBalance.empty(CNY),
                List.of(new DayAmount(BillingDay.parse("2026-10-01"), cny(ofDay))));
    }

    private static DocumentLine line(
            WorkspaceId workspace, MeterTier tier, PostingKind kind, String day, String amount) {
        return new DocumentLine(
                workspace,
                workspace == null ? "" : "A",
                tier,
                kind,
                new LineDetail(
                        day == null ? null : BillingDay.parse(day), BigDecimal.ONE, BigDecimal.TEN, cny(amount)));
    }

    private static Money cny(String amount) {
        return Money.of(CNY, new BigDecimal(amount));
    }
}
