/** Documents of months: {@link io.billingcenter.jobs.document.PdfMaker} and {@link io.billingcenter.jobs.document.ElectronicInvoiceMaker}. */
@NullMarked
package io.billingcenter.jobs.document;

import org.jspecify.annotations.NullMarked;
