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
import java.util.Optional;
import org.jspecify.annotations.Nullable;
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
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "2026-10           | ''   | shipped  | 1 | shipped             | was shipped to finance",
                "2026-10           | ''   | sending  | 1 | ''                  | is being sent to finance, which may have it",
                "2026-10/documents | ba_1 | shipped  | 1 | shipped             | was shipped to finance",
                "2026-10           | ''   | pending  | 0 | ''                  | -",
                "2026-10           | ''   | pending  | 2 | unreached unreached | -",
                "2026-10           | ''   | refused  | 1 | refused             | -",
                "2026-10           | ''   | given-up | 2 | unreached ended     | -",
                "2026-10           | ''   | pending  | 2 | unreached delayed   | is pending for finance, which may have it",
                "2026-10           | ''   | refused  | 2 | unknown refused     | is refused for finance, which may have it",
                "2026-10           | ''   | given-up | 2 | delayed ended       | is given-up for finance, which may have it",
                "2026-10           | ''   | pending  | 2 | unreached           | is pending for finance, which may have it",
                "2026-10           | ''   | pending  | 1 | shipped             | was shipped to finance",
                "2026-10/documents | ba_2 | shipped  | 1 | shipped             | -",
                "2026-11           | ''   | shipped  | 1 | shipped             | -",
                "2026-10-15        | ''   | shipped  | 1 | shipped             | -"
            })
    void aShipmentOfTheMonthCountsIfTheReceiverMayHaveIt(
            String period, String account, String status, int attempts, String results, @Nullable String trace) {
        insert(1, period, account, status, attempts, results);
        Optional<String> found = new ShippedDocuments(jdbc).traceOf(INVOICE);
        if (trace == null) {
            assertThat(found).isEmpty();
        } else {
            assertThat(found.orElseThrow()).startsWith("revision 2 of " + period + " " + trace);
        }
    }

    @Test
    void whatHasArrivedIsNamedFirst() {
        insert(1, "2026-10", "", "sending", 1, "");
        insert(2, "2026-10/documents", "ba_1", "shipped", 1, "shipped");
        assertThat(new ShippedDocuments(jdbc).traceOf(INVOICE))
                .contains("revision 2 of 2026-10/documents was shipped to finance");
    }

    private void insert(int id, String period, String account, String status, int attempts, String results) {
        jdbc.update(
                "INSERT INTO shipment (shipment_id, period, revision, target, account_id, content_digest, status, attempts)"
                        + " VALUES (?, ?, 2, 'finance', ?, 'd', ?, ?)",
                id,
                period,
                account,
                status,
                attempts);
        int number = 0;
        for (String result : results.isEmpty() ? new String[0] : results.split(" ")) {
            number++;
            jdbc.update(
                    "INSERT INTO attempt (shipment_id, attempt_number, begun, ended, result, detail)"
                            + " VALUES (?, ?, '2026-11-02T00:00:00Z', '2026-11-02T00:00:01Z', ?, 'd')",
                    id,
                    number,
                    result);
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
