package io.billingcenter.domain.pricing;

import io.billingcenter.domain.account.AccountDirectory;
import io.billingcenter.domain.account.BillingAccount;
import io.billingcenter.domain.account.Binding;
import io.billingcenter.domain.account.Plan;
import io.billingcenter.domain.account.Site;
import io.billingcenter.domain.account.Workspace;
import io.billingcenter.domain.money.ExactAmount;
import io.billingcenter.domain.usage.MeterTier;
import io.billingcenter.domain.usage.Usage;
import io.billingcenter.domain.usage.WorkspaceDay;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Turns the usage of a workspace-day into charges by the price book of the day and the contract of the account that pays
 * (billing rules 2, readings Q4, Q25, Q26). What lacks something is held, never charged zero.
 */
public final class Rater {

    private final AccountDirectory directory;
    private final PriceCatalog catalog;
    private final ContractPrices contracts;
    private final Map<String, Site> sites;
    private final UnitsRule unitsRule;

    /**
     * A rater for these facts.
     *
     * @param sites by code
     */
    public Rater(
            AccountDirectory directory,
            PriceCatalog catalog,
            ContractPrices contracts,
            Map<String, Site> sites,
            UnitsRule unitsRule) {
        this.directory = directory;
        this.catalog = catalog;
        this.contracts = contracts;
        this.sites = Map.copyOf(sites);
        this.unitsRule = unitsRule;
    }

    /**
     * Rates all usage of a workspace-day.
     *
     * @param overQuarantineLimit whether too many of its records are quarantined to charge it
     */
    public Rating rate(WorkspaceDay workspaceDay, List<Usage> usage, boolean overQuarantineLimit) {
        Plan plan = directory.plan(workspaceDay.workspace(), workspaceDay.day());
        if (!plan.charged()) {
            return new Rating.Free();
        }
        if (overQuarantineLimit) {
            return held(HoldReason.QUARANTINE_LIMIT, "more records are quarantined than the limit allows");
        }
        if (usage.isEmpty()) {
            return new Rating.Free();
        }
        if (usage.stream().anyMatch(Usage::exceedsLimit)) {
            return held(HoldReason.QUANTITY_LIMIT, "a quantity is above 10^38");
        }
        Optional<Workspace> workspace = directory.workspace(workspaceDay.workspace());
        if (workspace.isEmpty()) {
            return held(HoldReason.NO_WORKSPACE, "no row in workspaces.csv");
        }
        Optional<Binding> binding = directory.binding(workspaceDay.workspace(), workspaceDay.day());
        if (binding.isEmpty()) {
            return held(HoldReason.NO_BINDING, "no binding on " + workspaceDay.day());
        }
        return charge(workspaceDay, usage, siteOf(workspace.get()), binding.get());
    }

    /**
     * Everything besides the usage that {@link #rate} looks at, as one text: as long as it stays the same, so does the
     * rating of the same usage.
     */
    public String termsOf(WorkspaceDay workspaceDay, boolean overQuarantineLimit) {
        StringBuilder terms = new StringBuilder();
        terms.append(overQuarantineLimit ? "over|" : "");
        terms.append(
                directory.plan(workspaceDay.workspace(), workspaceDay.day()).code());
        terms.append('|').append(unitsRule);
        directory.workspace(workspaceDay.workspace()).ifPresent(workspace -> {
            Site site = siteOf(workspace);
            terms.append('|').append(site.group().code());
        });
        directory.binding(workspaceDay.workspace(), workspaceDay.day()).ifPresent(binding -> {
            BillingAccount account = directory.account(binding.account());
            terms.append('|')
                    .append(account.id())
                    .append('|')
                    .append(binding.settlement().code());
            terms.append('|').append(account.currency());
            for (ContractPrice price : contracts.inForce(account.id(), workspaceDay.day())) {
                terms.append('|')
                        .append(price.tier())
                        .append('=')
                        .append(price.price().toPlainString());
            }
        });
        catalog.inForce(workspaceDay.day())
                .ifPresent(book ->
                        terms.append('|').append(book.version()).append('|').append(book.digest()));
        return terms.toString();
    }

    private Rating charge(WorkspaceDay workspaceDay, List<Usage> usage, Site site, Binding binding) {
        BillingAccount account = directory.account(binding.account());
        Optional<PriceBook> book = catalog.inForce(workspaceDay.day());
        List<Charge> charges = new ArrayList<>();
        List<Hold> holds = new ArrayList<>();
        for (Usage used : usage) {
            MeterTier tier = used.tier();
            Optional<BigDecimal> listPrice = book.flatMap(b -> b.price(tier, site.group(), account.currency()));
            Optional<BigDecimal> price =
                    contracts.price(account.id(), tier, workspaceDay.day()).or(() -> listPrice);
            if (price.isPresent()) {
                BigDecimal exact =
                        unitsRule.units(used.quantity(), tier.meter().unit()).multiply(price.get());
                charges.add(new Charge(
                        tier,
                        used.quantity(),
                        listPrice.orElse(null),
                        price.get(),
                        book.map(PriceBook::version).orElse(null),
                        new ExactAmount(account.currency(), exact)));
            } else if (!tier.meter().shownWithoutPrice()) {
                holds.add(new Hold(HoldReason.NO_PRICE, used, missingPrice(workspaceDay, site, account, book)));
            }
        }
        return holds.isEmpty()
                ? new Rating.Charged(account.id(), binding.settlement(), List.copyOf(charges))
                : new Rating.Held(List.copyOf(holds));
    }

    private Site siteOf(Workspace workspace) {
        Site site = sites.get(workspace.site());
        if (site == null) {
            throw new IllegalArgumentException("Expected a site out of " + sites.keySet() + " for workspace "
                    + workspace.id() + ", found " + workspace.site());
        }
        return site;
    }

    private static String missingPrice(
            WorkspaceDay workspaceDay, Site site, BillingAccount account, Optional<PriceBook> book) {
        return book.map(b ->
                        "no price for " + site.group().code() + " " + account.currency() + " in book " + b.version())
                .orElse("no price book on " + workspaceDay.day());
    }

    private static Rating held(HoldReason reason, String detail) {
        return new Rating.Held(List.of(new Hold(reason, null, detail)));
    }
}
