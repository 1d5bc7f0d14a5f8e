package io.billingcenter.writers.files.workbook;

import io.billingcenter.domain.delivery.DeliveredFile;
import io.billingcenter.domain.delivery.DeliveredRowSource;
import io.billingcenter.domain.delivery.DeliveryPeriod;
import io.billingcenter.domain.time.BillingMonth;
import io.billingcenter.domain.workbook.WorkbookSheet;
import io.billingcenter.writers.files.delivery.SetContent;
import io.billingcenter.writers.files.delivery.SetFile;
import io.billingcenter.writers.files.delivery.SetFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The workbook of a month, {@code 2026-10.xlsx}: the rows of its delivered files as typed cells. */
public final class MonthWorkbook implements SetContent {

    private static final String SCHEMA = "workbook/1";

    private final BillingMonth month;
    private final DeliveredRowSource source;

    /** Creates the workbook of the rows of the source. */
    public MonthWorkbook(BillingMonth month, DeliveredRowSource source) {
        this.month = month;
        this.source = source;
    }

    @Override
    public void write(SetFiles files) throws IOException {
        try (SetFile file = files.create(month + ".xlsx", SCHEMA);
                XlsxFile workbook = new XlsxFile(file, month.endExclusive())) {
            long rows = 0;
            for (WorkbookSheet sheet : WorkbookSheet.values()) {
                rows += write(sheet, workbook);
            }
            workbook.finish();
            file.complete(rows);
        }
    }

    private long write(WorkbookSheet of, XlsxFile workbook) throws IOException {
        List<DeliveryPeriod> periods = of.periods(month);
        DeliveredFile file = file(of, periods.get(0));
        XlsxSheet sheet = workbook.sheet(
                of.title(), file.columns().stream().map(SheetColumn::of).toList());
        for (DeliveryPeriod period : periods) {
            source.read(file, period, row -> write(row, sheet));
        }
        sheet.finish();
        return sheet.rows();
    }

    private DeliveredFile file(WorkbookSheet sheet, DeliveryPeriod period) {
        return source.files(period).stream()
                .filter(file -> file.fileName().equals(sheet.fileName()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        "Expected a file " + sheet.fileName() + " of " + period + ", found " + source.files(period)));
    }

    private static void write(List<@Nullable Object> row, XlsxSheet sheet) {
        try {
            sheet.row(row);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
