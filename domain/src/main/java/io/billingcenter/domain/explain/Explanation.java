package io.billingcenter.domain.explain;

/** The derivation of a figure: of an invoice, of bill lines, or of a whole workspace-day. */
public sealed interface Explanation permits InvoiceExplanation, LinesExplanation, DayExplanation {}
