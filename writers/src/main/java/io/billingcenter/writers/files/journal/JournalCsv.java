package io.billingcenter.writers.files.journal;

import io.billingcenter.domain.journal.Chart;
import io.billingcenter.domain.journal.JournalDocument;
import io.billingcenter.domain.journal.JournalEntry;
import io.billingcenter.domain.journal.JournalLine;
import io.billingcenter.writers.files.delivery.SetFile;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;

/** The journal as a CSV file with a row for each line. */
final class JournalCsv implements JournalFile {

    static final List<String> COLUMNS = List.of(
            "schema_line",
            "posting_date",
            "document",
            "line",
            "account_code",
            "account_name",
            "debit",
            "credit",
            "currency",
            "counterparty",
            "counterparty_name",
            "workspace_id",
            "meter",
            "billing_month",
            "tax_code",
            "text",
            "source");

    private final SetFile file;
    private final Chart chart;
    private final DialectWriter csv;
    private long rows;

    JournalCsv(SetFile file, Chart chart) throws IOException {
        this.file = file;
        this.chart = chart;
        this.csv = new DialectWriter(CsvDialect.STANDARD, file);
        csv.row(COLUMNS);
    }

    @Override
    public void add(JournalEntry entry) throws IOException {
        JournalDocument document = entry.document();
        long number = 0;
        for (JournalLine line : entry.lines()) {
            rows++;
            number++;
            Chart.Account account = chart.account(line.key());
            csv.row(Arrays.asList(
                    rows,
                    document.day(),
                    document.number(),
                    number,
                    account.code(),
                    account.name(),
                    line.isDebit() ? line.unsigned() : null,
                    line.isDebit() ? null : line.unsigned(),
                    entry.currency(),
                    document.account().value(),
                    document.accountName(),
                    line.workspace() == null ? null : line.workspace().value(),
                    line.meter() == null ? null : line.meter().code(),
                    document.month(),
                    account.taxCode(),
                    line.text(),
                    document.source()));
        }
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
