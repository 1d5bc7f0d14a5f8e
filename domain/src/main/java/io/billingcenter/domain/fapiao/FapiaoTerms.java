package io.billingcenter.domain.fapiao;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * The goods or services of every fapiao, with their code and tax rate.
 *
 * @param special whether buyers with a tax id get the special VAT fapiao instead of the ordinary one
 * @param item name of the goods or services
 * @param goodsCode their tax classification code, 19 digits
 * @param rate tax rate, like 0.06
 */
public record FapiaoTerms(boolean special, String item, String goodsCode, BigDecimal rate) {

    /**
     * Returns the text of a field of the layout; null for a field that does not exist.
     *
     * @param field name of the field
     */
    public @Nullable String field(String field, FapiaoRequest request) {
        return switch (field) {
            case "request_id" -> request.id();
            case "type" -> special && !request.buyer().taxId().isEmpty() ? "增值税专用发票" : "普通发票";
            case "title" -> request.buyer().title();
            case "tax_id" -> request.buyer().taxId();
            case "address" -> request.buyer().address();
            case "phone" -> request.buyer().phone();
            case "bank" -> request.buyer().bank();
            case "bank_account" -> request.buyer().bankAccount();
            case "email" -> request.buyer().email();
            case "remark" -> request.month() + " " + request.invoiceNumber();
            case "item" -> item;
            case "goods_code" -> goodsCode;
            case "amount" -> request.amount().amount().toPlainString();
            case "rate" -> rate.toPlainString();
            default -> null;
        };
    }
}
