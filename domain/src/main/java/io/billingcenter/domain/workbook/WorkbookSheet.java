package io.billingcenter.domain.workbook;

import io.billingcenter.domain.delivery.DeliveryPeriod;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.domain.time.BillingMonth;
import java.util.List;
import java.util.stream.Stream;

/** The sheets of the workbook of a month, in their order. Each has the columns and rows of a delivered file. */
public enum WorkbookSheet {
    /** The invoices of the month. */
    INVOICES("invoices", "invoices", true),
    /** Their lines. */
    INVOICE_LINES("invoice lines", "invoice-lines", true),
    /** The payments of the daily bills of all its days. */
    SETTLEMENT("settlement", "settlement", false),
    /** The quantities of all its days. */
    USAGE("usage", "usage", false);

    private final String title;
    private final String fileName;
    private final boolean ofMonth;

    WorkbookSheet(String title, String fileName, boolean ofMonth) {
        this.title = title;
        this.fileName = fileName;
        this.ofMonth = ofMonth;
    }

    /** Returns the name of the sheet. */
    public String title() {
        return title;
    }

    /** Returns the name, without extension, of the file that has the same columns and rows. */
    public String fileName() {
        return fileName;
    }

    /** Returns the periods whose rows of the file follow one another on the sheet: the month itself, or each of its days. */
    public List<DeliveryPeriod> periods(BillingMonth month) {
        return ofMonth
                ? List.of(new DeliveryPeriod.OfMonth(month))
                : Stream.iterate(month.firstDay(), day -> day.isBefore(month.endExclusive()), day -> day.plusDays(1))
                        .map(WorkbookSheet::period)
                        .toList();
    }

    private static DeliveryPeriod period(BillingDay day) {
        return new DeliveryPeriod.OfDay(day);
    }
}
