package io.billingcenter.writers.files.focus;

import io.billingcenter.domain.focus.CellWords;
import io.billingcenter.domain.focus.Charge;
import io.billingcenter.domain.focus.FocusDataset;
import io.billingcenter.domain.focus.FocusVersion;
import io.billingcenter.domain.focus.InvoiceCharges;
import io.billingcenter.domain.focus.InvoiceDetail;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.domain.time.BillingMonth;
import io.billingcenter.writers.files.delivery.SetContent;
import io.billingcenter.writers.files.delivery.SetFiles;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The files of FOCUS of a closed month, written in one pass over its charges: Cost and Usage of each version, and of the newer
 * ones the lines of the invoices and the month itself, with a metadata file.
 */
public final class FocusSet implements SetContent {

    private static final List<String> PERIOD_HEADER = List.of(
            "BillingPeriodCreated",
            "BillingPeriodEnd",
            "BillingPeriodLastUpdated",
            "BillingPeriodStart",
            "BillingPeriodStatus",
            "InvoiceIssuerName");

    private final BillingMonth month;
    private final BillingDay issued;
    private final FocusOptions options;
    private final FocusSource source;

    /**
     * Creates the files of a month.
     *
     * @param issued day on which the invoices of the month were issued
     */
    public FocusSet(BillingMonth month, BillingDay issued, FocusOptions options, FocusSource source) {
        this.month = month;
        this.issued = issued;
        this.options = options;
        this.source = source;
    }

    @Override
    public void write(SetFiles files) throws IOException {
        CellWords words = new CellWords(options.terms(), month);
        FocusMetadata metadata = new FocusMetadata(words.instant(issued));
        List<CostFile> costs = new ArrayList<>();
        FocusFile details = null;
        try {
            for (FocusVersion version : options.versions()) {
                costs.add(new CostFile(files, version));
            }
            if (has(FocusDataset.INVOICE_DETAIL)) {
                details = open(files, FocusDataset.INVOICE_DETAIL, InvoiceDetailCells.HEADER);
            }
            FocusFile detailFile = details;
            source.read(new InvoiceCharges(
                    month, charge -> write(costs, charge, words), detail -> write(detailFile, detail, words)));
            for (CostFile cost : costs) {
                cost.rows.finish();
                cost.file.complete();
                metadata.add(cost.version, FocusDataset.COST_AND_USAGE, cost.header, cost.schemaId, cost.file.rows());
            }
            if (detailFile != null) {
                complete(detailFile, FocusDataset.INVOICE_DETAIL, InvoiceDetailCells.HEADER, metadata);
            }
        } finally {
            for (CostFile cost : costs) {
                cost.close();
            }
            if (details != null) {
                details.close();
            }
        }
        if (has(FocusDataset.BILLING_PERIOD)) {
            writePeriod(files, words, metadata);
        }
        metadata.write(files);
    }

    private boolean has(FocusDataset dataset) {
        return options.versions().contains(versionOf(dataset));
    }

    private static FocusVersion versionOf(FocusDataset dataset) {
        return dataset.versions().get(dataset.versions().size() - 1);
    }

    private static FocusFile open(SetFiles files, FocusDataset dataset, List<String> header) throws IOException {
        FocusVersion version = versionOf(dataset);
        return new FocusFile(files, version, dataset, header, FocusColumns.schemaId(version, dataset, header));
    }

    private static void complete(FocusFile file, FocusDataset dataset, List<String> header, FocusMetadata metadata)
            throws IOException {
        file.complete();
        FocusVersion version = versionOf(dataset);
        metadata.add(version, dataset, header, FocusColumns.schemaId(version, dataset, header), file.rows());
    }

    private static void write(List<CostFile> files, Charge charge, CellWords words) {
        @Nullable String[] all = FocusColumns.all(charge, words);
        for (CostFile file : files) {
            file.rows.add(file.columns.choose(all));
        }
    }

    private static void write(@Nullable FocusFile file, InvoiceDetail detail, CellWords words) {
        if (file != null) {
            file.write(InvoiceDetailCells.of(detail, words));
        }
    }

    private void writePeriod(SetFiles files, CellWords words, FocusMetadata metadata) throws IOException {
        try (FocusFile file = open(files, FocusDataset.BILLING_PERIOD, PERIOD_HEADER)) {
            file.write(new @Nullable String[] {
                words.periodStart(),
                words.periodEnd(),
                words.instant(issued),
                words.periodStart(),
                "Closed",
                options.terms().provider()
            });
            complete(file, FocusDataset.BILLING_PERIOD, PERIOD_HEADER, metadata);
        }
    }

    /** A Cost and Usage file of a version, which is checked and written by a thread of its own. */
    private final class CostFile {

        private final FocusVersion version;
        private final FocusColumns columns;
        private final List<String> header;
        private final String schemaId;
        private final FocusFile file;
        private final RowQueue rows;

        private CostFile(SetFiles files, FocusVersion version) throws IOException {
            this.version = version;
            this.columns = new FocusColumns(version, options.columns());
            this.header = columns.header();
            this.schemaId = FocusColumns.schemaId(version, FocusDataset.COST_AND_USAGE, header);
            this.file = new FocusFile(files, version, FocusDataset.COST_AND_USAGE, header, schemaId);
            this.rows = new RowQueue("focus-" + version.code(), file::write);
        }

        private void close() throws IOException {
            rows.close();
            file.close();
        }
    }
}
