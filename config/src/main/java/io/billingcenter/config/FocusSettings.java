package io.billingcenter.config;

import io.billingcenter.domain.account.SettlementMethod;
import io.billingcenter.domain.focus.CostAndUsageColumn;
import io.billingcenter.domain.focus.FocusVersion;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The export of charges by FOCUS, prefix {@code billing.focus}.
 *
 * @param versions versions to export; empty for none
 * @param columns columns of Cost and Usage to export; all if it is empty
 * @param provider name of the provider, which is also that of the issuer of the invoices
 * @param service name of the service
 * @param regions names of sites by their codes; a site without one is named by its code
 * @param vendors names of the marketplaces that ask for what a cloud account pays
 */
public record FocusSettings(
        @DefaultValue({"1.2", "1.4"}) List<String> versions,
        @DefaultValue({}) List<String> columns,
        @DefaultValue("Billing Center") String provider,
        @DefaultValue("Observability Platform") String service,
        Map<String, String> regions,
        Map<SettlementMethod, String> vendors) {

    /** Checks the versions and the columns. */
    public FocusSettings {
        versions = List.copyOf(versions);
        versions.forEach(FocusVersion::ofCode);
        columns = List.copyOf(columns);
        List<String> known = Arrays.stream(CostAndUsageColumn.values())
                .map(CostAndUsageColumn::header)
                .toList();
        for (String column : columns) {
            if (!known.contains(column)) {
                throw new IllegalArgumentException(
                        "Expected billing.focus.columns to name columns out of " + known + ", found '" + column + "'");
            }
        }
        if (provider.isBlank() || service.isBlank()) {
            throw new IllegalArgumentException(
                    "Expected billing.focus.provider and billing.focus.service to be names, found '" + provider
                            + "' and '" + service + "'");
        }
        regions = regions == null ? Map.of() : Map.copyOf(regions);
        vendors = vendors == null ? Map.of() : Map.copyOf(vendors);
    }

    /** Returns the versions to export. */
    public List<FocusVersion> focusVersions() {
        return versions.stream().map(FocusVersion::ofCode).toList();
    }
}
