package io.billingcenter.writers.tables.invoicing;

import io.billingcenter.domain.invoicing.DocumentKind;
import io.billingcenter.domain.invoicing.InvoiceNumber;
import io.billingcenter.domain.invoicing.SeriesNames;
import io.billingcenter.schema.invoicing.DocumentSeriesTable;
import io.billingcenter.schema.invoicing.NumberSeriesTable;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The series of numbers of documents: tables {@code number_series} and {@code document_series}. Numbers are taken in the
 * transaction that stores the documents, so that a crash leaves no gap. One thread at a time.
 */
public final class NumberSeries {

    private final JdbcTemplate jdbc;
    private final SeriesNames names;

    /** Takes numbers of series with those names. */
    public NumberSeries(JdbcTemplate jdbc, SeriesNames names) {
        this.jdbc = jdbc;
        this.names = names;
    }

    /** Takes that many consecutive numbers, and returns the first of them. */
    public InvoiceNumber take(DocumentKind document, Currency currency, int year, int count) {
        String series = names.of(document, currency, isApart(document, currency));
        return new InvoiceNumber(series, year, take(series, year, count));
    }

    /** Returns whether the currency has a series of its own; the first document of a kind decides it for ever. */
    private boolean isApart(DocumentKind document, Currency currency) {
        List<Boolean> known = jdbc.query(
                "SELECT apart FROM document_series WHERE document = ? AND currency = ?",
                (row, number) -> DocumentSeriesTable.APART.get(row),
                document.code(),
                currency.getCurrencyCode());
        if (!known.isEmpty()) {
            return known.get(0);
        }
        boolean apart = SeriesNames.isApart(currency);
        DocumentSeriesTable.TABLE.insert(jdbc, DocumentSeriesTable.row(document, currency, apart));
        return apart;
    }

    private long take(String series, int year, int count) {
        int known = jdbc.update(
                "UPDATE number_series SET last_number = last_number + ? WHERE series = ? AND number_year = ?",
                count,
                series,
                year);
        if (known == 0) {
            NumberSeriesTable.TABLE.insert(jdbc, NumberSeriesTable.row(series, year, count));
            return 1;
        }
        Long last = jdbc.queryForObject(
                "SELECT last_number FROM number_series WHERE series = ? AND number_year = ?", Long.class, series, year);
        return Objects.requireNonNull(last, "a series that was updated") - count + 1;
    }
}
