package io.billingcenter.config;

import io.billingcenter.domain.fapiao.FapiaoTerms;
import java.math.BigDecimal;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The settings of fapiao requests, prefix {@code billing.fapiao}.
 *
 * @param goodsCode tax classification code of 19 digits; empty for no requests
 * @param item name of the goods or services
 * @param rate tax rate, like 0.06
 * @param special whether buyers with a tax id get the special VAT fapiao
 * @param layout file of the layout of the workbook
 */
public record FapiaoSettings(
        @DefaultValue("") String goodsCode,
        @DefaultValue("软件服务费") String item,
        @DefaultValue("0.06") BigDecimal rate,
        @DefaultValue("false") boolean special,
        @DefaultValue(DEFAULT_LAYOUT) String layout) {

    /** The layout that the program has if there is no file. */
    public static final String DEFAULT_LAYOUT = "config/templates/fapiao-2026.csv";

    /** Checks the code and the rate. */
    public FapiaoSettings {
        if (!goodsCode.matches("([0-9]{19})?")) {
            throw new IllegalArgumentException(
                    "Expected billing.fapiao.goods-code to have 19 digits or to be empty, found '" + goodsCode + "'");
        }
        if (rate.signum() < 0 || rate.compareTo(BigDecimal.ONE) >= 0) {
            throw new IllegalArgumentException(
                    "Expected billing.fapiao.rate to be at least 0 and below 1, like 0.06, found " + rate);
        }
    }

    /** Returns whether fapiao are requested. */
    public boolean isOn() {
        return !goodsCode.isEmpty();
    }

    /** Returns what every fapiao states of the goods. */
    public FapiaoTerms terms() {
        return new FapiaoTerms(special, item, goodsCode, rate);
    }
}
