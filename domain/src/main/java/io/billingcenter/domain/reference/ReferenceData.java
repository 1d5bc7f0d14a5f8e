package io.billingcenter.domain.reference;

import io.billingcenter.domain.account.BillingAccount;
import io.billingcenter.domain.account.Binding;
import io.billingcenter.domain.account.ConsoleAccount;
import io.billingcenter.domain.account.PlanPeriod;
import io.billingcenter.domain.account.VendorRelease;
import io.billingcenter.domain.account.Workspace;
import io.billingcenter.domain.billing.AlertThreshold;
import io.billingcenter.domain.fapiao.FapiaoResult;
import io.billingcenter.domain.invoicing.InvoiceProfile;
import io.billingcenter.domain.pricing.ContractPrice;
import io.billingcenter.domain.pricing.PrivateTariff;
import io.billingcenter.domain.pricing.TrafficPack;
import io.billingcenter.domain.pricing.UsagePackage;
import io.billingcenter.domain.settlement.PrepaidCard;
import io.billingcenter.domain.settlement.Recharge;
import io.billingcenter.domain.settlement.Unlock;
import io.billingcenter.domain.settlement.Voucher;
import io.billingcenter.domain.usage.RetentionPolicy;
import java.util.List;

/**
 * A complete and consistent set of reference data: accounts, workspaces and agreements. It was validated when it was
 * read: ids are unique, references exist, and ranges of the same subject do not overlap.
 */
public record ReferenceData(
        List<ConsoleAccount> consoleAccounts,
        List<BillingAccount> billingAccounts,
        List<Workspace> workspaces,
        List<Binding> bindings,
        List<PlanPeriod> plans,
        List<RetentionPolicy> retentionPolicies,
        List<ContractPrice> contractPrices,
        List<Voucher> vouchers,
        List<PrepaidCard> prepaidCards,
        List<Recharge> recharges,
        List<UsagePackage> packages,
        List<TrafficPack> trafficPacks,
        List<PrivateTariff> privateTariffs,
        List<VendorRelease> vendorReleases,
        List<Unlock> unlocks,
        List<AlertThreshold> alertThresholds,
        List<InvoiceProfile> invoiceProfiles,
        List<FapiaoResult> fapiaoResults) {

    /** Copies the lists. */
    public ReferenceData {
        consoleAccounts = List.copyOf(consoleAccounts);
        billingAccounts = List.copyOf(billingAccounts);
        workspaces = List.copyOf(workspaces);
        bindings = List.copyOf(bindings);
        plans = List.copyOf(plans);
        retentionPolicies = List.copyOf(retentionPolicies);
        contractPrices = List.copyOf(contractPrices);
        vouchers = List.copyOf(vouchers);
        prepaidCards = List.copyOf(prepaidCards);
        recharges = List.copyOf(recharges);
        packages = List.copyOf(packages);
        trafficPacks = List.copyOf(trafficPacks);
        privateTariffs = List.copyOf(privateTariffs);
        vendorReleases = List.copyOf(vendorReleases);
        unlocks = List.copyOf(unlocks);
        alertThresholds = List.copyOf(alertThresholds);
        invoiceProfiles = List.copyOf(invoiceProfiles);
        fapiaoResults = List.copyOf(fapiaoResults);
    }
}
