package io.billingcenter.domain.document;

/** The treatment of value added tax on e-invoices; the amounts never contain any. */
public enum TaxTreatment {
    /** The buyer owes the tax. Seller and buyer need a VAT id. */
    REVERSE_CHARGE("AE", "VATEX-EU-AE", "Reverse charge"),
    /** The supply is outside the scope of the tax. */
    NOT_SUBJECT("O", "VATEX-EU-O", "Not subject to VAT");

    private final String category;
    private final String reasonCode;
    private final String reason;

    TaxTreatment(String category, String reasonCode, String reason) {
        this.category = category;
        this.reasonCode = reasonCode;
        this.reason = reason;
    }

    /** Returns the code of the category in UNCL 5305. */
    public String category() {
        return category;
    }

    /** Returns the code of the reason why no tax is charged. */
    public String reasonCode() {
        return reasonCode;
    }

    /** Returns the reason in words. */
    public String reason() {
        return reason;
    }
}
