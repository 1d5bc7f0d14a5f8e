package io.billingcenter.writers.files.journal;

import io.billingcenter.domain.journal.Chart;
import io.billingcenter.domain.journal.JournalDocument;
import io.billingcenter.domain.journal.JournalEntry;
import io.billingcenter.domain.journal.JournalLine;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.writers.files.delivery.SetFile;
import java.io.IOException;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The invoices and credit notes of the journal as the CSV file of sales invoices of Xero: a row for each line of revenue, with a
 * quantity of 1, so that nothing is multiplied again. Payments and movements are not part of it.
 */
final class XeroFile implements JournalFile {

    static final List<String> COLUMNS = List.of(
            "*ContactName",
            "EmailAddress",
            "POAddressLine1",
            "POAddressLine2",
            "POAddressLine3",
            "POAddressLine4",
            "POCity",
            "PORegion",
            "POPostalCode",
            "POCountry",
            "*InvoiceNumber",
            "Reference",
            "*InvoiceDate",
            "*DueDate",
            "InventoryItemCode",
            "*Description",
            "*Quantity",
            "*UnitAmount",
            "Discount",
            "*AccountCode",
            "*TaxType",
            "TrackingName1",
            "TrackingOption1",
            "TrackingName2",
            "TrackingOption2",
            "Currency",
            "BrandingTheme");

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/uuuu", Locale.ROOT);

    private final SetFile file;
    private final Chart chart;
    private final DialectWriter csv;
    private long rows;

    XeroFile(SetFile file, Chart chart) throws IOException {
        this.file = file;
        this.chart = chart;
        this.csv = new DialectWriter(CsvDialect.STANDARD, file);
        csv.row(COLUMNS);
    }

    @Override
    public void add(JournalEntry entry) throws IOException {
        if (!entry.document().isInvoiceOrCreditNote()) {
            return;
        }
        for (JournalLine line : entry.lines()) {
            if (line.key().isRevenue()) {
                csv.row(cells(entry, line));
                rows++;
            }
        }
    }

    private List<@Nullable Object> cells(JournalEntry entry, JournalLine line) {
        JournalDocument document = entry.document();
        Chart.Account account = chart.account(line.key());
        List<@Nullable Object> row = Arrays.asList(new @Nullable Object[COLUMNS.size()]);
        set(row, "*ContactName", document.accountName());
        set(row, "*InvoiceNumber", document.number());
        set(row, "Reference", document.month().toString());
        set(row, "*InvoiceDate", day(document.day()));
        set(row, "*DueDate", day(document.due()));
        set(row, "*Description", line.text());
        set(row, "*Quantity", 1);
        set(row, "*UnitAmount", line.amount().negated());
        set(row, "*AccountCode", account.code());
        set(row, "*TaxType", account.taxCode());
        if (line.workspace() != null) {
            set(row, "TrackingName1", "Workspace");
            set(row, "TrackingOption1", line.workspace().value());
        }
        set(row, "Currency", entry.currency().getCurrencyCode());
        return row;
    }

    private static void set(List<@Nullable Object> row, String column, Object value) {
        row.set(COLUMNS.indexOf(column), value);
    }

    private static String day(BillingDay day) {
        return DAY.format(day.date());
    }

    @Override
    public void finish() throws IOException {
        csv.finish();
        file.complete(rows);
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
