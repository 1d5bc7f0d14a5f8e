package io.billingcenter.domain.focus;

import io.billingcenter.domain.account.SettlementMethod;
import java.time.ZoneId;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The names that an export prints, and the zone of its days.
 *
 * @param provider name of the provider, which also issues the invoices of the wallet
 * @param service name of the service
 * @param vendors names of the marketplaces that ask for what a cloud account pays
 */
public record FocusTerms(String provider, String service, Map<SettlementMethod, String> vendors, ZoneId zone) {

    /** Copies the names. */
    public FocusTerms {
        vendors = Map.copyOf(vendors);
    }

    /** Returns the name of who asks for an amount that is settled in that way. */
    public String issuer(@Nullable SettlementMethod channel) {
        return channel == null ? provider : vendors.getOrDefault(channel, channel.code());
    }
}
