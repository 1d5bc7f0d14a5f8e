package io.billingcenter.domain.explain;

/** How a figure came about: of an invoice, of bill lines, or all of a workspace-day. */
public sealed interface Explanation permits InvoiceExplanation, LinesExplanation, DayExplanation {}
