package io.billingcenter.domain.pricing;

import io.billingcenter.domain.account.AccountDirectory;
import io.billingcenter.domain.account.BillingAccount;
import io.billingcenter.domain.account.Binding;
import io.billingcenter.domain.account.Site;
import io.billingcenter.domain.account.Workspace;
import io.billingcenter.domain.usage.Meter;
import io.billingcenter.domain.usage.MeterTier;
import io.billingcenter.domain.usage.WorkspaceDay;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The prices for a workspace on a billing day: those of the book in force for its site and the currency of the paying
 * account, beside those agreed with this account (billing rules 2, reading Q26).
 *
 * @param site site of the workspace
 * @param book book in force; null before the first one
 * @param prices prices by meter and tier; tiers without a price are absent
 */
public record PricesInForce(
        WorkspaceDay workspaceDay,
        Site site,
        Binding binding,
        BillingAccount account,
        @Nullable PriceBook book,
        List<PriceInForce> prices) {

    /**
     * Looks up the prices.
     *
     * @param sites sites by code
     * @throws IllegalArgumentException if the workspace is unknown or nobody pays for it on that day
     */
    public static PricesInForce of(
            WorkspaceDay workspaceDay,
            AccountDirectory directory,
            PriceBooks priceBooks,
            ContractPrices contracts,
            Map<String, Site> sites) {
        Workspace workspace = directory
                .workspace(workspaceDay.workspace())
                .orElseThrow(() -> new IllegalArgumentException("Expected a workspace that was imported, found "
                        + workspaceDay.workspace() + "; correct the id, or add it to workspaces.csv and import"));
        Site site = sites.get(workspace.site());
        if (site == null) {
            throw new IllegalArgumentException("Expected a site out of " + sites.keySet() + " for workspace "
                    + workspace.id() + ", found " + workspace.site() + "; add it to billing.sites");
        }
        Binding binding = directory
                .binding(workspace.id(), workspaceDay.day())
                .orElseThrow(() -> new IllegalArgumentException("Expected an account that pays for workspace "
                        + workspace.id() + " on " + workspaceDay.day()
                        + ", found none: its usage of that day is held; add a binding to bindings.csv and import"));
        BillingAccount account = directory.account(binding.account());
        Optional<PriceBook> book = priceBooks.inForce(workspaceDay.day());
        List<PriceInForce> prices = new ArrayList<>();
        tiers().forEach(tier -> {
            BigDecimal list = book.flatMap(b -> b.price(tier, site.group(), account.currency()))
                    .orElse(null);
            BigDecimal contract =
                    contracts.price(account.id(), tier, workspaceDay.day()).orElse(null);
            if (list != null || contract != null) {
                prices.add(new PriceInForce(tier, list, contract));
            }
        });
        return new PricesInForce(workspaceDay, site, binding, account, book.orElse(null), List.copyOf(prices));
    }

    private static Stream<MeterTier> tiers() {
        return Stream.of(Meter.values())
                .flatMap(meter -> meter.tiers().stream().map(days -> new MeterTier(meter, days)))
                .sorted();
    }
}
