package io.billingcenter.domain.delivery;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The layouts of the files of a month. A month keeps the layout with which it was closed. */
public enum InvoiceLayout {
    /** Amounts and ids; lines by workspace, tier and kind. */
    VERSION_1(1, DeliveredFile.INVOICES, DeliveredFile.INVOICE_LINES),
    /** Also names and dates; lines divided by unit price and, for adjustments, by billing day. */
    VERSION_2(2, DeliveredFile.INVOICES_2, DeliveredFile.INVOICE_LINES_2);

    private final int version;
    private final List<DeliveredFile> files;

    InvoiceLayout(int version, DeliveredFile... files) {
        this.version = version;
        this.files = List.of(files);
    }

    /** Returns the version of the layouts of the files. */
    public int version() {
        return version;
    }

    /** Returns the files of a month, in the order in which they are written. */
    public List<DeliveredFile> files() {
        return files;
    }

    /** Returns the layout whose invoices have a header of these columns, if there is one. */
    public static Optional<InvoiceLayout> ofHeader(List<String> columns) {
        return Stream.of(values())
                .filter(layout -> layout.files.get(0).columns().stream()
                        .map(DeliveredColumn::name)
                        .toList()
                        .equals(columns))
                .findFirst();
    }

    /** Returns the layout of that version, if there is one. */
    public static Optional<InvoiceLayout> ofVersion(int version) {
        return Stream.of(values()).filter(layout -> layout.version == version).findFirst();
    }
}
