package io.billingcenter.writers.files.journal;

/**
 * The head of a DATEV batch.
 *
 * @param adviser number of the adviser
 * @param client number of the client
 * @param accountDigits number of digits of the accounts of the general ledger
 * @param currency currency of the books, ISO 4217
 */
public record DatevSettings(int adviser, int client, int accountDigits, String currency) {}
