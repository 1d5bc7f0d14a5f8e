package io.billingcenter.readers.tables.invoicing;

import static org.assertj.core.api.Assertions.assertThat;

import io.billingcenter.domain.account.BillingAccountId;
import io.billingcenter.domain.invoicing.DocumentKind;
import io.billingcenter.domain.invoicing.IssuedInvoice;
import io.billingcenter.domain.time.BillingMonth;
import io.billingcenter.readers.tables.paging.TableNames;
import io.billingcenter.schema.MigratedDatabase;
import java.io.IOException;
import java.util.Currency;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.JdbcTemplate;

class ShippedDocumentsTest {

    private static final IssuedInvoice INVOICE = new IssuedInvoice(
            "INV-2026-000001",
            DocumentKind.INVOICE,
            BillingMonth.parse("2026-10"),
            new BillingAccountId("ba_1"),
            Currency.getInstance("CNY"));

    private JdbcTemplate jdbc;

    @BeforeEach
    void database() throws IOException {
        jdbc = MigratedDatabase.create();
    }

    @Test
    void nothingHasLeftWhereNothingIsShippedOrRequested() {
        assertThat(new ShippedDocuments(jdbc).traceOf(INVOICE)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-10, '', SHIPPED, 1, true",
        "2026-10, '', SENDING, 1, true",
        "2026-10, '', REFUSED, 0, true",
        "2026-10/documents, ba_1, SHIPPED, 1, true",
        "2026-10, '', PENDING, 0, false",
        "2026-10, '', PENDING, 2, true",
        "2026-10/documents, ba_2, SHIPPED, 1, false",
        "2026-11, '', SHIPPED, 1, false",
        "2026-10-15, '', SHIPPED, 1, false"
    })
    void aShipmentOfTheMonthCountsFromItsFirstAttempt(
            String period, String account, String status, int attempts, boolean counts) {
        if (!TableNames.has(jdbc, "shipment")) {
            jdbc.execute("""
                    CREATE TABLE shipment (shipment_id BIGINT, period VARCHAR(32), revision INTEGER, target VARCHAR(64),
                      account_id VARCHAR(64), content_digest VARCHAR(64), status VARCHAR(32), attempts INTEGER)""");
        }
        jdbc.update(
                "INSERT INTO shipment (shipment_id, period, revision, target, account_id, content_digest, status, attempts)"
                        + " VALUES (1, ?, 2, 'finance', ?, 'd', ?, ?)",
                period,
                account,
                status,
                attempts);
        assertThat(new ShippedDocuments(jdbc).traceOf(INVOICE).isPresent()).isEqualTo(counts);
        if (counts) {
            assertThat(new ShippedDocuments(jdbc).traceOf(INVOICE))
                    .contains("revision 2 of " + period + " was shipped to finance");
        }
    }

    @Test
    void aRequestedFapiaoIsNamed() {
        if (!TableNames.has(jdbc, "fapiao_request")) {
            jdbc.execute("""
                    CREATE TABLE fapiao_request (request_id VARCHAR(20), invoice_number VARCHAR(64),
                      billing_month VARCHAR(7), account_id VARCHAR(64), currency VARCHAR(3), amount NUMERIC(60,2),
                      run_id BIGINT)""");
        }
        jdbc.update(
                "INSERT INTO fapiao_request (request_id, invoice_number, billing_month, account_id, currency, amount,"
                        + " run_id) VALUES ('f-1', 'INV-2026-000002', '2026-10', 'ba_2', 'CNY', 1, 1)");
        assertThat(new ShippedDocuments(jdbc).traceOf(INVOICE)).isEmpty();
        jdbc.update("UPDATE fapiao_request SET invoice_number = 'INV-2026-000001'");
        assertThat(new ShippedDocuments(jdbc).traceOf(INVOICE)).contains("its fapiao was requested as f-1");
    }
}
