package io.billingcenter.writers.files.fapiao;

import io.billingcenter.domain.delivery.SetRefusedException;
import io.billingcenter.domain.fapiao.FapiaoLayout;
import io.billingcenter.domain.fapiao.FapiaoRequest;
import io.billingcenter.domain.fapiao.FapiaoStatus;
import io.billingcenter.domain.fapiao.FapiaoTerms;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.writers.files.delivery.SetContent;
import io.billingcenter.writers.files.delivery.SetFile;
import io.billingcenter.writers.files.delivery.SetFiles;
import io.billingcenter.writers.files.workbook.SheetColumn;
import io.billingcenter.writers.files.workbook.XlsxFile;
import io.billingcenter.writers.files.workbook.XlsxSheet;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * The requests of fapiao of a month: a workbook for the issuing service with those that are still to be issued, all of its cells
 * texts, and a list of all with their states.
 */
public final class FapiaoFiles implements SetContent {

    private final List<FapiaoStatus> requests;
    private final FapiaoLayout layout;
    private final FapiaoTerms terms;
    private final BillingDay created;

    /**
     * Creates the files.
     *
     * @param created day that the workbook states as that of its making
     */
    public FapiaoFiles(List<FapiaoStatus> requests, FapiaoLayout layout, FapiaoTerms terms, BillingDay created) {
        this.requests = List.copyOf(requests);
        this.layout = layout;
        this.terms = terms;
        this.created = created;
    }

    @Override
    public void write(SetFiles files) throws IOException {
        List<FapiaoRequest> open = requests.stream()
                .filter(FapiaoStatus::isOpen)
                .map(FapiaoStatus::request)
                .toList();
        try (SetFile file = files.create("fapiao-requests.xlsx", "fapiao-requests/1");
                XlsxFile workbook = new XlsxFile(file, created)) {
            for (FapiaoLayout.Sheet sheet : layout.sheets()) {
                write(sheet, open, workbook);
            }
            workbook.finish();
            file.complete(open.size());
        }
        try (SetFile file = files.create("fapiao-states.csv", "fapiao-states/1")) {
            FapiaoStatesCsv.write(requests, file);
            file.complete(requests.size());
        }
    }

    private void write(FapiaoLayout.Sheet sheet, List<FapiaoRequest> open, XlsxFile workbook) throws IOException {
        List<String> notes =
                sheet.columns().stream().map(FapiaoLayout.Column::note).toList();
        XlsxSheet rows = workbook.sheet(
                sheet.name(),
                List.of(List.of(sheet.instructions()), notes),
                sheet.columns().stream()
                        .map(column -> SheetColumn.of(column.name()))
                        .toList());
        if (!sheet.columns().isEmpty()) {
            for (FapiaoRequest request : open) {
                rows.row(cells(sheet, request));
            }
        }
        rows.finish();
    }

    private List<String> cells(FapiaoLayout.Sheet sheet, FapiaoRequest request) {
        List<String> cells = new ArrayList<>();
        for (FapiaoLayout.Column column : sheet.columns()) {
            cells.add(cell(sheet, column, request));
        }
        return cells;
    }

    private String cell(FapiaoLayout.Sheet sheet, FapiaoLayout.Column column, FapiaoRequest request) {
        if (!column.isField()) {
            return column.value();
        }
        String text = terms.field(column.field(), request);
        if (text == null) {
            throw SetRefusedException.incomplete("Expected a known field for column " + column.name() + " of sheet "
                    + sheet.name() + ", found " + column.value() + "; correct the layout of fapiao requests");
        }
        if (text.codePointCount(0, text.length()) > column.longest()) {
            throw SetRefusedException.incomplete("Expected at most " + column.longest() + " characters in column "
                    + column.name() + " of the fapiao of account " + request.account() + ", found '" + text
                    + "'; shorten it in invoice_profiles.csv");
        }
        if (text.isEmpty() && column.field().equals("title")) {
            throw SetRefusedException.incomplete("Expected the title of account " + request.account()
                    + " for the fapiao of " + request.invoiceNumber()
                    + ", found none; add the account to invoice_profiles.csv");
        }
        return text;
    }
}
