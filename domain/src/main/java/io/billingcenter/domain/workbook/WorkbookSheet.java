package io.billingcenter.domain.workbook;

import io.billingcenter.domain.delivery.DeliveredFile;
import io.billingcenter.domain.delivery.DeliveryPeriod;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.domain.time.BillingMonth;
import java.util.List;
import java.util.stream.Stream;

/** The sheets of the workbook of a month, in their order. Each has the columns and rows of a delivered file. */
public enum WorkbookSheet {
    /** The invoices of the month. */
    INVOICES("invoices", DeliveredFile.INVOICES),
    /** Their lines. */
    INVOICE_LINES("invoice lines", DeliveredFile.INVOICE_LINES),
    /** The payments of the daily bills of all its days. */
    SETTLEMENT("settlement", DeliveredFile.SETTLEMENT),
    /** The quantities of all its days. */
    USAGE("usage", DeliveredFile.USAGE);

    private final String title;
    private final DeliveredFile file;

    WorkbookSheet(String title, DeliveredFile file) {
        this.title = title;
        this.file = file;
    }

    /** Returns the name of the sheet. */
    public String title() {
        return title;
    }

    /** Returns the file that has the same columns and rows. */
    public DeliveredFile file() {
        return file;
    }

    /** Returns the periods whose rows of the file follow one another on the sheet: the month itself, or each of its days. */
    public List<DeliveryPeriod> periods(BillingMonth month) {
        DeliveryPeriod ofMonth = new DeliveryPeriod.OfMonth(month);
        return ofMonth.files().contains(file)
                ? List.of(ofMonth)
                : Stream.iterate(month.firstDay(), day -> day.isBefore(month.endExclusive()), day -> day.plusDays(1))
                        .map(WorkbookSheet::period)
                        .toList();
    }

    private static DeliveryPeriod period(BillingDay day) {
        return new DeliveryPeriod.OfDay(day);
    }
}
