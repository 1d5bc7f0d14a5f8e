package io.billingcenter.schema.invoicing;

import io.billingcenter.domain.invoicing.DocumentKind;
import io.billingcenter.schema.Column;
import io.billingcenter.schema.Table;
import io.billingcenter.schema.TableRow;
import java.util.Currency;

/** Table {@code document_series}: the currencies whose documents are numbered apart. */
public final class DocumentSeriesTable {

    public static final Table TABLE = Table.named("document_series");

    public static final Column<DocumentKind> DOCUMENT =
            TABLE.code("document", DocumentKind::code, DocumentKind::ofCode);
    public static final Column<Currency> CURRENCY = TABLE.currency("currency");
    /** True if the name of the series has the currency. */
    public static final Column<Boolean> APART = TABLE.flag("apart");

    private DocumentSeriesTable() {}

    /** Returns the row of a kind of documents in a currency. */
    public static TableRow row(DocumentKind document, Currency currency, boolean apart) {
        return TABLE.row().set(DOCUMENT, document).set(CURRENCY, currency).set(APART, apart);
    }
}
