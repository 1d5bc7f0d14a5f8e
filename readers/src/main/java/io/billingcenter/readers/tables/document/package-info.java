/** Reads documents: {@link io.billingcenter.readers.tables.document.InvoiceDocuments} and {@link io.billingcenter.readers.tables.document.StatementDocuments}. */
@NullMarked
package io.billingcenter.readers.tables.document;

import org.jspecify.annotations.NullMarked;
