package io.billingcenter.config;

import io.billingcenter.domain.journal.JournalFormat;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The settings of the files for accountants, prefix {@code billing.accounting}.
 *
 * @param workbook whether a closed month gets a workbook for spreadsheet programs
 * @param formats formats in which the journal of a closed month is written; empty for none
 * @param chart file of the chart of accounts
 */
public record AccountingSettings(
        @DefaultValue("true") boolean workbook,
        @DefaultValue({"csv", "hledger"}) List<JournalFormat> formats,
        @DefaultValue(DEFAULT_CHART) String chart,
        @DefaultValue Datev datev) {

    /** The chart of accounts that the program has if there is no file. */
    public static final String DEFAULT_CHART = "config/chart_of_accounts.csv";

    /** Checks that DATEV has what its head needs. */
    public AccountingSettings {
        formats = List.copyOf(formats);
        if (formats.contains(JournalFormat.DATEV) && (datev.adviser() < 1 || datev.client() < 1)) {
            throw new IllegalArgumentException("Expected billing.accounting.datev.adviser and .client to be the numbers"
                    + " that DATEV knows, since billing.accounting.formats has datev, found " + datev.adviser()
                    + " and "
                    + datev.client());
        }
    }

    /** Returns the formats, each once. */
    public Set<JournalFormat> formatSet() {
        Set<JournalFormat> set = EnumSet.noneOf(JournalFormat.class);
        set.addAll(formats);
        return set;
    }

    /**
     * The head of a DATEV batch.
     *
     * @param adviser number of the adviser
     * @param client number of the client
     * @param accountDigits number of digits of the accounts of the general ledger, 4 to 8
     * @param currency currency of the books
     */
    public record Datev(
            @DefaultValue("0") int adviser,
            @DefaultValue("0") int client,
            @DefaultValue("4") int accountDigits,
            @DefaultValue("EUR") String currency) {

        private static final int FEWEST_DIGITS = 4;
        private static final int MOST_DIGITS = 8;

        /** Checks the number of digits. */
        public Datev {
            if (accountDigits < FEWEST_DIGITS || accountDigits > MOST_DIGITS) {
                throw new IllegalArgumentException(
                        "Expected billing.accounting.datev.account-digits to be 4 to 8, found " + accountDigits);
            }
        }
    }
}
