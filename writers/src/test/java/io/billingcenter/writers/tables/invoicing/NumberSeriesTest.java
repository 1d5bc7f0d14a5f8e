package io.billingcenter.writers.tables.invoicing;

import static org.assertj.core.api.Assertions.assertThat;

import io.billingcenter.domain.invoicing.DocumentKind;
import io.billingcenter.domain.invoicing.SeriesNames;
import io.billingcenter.schema.MigratedDatabase;
import java.io.IOException;
import java.util.Currency;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

class NumberSeriesTest {

    private static final SeriesNames NAMES = new SeriesNames("INV", "CN");

    private JdbcTemplate jdbc;

    @BeforeEach
    void database() throws IOException {
        jdbc = MigratedDatabase.create();
    }

    @Test
    void everyCurrencyAndKindHasASeriesOfItsOwn() {
        assertThat(take(DocumentKind.INVOICE, "CNY", 2026, 3)).isEqualTo("INV-2026-000001");
        assertThat(take(DocumentKind.INVOICE, "USD", 2026, 1)).isEqualTo("INV-USD-2026-000001");
        assertThat(take(DocumentKind.INVOICE, "CNY", 2026, 1)).isEqualTo("INV-2026-000004");
        assertThat(take(DocumentKind.CREDIT_NOTE, "CNY", 2026, 1)).isEqualTo("CN-2026-000001");
        assertThat(take(DocumentKind.CREDIT_NOTE, "USD", 2026, 1)).isEqualTo("CN-USD-2026-000001");
        assertThat(take(DocumentKind.INVOICE, "USD", 2026, 1)).isEqualTo("INV-USD-2026-000002");
        assertThat(take(DocumentKind.INVOICE, "CNY", 2027, 1)).isEqualTo("INV-2027-000001");
    }

    @Test
    void currenciesThatWereNumberedTogetherGoOnTogether() {
        jdbc.update("INSERT INTO document_series (document, currency, apart) VALUES ('invoice', 'CNY', FALSE)");
        jdbc.update("INSERT INTO document_series (document, currency, apart) VALUES ('invoice', 'USD', FALSE)");
        jdbc.update("INSERT INTO number_series (series, number_year, last_number) VALUES ('INV', 2026, 41)");
        assertThat(take(DocumentKind.INVOICE, "USD", 2026, 1)).isEqualTo("INV-2026-000042");
        assertThat(take(DocumentKind.INVOICE, "CNY", 2026, 1)).isEqualTo("INV-2026-000043");
        assertThat(take(DocumentKind.CREDIT_NOTE, "USD", 2026, 1)).isEqualTo("CN-USD-2026-000001");
    }

    private String take(DocumentKind document, String currency, int year, int count) {
        return new NumberSeries(jdbc, NAMES)
                .take(document, Currency.getInstance(currency), year, count)
                .toString();
    }
}
