package io.billingcenter.domain.pricing;

import io.billingcenter.domain.account.BillingAccount;
import io.billingcenter.domain.account.Binding;
import io.billingcenter.domain.account.Plan;
import io.billingcenter.domain.account.Site;
import io.billingcenter.domain.account.Workspace;
import io.billingcenter.domain.money.ExactAmount;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.domain.usage.Meter;
import io.billingcenter.domain.usage.MeterTier;
import io.billingcenter.domain.usage.Usage;
import io.billingcenter.domain.usage.WorkspaceDay;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Rates the usage of a workspace-day at the prices of the day's price book and those agreed with the paying account
 * (billing rules 2, 6.3, 8, readings Q4, Q25, Q26). Usage that lacks a required fact is held and never charged at zero.
 */
public final class Rater {

    private final RatingFacts facts;

    /** Creates a rater for the given facts. */
    public Rater(RatingFacts facts) {
        this.facts = facts;
    }

    /** Rates the usage of a workspace-day that no package serves. */
    public Rating rate(WorkspaceDay workspaceDay, List<Usage> usage, boolean overQuarantineLimit) {
        return rate(workspaceDay, usage, overQuarantineLimit, QuotaDrawdown.NONE);
    }

    /**
     * Rates the usage of a workspace-day.
     *
     * @param overQuarantineLimit whether too many of its records are quarantined for it to be charged
     * @param drawdown quota drawn down from packages
     */
    public Rating rate(
            WorkspaceDay workspaceDay, List<Usage> usage, boolean overQuarantineLimit, QuotaDrawdown drawdown) {
        // The order of the checks is the precedence of the hold reasons; the first one that applies is reported.
        Plan plan = planOf(workspaceDay);
        Optional<PrivateTariff> tariff = privateTariff(workspaceDay);
        if (!plan.charged() && tariff.isEmpty()) {
            return new Rating.Free();
        }
        if (overQuarantineLimit) {
            return held(HoldReason.QUARANTINE_LIMIT, "more records are quarantined than the limit allows");
        }
        List<Usage> billable = BillableUsage.of(plan, usage);
        if (billable.isEmpty()) {
            return new Rating.Free();
        }
        if (billable.stream().anyMatch(Usage::exceedsLimit)) {
            return held(HoldReason.QUANTITY_LIMIT, "a quantity is above 10^38");
        }
        Optional<Workspace> workspace = facts.directory().workspace(workspaceDay.workspace());
        if (workspace.isEmpty()) {
            return held(HoldReason.NO_WORKSPACE, "no row in workspaces.csv");
        }
        Optional<Binding> binding = bindingOf(workspaceDay);
        if (binding.isEmpty()) {
            return held(HoldReason.NO_BINDING, "no binding on " + workspaceDay.day());
        }
        if (isLocked(binding.get(), workspaceDay.day())) {
            return held(HoldReason.LOCKED, lockedText(binding.get()));
        }
        if (tariff.isPresent()) {
            return byTariff(tariff.get(), billable, binding.get());
        }
        return byBook(workspaceDay, drawdown.rest(billable), siteOf(workspace.get()), binding.get());
    }

    /** Returns {@link #termsOf(WorkspaceDay, boolean, QuotaDrawdown)} of a workspace-day that no package serves. */
    public String termsOf(WorkspaceDay workspaceDay, boolean overQuarantineLimit) {
        return termsOf(workspaceDay, overQuarantineLimit, QuotaDrawdown.NONE);
    }

    /**
     * Returns all facts besides the usage that {@link #rate} depends on, as one text; as long as it stays the same, the
     * same usage has the same rating.
     */
    public String termsOf(WorkspaceDay workspaceDay, boolean overQuarantineLimit, QuotaDrawdown drawdown) {
        StringBuilder terms = new StringBuilder();
        terms.append(overQuarantineLimit ? "over|" : "");
        terms.append(planOf(workspaceDay).code());
        terms.append('|').append(facts.units());
        facts.directory().workspace(workspaceDay.workspace()).ifPresent(workspace -> {
            Site site = siteOf(workspace);
            terms.append('|').append(site.group().code());
        });
        bindingOf(workspaceDay).ifPresent(binding -> {
            BillingAccount account = facts.directory().account(binding.account());
            terms.append('|')
                    .append(account.id())
                    .append('|')
                    .append(binding.settlement().code());
            terms.append('|').append(account.currency());
            terms.append(isLocked(binding, workspaceDay.day()) ? "|locked" : "");
            for (ContractPrice price : facts.contracts().inForce(account.id(), workspaceDay.day())) {
                terms.append('|')
                        .append(price.tier())
                        .append('=')
                        .append(price.price().toPlainString());
            }
        });
        facts.priceBooks()
                .inForce(workspaceDay.day())
                .ifPresent(book ->
                        terms.append('|').append(book.version()).append('|').append(book.digest()));
        privateTariff(workspaceDay)
                .ifPresent(
                        tariff -> terms.append("|tariff=").append(tariff.price().toPlainString()));
        terms.append(drawdown.terms());
        return terms.toString();
    }

    /** Returns whether the book in force has a list price of collectors for the workspace and its paying account. */
    boolean listsDatakits(WorkspaceDay workspaceDay) {
        Optional<Site> site =
                facts.directory().workspace(workspaceDay.workspace()).map(this::siteOf);
        Optional<Binding> binding = bindingOf(workspaceDay);
        if (site.isEmpty() || binding.isEmpty()) {
            return false;
        }
        BillingAccount account = facts.directory().account(binding.get().account());
        return facts.priceBooks()
                .inForce(workspaceDay.day())
                .flatMap(book ->
                        book.price(MeterTier.flat(Meter.DATAKIT), site.get().group(), account.currency()))
                .isPresent();
    }

    /** The price of one unit for one line, with its origin. */
    private record UnitPrice(
            @Nullable BigDecimal list,
            BigDecimal applied,
            @Nullable BillingDay version) {}

    private Rating byBook(WorkspaceDay workspaceDay, List<Usage> usage, Site site, Binding binding) {
        BillingAccount account = facts.directory().account(binding.account());
        Optional<PriceBook> book = facts.priceBooks().inForce(workspaceDay.day());
        List<Charge> charges = new ArrayList<>();
        List<Hold> holds = new ArrayList<>();
        for (Usage used : usage) {
            MeterTier tier = used.tier();
            Optional<BigDecimal> listPrice = book.flatMap(b -> b.price(tier, site.group(), account.currency()));
            Optional<BigDecimal> price = facts.contracts()
                    .price(account.id(), tier, workspaceDay.day())
                    .or(() -> listPrice);
            if (price.isPresent()) {
                // The version is recorded even for a contract price, because the list price beside it comes from that
                // book.
                BillingDay version = book.map(PriceBook::version).orElse(null);
                charges.add(charge(used, new UnitPrice(listPrice.orElse(null), price.get(), version), account));
            } else if (!tier.meter().shownWithoutPrice()) {
                holds.add(new Hold(HoldReason.NO_PRICE, used, missingPrice(workspaceDay, site, account, book)));
            }
        }
        // A single missing price holds all lines, so that a workspace-day is never charged partially.
        return holds.isEmpty()
                ? new Rating.Charged(account.id(), binding.settlement(), List.copyOf(charges))
                : new Rating.Held(List.copyOf(holds));
    }

    /** Private deployments are charged by their collectors alone, independently of price books (billing rules 8). */
    private Rating byTariff(PrivateTariff tariff, List<Usage> collectors, Binding binding) {
        BillingAccount account = facts.directory().account(binding.account());
        UnitPrice price = new UnitPrice(null, tariff.price(), null);
        return new Rating.Charged(
                account.id(),
                binding.settlement(),
                collectors.stream().map(used -> charge(used, price, account)).toList());
    }

    private Charge charge(Usage used, UnitPrice price, BillingAccount account) {
        BigDecimal units =
                facts.units().units(used.quantity(), used.tier().meter().unit());
        return new Charge(
                used.tier(),
                used.quantity(),
                price.list(),
                price.applied(),
                price.version(),
                new ExactAmount(account.currency(), units.multiply(price.applied())));
    }

    private Plan planOf(WorkspaceDay workspaceDay) {
        return facts.directory().plan(workspaceDay.workspace(), workspaceDay.day());
    }

    private Optional<Binding> bindingOf(WorkspaceDay workspaceDay) {
        return facts.directory().binding(workspaceDay.workspace(), workspaceDay.day());
    }

    private Optional<PrivateTariff> privateTariff(WorkspaceDay workspaceDay) {
        return planOf(workspaceDay) == Plan.PRIVATE
                ? facts.tariffs().byActiveCollectors(workspaceDay.workspace(), workspaceDay.day())
                : Optional.empty();
    }

    private Site siteOf(Workspace workspace) {
        Site site = facts.sites().get(workspace.site());
        if (site == null) {
            throw new IllegalArgumentException("Expected a site out of "
                    + facts.sites().keySet() + " for workspace " + workspace.id() + ", found " + workspace.site());
        }
        return site;
    }

    private boolean isLocked(Binding binding, BillingDay day) {
        return facts.locks().hold(binding, day);
    }

    private static String lockedText(Binding binding) {
        return binding.vendorAccount() == null
                ? "account " + binding.account() + " is locked: in arrears"
                : "account " + binding.account() + " is locked: in arrears, or "
                        + binding.settlement().code() + " account " + binding.vendorAccount() + " has ended";
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
