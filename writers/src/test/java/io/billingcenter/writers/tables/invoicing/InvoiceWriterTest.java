package io.billingcenter.writers.tables.invoicing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.billingcenter.domain.account.BillingAccountId;
import io.billingcenter.domain.account.WorkspaceId;
import io.billingcenter.domain.billing.PostingKind;
import io.billingcenter.domain.invoicing.Buyer;
import io.billingcenter.domain.invoicing.Invoice;
import io.billingcenter.domain.invoicing.InvoiceLine;
import io.billingcenter.domain.invoicing.InvoiceNumber;
import io.billingcenter.domain.invoicing.InvoiceParties;
import io.billingcenter.domain.invoicing.InvoicePayment;
import io.billingcenter.domain.invoicing.InvoiceProfile;
import io.billingcenter.domain.invoicing.LineDetail;
import io.billingcenter.domain.invoicing.Seller;
import io.billingcenter.domain.invoicing.SeriesNames;
import io.billingcenter.domain.money.Money;
import io.billingcenter.domain.settlement.PaymentParts;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.domain.time.BillingMonth;
import io.billingcenter.domain.time.DayRange;
import io.billingcenter.domain.usage.Meter;
import io.billingcenter.domain.usage.MeterTier;
import io.billingcenter.schema.MigratedDatabase;
import io.billingcenter.schema.TableText;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.batch.infrastructure.item.Chunk;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Invoices get gapless numbers, whatever becomes of the transaction that issues them. */
class InvoiceWriterTest {

    private static final BillingMonth MONTH = BillingMonth.parse("2026-11");
    private static final Currency CNY = Currency.getInstance("CNY");
    private static final InvoiceLine LOG_LINE = new InvoiceLine(
            new WorkspaceId("w1"),
            new MeterTier(Meter.LOG, 14),
            PostingKind.USAGE,
            new BigDecimal("1500000"),
            yuan("1.80"));
    private static final InvoiceLine PACKAGE_LINE =
            new InvoiceLine(null, null, PostingKind.PACKAGE, BigDecimal.ONE, yuan("42000.00"));

    private static final Buyer BUYER =
            new Buyer("A Ltd", "T1", "Road 1", "+86", "ICBC", "62", "a@b.example", "CN", "PO", "0088", "73");
    private static final InvoiceParties PARTIES = new InvoiceParties(
            Map.of(new BillingAccountId("ba_1"), "Account One"),
            Map.of(new WorkspaceId("w1"), "Shop"),
            Map.of(
                    new BillingAccountId("ba_1"),
                    List.of(new InvoiceProfile(
                            new BillingAccountId("ba_1"), BUYER, new DayRange(BillingDay.parse("2026-11-30"), null)))),
            Map.of(CNY, new Seller("Us", "Here", "S1", "Bank 2")),
            30);

    private JdbcTemplate jdbc;
    private TransactionTemplate transaction;

    @BeforeEach
    void database() throws IOException {
        jdbc = MigratedDatabase.create();
        transaction = new TransactionTemplate(new JdbcTransactionManager(Objects.requireNonNull(jdbc.getDataSource())));
    }

    @Test
    void anInvoiceIsStoredWithItsPaymentsAndLines() {
        PaymentParts parts = new PaymentParts(yuan("1.00"), yuan("2.00"), yuan("3.00"), yuan("4.00"), yuan("41991.80"));
        issue(new Invoice(
                MONTH,
                new BillingAccountId("ba_1"),
                CNY,
                List.of(LOG_LINE, PACKAGE_LINE),
                new InvoicePayment(parts, yuan("3.50"))));
        assertThat(TableText.of(jdbc, """
                        SELECT invoice_number, billing_month, account_id, currency, total, voucher, prepaid_card, cash, cloud,
                          owed, fapiao_amount, state, run_id FROM invoice"""))
                .containsExactly("INV-2026-000001|2026-11|ba_1|CNY|42001.80|1.00|2.00|3.00|4.00|41991.80|3.50|final|7");
        assertThat(TableText.of(jdbc, """
                        SELECT invoice_number, workspace_id, meter, retention_days, kind, quantity, amount FROM invoice_line
                        ORDER BY kind"""))
                .containsExactly(
                        "INV-2026-000001|||0|package|1.00|42000.00", "INV-2026-000001|w1|log|14|usage|1500000.00|1.80");
    }

    @Test
    void namesAndDatesAreStoredWithTheInvoice() {
        issue(owed("ba_1", LOG_LINE));
        issue(owed("ba_2", LOG_LINE));
        assertThat(TableText.of(jdbc, "SELECT * FROM invoice_header ORDER BY invoice_number"))
                .containsExactly(
                        "INV-2026-000001|Account One|2026-12-04|2027-01-03|Us|Here|S1|Bank 2"
                                + "|A Ltd|T1|Road 1|+86|ICBC|62|a@b.example|CN|PO|0088|73",
                        "INV-2026-000002||2026-12-04|2027-01-03|Us|Here|S1|Bank 2|||||||||||");
    }

    @Test
    void aLineIsStoredWithItsParts() {
        BillingDay day = BillingDay.parse("2026-10-30");
        InvoiceLine usage = InvoiceLine.of(
                new WorkspaceId("w1"),
                new MeterTier(Meter.LOG, 14),
                PostingKind.USAGE,
                List.of(
                        new LineDetail(null, new BigDecimal("1.1"), BigDecimal.TEN, yuan("1.00")),
                        new LineDetail(null, new BigDecimal("1.2"), BigDecimal.ONE, yuan("0.80"))));
        InvoiceLine adjustment = InvoiceLine.of(
                new WorkspaceId("w2"),
                new MeterTier(Meter.SMS, Meter.FLAT),
                PostingKind.ADJUSTMENT,
                List.of(new LineDetail(day, new BigDecimal("0.1"), BigDecimal.ONE.negate(), yuan("-0.10"))));
        issue(owed("ba_1", usage, adjustment));
        assertThat(TableText.of(jdbc, "SELECT quantity, amount FROM invoice_line ORDER BY workspace_id"))
                .containsExactly("11.00|1.80", "-1.00|-0.10");
        assertThat(TableText.of(jdbc, "SELECT * FROM invoice_line_detail ORDER BY detail"))
                .containsExactly(
                        "INV-2026-000001|1|w1|Shop|log|14|usage|-|1.1000000|10.00|1.00",
                        "INV-2026-000001|2|w1|Shop|log|14|usage|-|1.2000000|1.00|0.80",
                        "INV-2026-000001|3|w2||sms|0|adjustment|2026-10-30|0.1000000|-1.00|-0.10");
    }

    @Test
    void theControlTotalCountsLinesAndNamesTheInvoice() {
        issue(owed("ba_1", LOG_LINE, PACKAGE_LINE));
        assertThat(TableText.of(jdbc, """
                        SELECT stage, control_day, version, subject, currency, row_count, quantity, amount, run_id
                        FROM control_total"""))
                .containsExactly("invoiced|2026-11-01|1|INV-2026-000001|CNY|2|1500001.00|42001.80|7");
    }

    @Test
    void theDigestDependsOnEveryAmountButNotOnTheNumber() {
        issue(owed("ba_1", LOG_LINE));
        issue(new Invoice(
                BillingMonth.parse("2026-12"),
                new BillingAccountId("ba_1"),
                CNY,
                List.of(LOG_LINE),
                owedPayment("1.80")));
        List<String> parts = TableText.of(jdbc, "SELECT parts FROM control_total");
        assertThat(parts).doesNotHaveDuplicates();
        assertThat(parts.get(0).split(";")[1])
                .as("the lines are the same")
                .isEqualTo(parts.get(1).split(";")[1]);
    }

    @Test
    void numbersAreGaplessInTheOrderOfTheChunk() {
        List<Invoice> invoices =
                IntStream.range(0, 25).mapToObj(i -> owed("ba_" + i, LOG_LINE)).toList();
        writer("INV").write(new Chunk<>(invoices.subList(0, 10)));
        writer("INV").write(new Chunk<>(invoices.subList(10, 25)));
        assertThat(TableText.of(jdbc, "SELECT account_id, invoice_number FROM invoice ORDER BY invoice_number"))
                .containsExactlyElementsOf(IntStream.range(0, 25)
                        .mapToObj(i -> "ba_" + i + "|INV-2026-0000" + (i < 9 ? "0" : "") + (i + 1))
                        .toList());
    }

    @Test
    void everySeriesAndYearCountsFromOne() {
        issue(owed("ba_1", LOG_LINE));
        writer("CN").write(new Chunk<>(List.of(owed("ba_2", LOG_LINE))));
        Invoice nextYear = new Invoice(
                BillingMonth.parse("2027-01"),
                new BillingAccountId("ba_1"),
                CNY,
                List.of(LOG_LINE),
                owedPayment("1.80"));
        issue(nextYear);
        assertThat(TableText.of(jdbc, "SELECT invoice_number FROM invoice ORDER BY 1"))
                .containsExactly("CN-2026-000001", "INV-2026-000001", "INV-2027-000001");
    }

    @Test
    void numbersContinueAfterThoseOfAnAdoptedFolder() {
        jdbc.update("INSERT INTO number_series (series, number_year, last_number) VALUES ('INV', 2026, 999999)");
        issue(owed("ba_1", LOG_LINE));
        assertThat(TableText.of(jdbc, "SELECT invoice_number FROM invoice")).containsExactly("INV-2026-1000000");
    }

    @Test
    void randomFailuresLeaveNoGap() {
        Random random = new Random(42);
        int issued = 0;
        for (int i = 0; i < 60; i++) {
            Invoice invoice = owed("ba_" + i, LOG_LINE, PACKAGE_LINE);
            boolean fails = random.nextBoolean();
            transaction.executeWithoutResult(status -> {
                issue(invoice);
                if (fails) {
                    status.setRollbackOnly();
                }
            });
            issued += fails ? 0 : 1;
        }
        assertThat(issued).isBetween(15, 45);
        assertThat(TableText.of(jdbc, "SELECT COUNT(*), MAX(invoice_number) FROM invoice"))
                .containsExactly(issued + "|INV-2026-0000" + issued);
        assertThat(TableText.of(jdbc, "SELECT last_number FROM number_series")).containsExactly("" + issued);
        assertThat(TableText.of(jdbc, "SELECT COUNT(*) FROM invoice_line")).containsExactly("" + 2 * issued);
    }

    @Test
    void chunksThatFailLeaveNoGap() {
        Random random = new Random(7);
        int issued = 0;
        for (int i = 0; i < 30; i++) {
            int chunk = i;
            int size = 1 + random.nextInt(9);
            boolean fails = random.nextInt(3) == 0;
            transaction.executeWithoutResult(status -> {
                writer("INV")
                        .write(new Chunk<>(IntStream.range(0, size)
                                .mapToObj(number -> owed("ba_" + chunk + "_" + number, LOG_LINE, PACKAGE_LINE))
                                .toList()));
                if (fails) {
                    status.setRollbackOnly();
                }
            });
            issued += fails ? 0 : size;
        }
        assertThat(TableText.of(jdbc, "SELECT invoice_number FROM invoice ORDER BY invoice_number"))
                .containsExactlyElementsOf(IntStream.rangeClosed(1, issued)
                        .mapToObj(number -> new InvoiceNumber("INV", 2026, number).toString())
                        .toList());
        assertThat(TableText.of(jdbc, "SELECT last_number FROM number_series")).containsExactly("" + issued);
    }

    @Test
    void aChunkOfTwoYearsTakesNumbersOfBoth() {
        Invoice nextYear = new Invoice(
                BillingMonth.parse("2027-01"),
                new BillingAccountId("ba_1"),
                CNY,
                List.of(LOG_LINE),
                owedPayment("1.80"));
        writer("INV").write(new Chunk<>(List.of(owed("ba_1", LOG_LINE), nextYear, owed("ba_2", LOG_LINE))));
        assertThat(TableText.of(jdbc, "SELECT invoice_number, account_id FROM invoice ORDER BY 1"))
                .containsExactly("INV-2026-000001|ba_1", "INV-2026-000002|ba_2", "INV-2027-000001|ba_1");
    }

    @Test
    void anAccountIsInvoicedOnceAMonthAndCurrency() {
        issue(owed("ba_1", LOG_LINE));
        assertThatThrownBy(() -> transaction.executeWithoutResult(status -> issue(owed("ba_1", PACKAGE_LINE))))
                .isInstanceOf(DuplicateKeyException.class);
        assertThat(TableText.of(jdbc, "SELECT last_number FROM number_series")).containsExactly("1");
    }

    private InvoiceWriter writer(String series) {
        return new InvoiceWriter(jdbc, new SeriesNames(series, "OTHER"), PARTIES, BillingDay.parse("2026-12-04"), 7);
    }

    private void issue(Invoice invoice) {
        writer("INV").write(new Chunk<>(List.of(invoice)));
    }

    private static Invoice owed(String account, InvoiceLine... lines) {
        BigDecimal total = BigDecimal.ZERO;
        for (InvoiceLine line : lines) {
            total = total.add(line.amount().amount());
        }
        return new Invoice(
                MONTH, new BillingAccountId(account), CNY, List.of(lines), owedPayment(total.toPlainString()));
    }

    private static InvoicePayment owedPayment(String amount) {
        Money zero = Money.zero(CNY);
        return new InvoicePayment(new PaymentParts(zero, zero, zero, zero, yuan(amount)), zero);
    }

    private static Money yuan(String amount) {
        return Money.of(CNY, new BigDecimal(amount));
    }
}
