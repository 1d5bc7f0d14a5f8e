package io.billingcenter.writers.files.journal;

import io.billingcenter.domain.delivery.SetRefusedException;
import io.billingcenter.domain.journal.Chart;
import io.billingcenter.domain.journal.JournalEntry;
import io.billingcenter.domain.journal.JournalFormat;
import io.billingcenter.domain.journal.JournalSource;
import io.billingcenter.domain.journal.JournalTotals;
import io.billingcenter.domain.journal.UnbalancedJournalException;
import io.billingcenter.domain.journal.UnmappedKeyException;
import io.billingcenter.domain.time.BillingMonth;
import io.billingcenter.writers.files.delivery.SetContent;
import io.billingcenter.writers.files.delivery.SetFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The journal of a month in all wanted formats, from one pass over its entries. A key that the chart does not have, and a journal
 * that does not balance or differs from the tables that it is made of, refuse the whole set.
 */
public final class JournalFiles implements SetContent {

    private final BillingMonth month;
    private final JournalSource source;
    private final Chart chart;
    private final Set<JournalFormat> formats;
    private final DatevSettings datev;

    /** Creates the journal of the entries of the source. */
    public JournalFiles(
            BillingMonth month, JournalSource source, Chart chart, Set<JournalFormat> formats, DatevSettings datev) {
        this.month = month;
        this.source = source;
        this.chart = chart;
        this.formats = Set.copyOf(formats);
        this.datev = datev;
    }

    @Override
    public void write(SetFiles files) throws IOException {
        List<JournalFile> open = new ArrayList<>();
        try {
            for (JournalFormat format : JournalFormat.values()) {
                if (formats.contains(format)) {
                    open.add(begin(format, files));
                }
            }
            write(open);
        } catch (UnmappedKeyException e) {
            throw SetRefusedException.incomplete(String.valueOf(e.getMessage()));
        } catch (UnbalancedJournalException e) {
            throw SetRefusedException.unbalanced(String.valueOf(e.getMessage()));
        } finally {
            for (JournalFile file : open) {
                file.close();
            }
        }
    }

    private void write(List<JournalFile> open) throws IOException {
        JournalTotals totals = new JournalTotals();
        source.read(entry -> {
            totals.add(entry);
            add(entry, open);
        });
        totals.requireEqual(source.expected());
        for (JournalFile file : open) {
            file.finish();
        }
    }

    private static void add(JournalEntry entry, List<JournalFile> open) {
        try {
            for (JournalFile file : open) {
                file.add(entry);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private JournalFile begin(JournalFormat format, SetFiles files) throws IOException {
        return switch (format) {
            case CSV -> new JournalCsv(files.create("journal.csv", "journal/1"), chart);
            case HLEDGER ->
                new HledgerFile(files.create("journal.hledger", "hledger-journal/1"), chart, source.currencies());
            case KINGDEE_K3 ->
                new KingdeeK3File(files.create("kingdee-k3.xlsx", "kingdee-k3-voucher/1"), chart, month.endExclusive());
            case KINGDEE_KIS -> new KingdeeKisFile(files.create("kingdee-kis.csv", "kingdee-kis-voucher/1"), chart);
            case XERO -> new XeroFile(files.create("xero-invoices.csv", "xero-sales-invoice/1"), chart);
            case DATEV ->
                new DatevFile(
                        files.create("EXTF_Buchungsstapel.csv", "datev-buchungsstapel/700"),
                        chart,
                        datev,
                        month.firstDay(),
                        source.lastDay());
        };
    }
}
