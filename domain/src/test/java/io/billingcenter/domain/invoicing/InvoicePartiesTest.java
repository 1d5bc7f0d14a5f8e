package io.billingcenter.domain.invoicing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.billingcenter.domain.account.BillingAccountId;
import io.billingcenter.domain.account.WorkspaceId;
import io.billingcenter.domain.billing.PostingKind;
import io.billingcenter.domain.delivery.AccountFiles;
import io.billingcenter.domain.money.Money;
import io.billingcenter.domain.settlement.PaymentParts;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.domain.time.BillingMonth;
import io.billingcenter.domain.time.DayRange;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Names and dates of invoices follow from the month, the account, the currency and the terms. */
class InvoicePartiesTest {

    private static final Currency CNY = Currency.getInstance("CNY");
    private static final BillingAccountId ACCOUNT = new BillingAccountId("acct-1");
    private static final WorkspaceId WORKSPACE = new WorkspaceId("w1");
    private static final Seller SELLER = new Seller("Us", "Here", "S-1", "Bank 7");

    /** A profile counts if it is in force on the last day of the month, 2026-11-30; its end does not belong to it. */
    @ParameterizedTest
    @CsvSource({
        "2026-11-30, , true",
        "2026-01-01, 2026-12-01, true",
        "2026-01-01, 2026-11-30, false",
        "2026-12-01, , false"
    })
    void theBuyerIsThatOfTheLastDayOfTheMonth(String from, @Nullable String to, boolean known) {
        InvoiceHeader header = parties(
                        30,
                        new InvoiceProfile(
                                ACCOUNT,
                                buyer("A Ltd"),
                                new DayRange(BillingDay.parse(from), to == null ? null : BillingDay.parse(to))))
                .header(invoice("CNY"), BillingDay.parse("2026-12-03"));
        assertThat(header.buyer().isKnown()).isEqualTo(known);
        assertThat(header.buyer()).isEqualTo(known ? buyer("A Ltd") : Buyer.NONE);
        assertThat(header.accountName()).isEqualTo("Account One");
        assertThat(header.seller()).isEqualTo(SELLER);
    }

    @ParameterizedTest
    @CsvSource({"0, 2026-12-03, 2026-12-03", "30, 2026-12-03, 2027-01-02", "60, 2027-12-31, 2028-02-29"})
    void theDueDateIsCountedInDays(int terms, String date, String due) {
        assertThat(parties(terms).header(invoice("CNY"), BillingDay.parse(date)).dueDate())
                .hasToString(due);
    }

    @Test
    void aDraftHasNoDates() {
        InvoiceHeader header = parties(30).header(invoice("CNY"), null);
        assertThat(header.invoiceDate()).isNull();
        assertThat(header.dueDate()).isNull();
    }

    @Test
    void everyCurrencyHasItsSeller() {
        assertThat(parties(30).header(invoice("USD"), null).seller()).isEqualTo(Seller.NONE);
    }

    @Test
    void workspacesAreNamedAndOthersHaveNoName() {
        assertThat(parties(30).workspaceName(WORKSPACE)).isEqualTo("Shop");
        assertThat(parties(30).workspaceName(new WorkspaceId("w2"))).isEmpty();
        assertThat(parties(30).workspaceName(null)).isEmpty();
    }

    @Test
    void aProfileNeedsATitle() {
        assertThatThrownBy(() ->
                        new InvoiceProfile(ACCOUNT, buyer(""), new DayRange(BillingDay.parse("2026-01-01"), null)))
                .hasMessage("Expected an invoice profile of account acct-1 with a title, found none");
    }

    @Test
    void partsThatDoNotAddUpToTheirLineAreRefused() {
        Money one = Money.of(CNY, new BigDecimal("1.00"));
        List<LineDetail> parts = List.of(
                new LineDetail(null, BigDecimal.ONE, BigDecimal.ONE, one),
                new LineDetail(null, BigDecimal.TEN, BigDecimal.ONE, one));
        InvoiceLine line = InvoiceLine.of(WORKSPACE, null, PostingKind.USAGE, parts);
        assertThat(line.amount().amount()).isEqualByComparingTo("2.00");
        assertThat(line.quantity()).isEqualByComparingTo("2");
        assertThatThrownBy(() -> new InvoiceLine(WORKSPACE, null, PostingKind.USAGE, new BigDecimal("2"), one, parts))
                .hasMessageContaining("that add up to 2 and");
        assertThatThrownBy(() -> new InvoiceLine(WORKSPACE, null, PostingKind.USAGE, BigDecimal.ONE, one, List.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "NONE, true, false",
        "NONE, false, false",
        "PROFILED, true, true",
        "PROFILED, false, false",
        "ALL, false, true"
    })
    void filesOfAccountsAreMadeAsTheSettingSays(AccountFiles setting, boolean profiled, boolean made) {
        assertThat(setting.includes(profiled)).isEqualTo(made);
    }

    private static InvoiceParties parties(int terms, InvoiceProfile... profiles) {
        return new InvoiceParties(
                Map.of(ACCOUNT, "Account One"),
                Map.of(WORKSPACE, "Shop"),
                InvoiceParties.byAccount(List.of(profiles)),
                Map.of(CNY, SELLER),
                terms);
    }

    private static Buyer buyer(String title) {
        return new Buyer(title, "T-1", "", "", "", "", "", "", "", "", "");
    }

    private static Invoice invoice(String currency) {
        Money zero = Money.zero(Currency.getInstance(currency));
        return new Invoice(
                BillingMonth.parse("2026-11"),
                ACCOUNT,
                zero.currency(),
                List.of(new InvoiceLine(WORKSPACE, null, PostingKind.USAGE, BigDecimal.ONE, zero)),
                new InvoicePayment(new PaymentParts(zero, zero, zero, zero, zero), zero));
    }
}
