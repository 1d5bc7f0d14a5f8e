package io.billingcenter.schema.invoicing;

import io.billingcenter.domain.invoicing.DocumentKind;
import io.billingcenter.schema.Column;
import io.billingcenter.schema.Table;
import io.billingcenter.schema.TableRow;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/**
 * The kind of a document and the invoice that it refers to. They are columns of table {@code invoice}, but take part in
 * digests like a table of their own, in which plain invoices have no row: the digests of invoices that older programs have
 * issued stay as they are.
 */
public final class DocumentReference {

    public static final Table DIGESTED = Table.named("document_reference");

    public static final Column<DocumentKind> DOCUMENT =
            DIGESTED.code("document", DocumentKind::code, DocumentKind::ofCode);
    public static final Column<String> REFERS_TO = DIGESTED.text("refers_to");

    static {
        DIGESTED.digests(DOCUMENT, REFERS_TO);
    }

    private DocumentReference() {}

    /** Returns the row of a row of table {@code invoice}, if it has one. */
    public static Optional<TableRow> of(ResultSet invoice) throws SQLException {
        DocumentKind document = InvoiceTable.DOCUMENT.get(invoice);
        String refersTo = InvoiceTable.REFERS_TO.getOrNull(invoice);
        return document == DocumentKind.INVOICE && refersTo == null
                ? Optional.empty()
                : Optional.of(row(document, refersTo == null ? "" : refersTo));
    }

    /** Returns the row of a document that refers to the invoice with that number. */
    public static TableRow row(DocumentKind document, String refersTo) {
        return DIGESTED.row().set(DOCUMENT, document).set(REFERS_TO, refersTo);
    }
}
