/**
 * Writes documents for people and for their machines: invoices and statements as PDF, and e-invoices. The entry points are
 * {@link io.billingcenter.writers.files.document.PageMaker}, which fills the templates, and {@link
 * io.billingcenter.writers.files.document.PdfRenderer}.
 */
@NullMarked
package io.billingcenter.writers.files.document;

import org.jspecify.annotations.NullMarked;
