package io.billingcenter.writers.files.journal;

import io.billingcenter.domain.journal.Chart;
import io.billingcenter.domain.journal.JournalDocument;
import io.billingcenter.domain.journal.JournalEntry;
import io.billingcenter.domain.journal.JournalLine;
import io.billingcenter.writers.files.delivery.SetFile;
import java.io.IOException;
import java.util.Arrays;

/** The journal as the CSV file of vouchers of Kingdee KIS. */
final class KingdeeKisFile implements JournalFile {

    private final SetFile file;
    private final Chart chart;
    private final DialectWriter csv;
    private final VoucherNumbers numbers = new VoucherNumbers();
    private long rows;

    KingdeeKisFile(SetFile file, Chart chart) throws IOException {
        this.file = file;
        this.chart = chart;
        this.csv = new DialectWriter(CsvDialect.MARKED, file);
        csv.row(KingdeeColumns.KIS);
    }

    @Override
    public void add(JournalEntry entry) throws IOException {
        JournalDocument document = entry.document();
        long number = numbers.next(document);
        for (JournalLine line : entry.lines()) {
            rows++;
            Chart.Account account = chart.account(line.key());
            csv.row(Arrays.asList(
                    document.day(),
                    KingdeeColumns.WORD,
                    number,
                    0,
                    line.text(),
                    account.code(),
                    account.name(),
                    line.isDebit() ? line.unsigned() : null,
                    line.isDebit() ? null : line.unsigned(),
                    KingdeeColumns.dimension(line, document)));
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
