package io.billingcenter.readers.files.pricing;

import io.billingcenter.domain.account.SiteGroup;
import io.billingcenter.domain.pricing.PriceBook.Position;
import io.billingcenter.domain.usage.MeterTier;
import java.util.Currency;

/** The price columns of a price book: one for each site group and currency. */
enum PriceColumn {
    CN_CNY("cn_cny", SiteGroup.CN, "CNY"),
    OS_CNY("os_cny", SiteGroup.OS, "CNY"),
    CN_USD("cn_usd", SiteGroup.CN, "USD"),
    OS_USD("os_usd", SiteGroup.OS, "USD");

    private final String header;
    private final SiteGroup group;
    private final Currency currency;

    PriceColumn(String header, SiteGroup group, String currency) {
        this.header = header;
        this.group = group;
        this.currency = Currency.getInstance(currency);
    }

    String header() {
        return header;
    }

    Position position(MeterTier tier) {
        return new Position(tier, group, currency);
    }
}
