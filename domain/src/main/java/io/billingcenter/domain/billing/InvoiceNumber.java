package io.billingcenter.domain.billing;

import java.util.Locale;

/**
 * The number of a final invoice, gapless within its series and year; written {@code INV-2026-000001}.
 *
 * @param sequence from 1
 */
public record InvoiceNumber(String series, int year, long sequence) {

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%s-%04d-%06d", series, year, sequence);
    }
}
