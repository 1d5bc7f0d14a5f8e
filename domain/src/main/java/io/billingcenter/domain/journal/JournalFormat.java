package io.billingcenter.domain.journal;

import java.util.Arrays;

/** The spellings of the journal. All are made of the same entries. */
public enum JournalFormat {
    /** A CSV file with a row for each line, which any program can map. */
    CSV("csv"),
    /** A text for hledger, ledger and beancount tools, which proves the balance. */
    HLEDGER("hledger"),
    /** The standard sheet of vouchers of Kingdee K/3. */
    KINGDEE_K3("kingdee-k3"),
    /** The CSV file of vouchers of Kingdee KIS. */
    KINGDEE_KIS("kingdee-kis"),
    /** The CSV file of sales invoices of Xero; it has invoices and credit notes only. */
    XERO("xero"),
    /** The batch of postings of DATEV. */
    DATEV("datev");

    private final String code;

    JournalFormat(String code) {
        this.code = code;
    }

    /** Returns the name in the settings. */
    public String code() {
        return code;
    }

    /**
     * Returns the format of that code.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static JournalFormat ofCode(String code) {
        return Arrays.stream(values())
                .filter(format -> format.code.equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Expected one of "
                        + Arrays.stream(values()).map(JournalFormat::code).toList() + ", found '" + code + "'"));
    }
}
