package io.billingcenter.domain.invoicing;

import io.billingcenter.domain.account.BillingAccountId;
import io.billingcenter.domain.account.WorkspaceId;
import io.billingcenter.domain.time.BillingDay;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The names that are printed on invoices, as they are at present, and the terms of payment.
 *
 * @param accountNames names of the billing accounts
 * @param workspaceNames names of the workspaces
 * @param profiles invoice profiles of each account that has any
 * @param sellers sellers by currency
 * @param termsDays days from the date of an invoice until it is due
 */
public record InvoiceParties(
        Map<BillingAccountId, String> accountNames,
        Map<WorkspaceId, String> workspaceNames,
        Map<BillingAccountId, List<InvoiceProfile>> profiles,
        Map<Currency, Seller> sellers,
        int termsDays) {

    /** Copies the maps. */
    public InvoiceParties {
        accountNames = Map.copyOf(accountNames);
        workspaceNames = Map.copyOf(workspaceNames);
        profiles = Map.copyOf(profiles);
        sellers = Map.copyOf(sellers);
    }

    /** Returns the invoice profiles of each account. */
    public static Map<BillingAccountId, List<InvoiceProfile>> byAccount(List<InvoiceProfile> profiles) {
        return profiles.stream().collect(Collectors.groupingBy(InvoiceProfile::account));
    }

    /**
     * Returns the header of an invoice.
     *
     * @param invoiceDate date of the invoice; null for a draft
     */
    public InvoiceHeader header(Invoice invoice, @Nullable BillingDay invoiceDate) {
        return new InvoiceHeader(
                accountNames.getOrDefault(invoice.account(), ""),
                invoiceDate,
                invoiceDate == null ? null : invoiceDate.plusDays(termsDays),
                sellers.getOrDefault(invoice.currency(), Seller.NONE),
                buyer(invoice.account(), invoice.month().endExclusive().minusDays(1)));
    }

    /** Returns the name of a workspace; empty for none. */
    public String workspaceName(@Nullable WorkspaceId workspace) {
        return workspace == null ? "" : workspaceNames.getOrDefault(workspace, "");
    }

    /** Returns the buyer by the profile that is in force on the day. */
    private Buyer buyer(BillingAccountId account, BillingDay day) {
        return profiles.getOrDefault(account, List.of()).stream()
                .filter(profile -> profile.days().contains(day))
                .findFirst()
                .map(InvoiceProfile::buyer)
                .orElse(Buyer.NONE);
    }
}
