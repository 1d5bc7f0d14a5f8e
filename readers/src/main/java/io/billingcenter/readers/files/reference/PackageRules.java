package io.billingcenter.readers.files.reference;

import io.billingcenter.domain.account.BillingAccount;
import io.billingcenter.domain.account.BillingAccountId;
import io.billingcenter.domain.pricing.UsagePackage;
import io.billingcenter.domain.reference.ReferenceData;
import io.billingcenter.readers.files.csv.Located;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Refuses packages for accounts that are not billed in CNY, since package prices are in CNY only (billing rules 2.6).
 */
final class PackageRules {

    private PackageRules() {}

    static void check(List<Located<UsagePackage>> packages, ReferenceData data) {
        Set<BillingAccountId> buyers = data.billingAccounts().stream()
                .filter(account -> account.currency().getCurrencyCode().equals(UsagePackage.CURRENCY))
                .map(BillingAccount::id)
                .collect(Collectors.toSet());
        packages.stream()
                .filter(bought -> !buyers.contains(bought.fact().account()))
                .forEach(bought -> bought.row()
                        .refuse(
                                PackagesFile.ACCOUNT_ID,
                                "an account in " + UsagePackage.CURRENCY
                                        + ", because packages are sold in that currency only (billing rules 2.6)"));
    }
}
