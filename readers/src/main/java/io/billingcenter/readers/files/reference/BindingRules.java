package io.billingcenter.readers.files.reference;

import io.billingcenter.domain.account.BillingAccount;
import io.billingcenter.domain.account.BillingAccountId;
import io.billingcenter.domain.account.Binding;
import io.billingcenter.domain.account.BindingChange;
import io.billingcenter.domain.account.BindingHistory;
import io.billingcenter.domain.account.Channel;
import io.billingcenter.domain.account.CloudAccountCurrencies;
import io.billingcenter.domain.account.SettlementMethod;
import io.billingcenter.domain.account.VendorReleases;
import io.billingcenter.domain.account.Workspace;
import io.billingcenter.domain.account.WorkspaceId;
import io.billingcenter.domain.reference.ReferenceData;
import io.billingcenter.readers.files.csv.CsvRow;
import io.billingcenter.readers.files.csv.Located;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Refuses bindings that are valid rows but together violate a rule, or conflict with workspaces, accounts and releases
 * (billing rules 5.2 to 5.4). All rows passed in must be valid.
 */
final class BindingRules {

    private final Map<Binding, CsvRow> rows;
    private final Map<WorkspaceId, Channel> channels;
    private final Map<BillingAccountId, BillingAccount> accounts;
    private final VendorReleases releases;

    private BindingRules(List<Located<Binding>> bindings, ReferenceData data) {
        this.rows = bindings.stream().collect(Collectors.toMap(Located::fact, Located::row));
        this.channels = data.workspaces().stream().collect(Collectors.toMap(Workspace::id, Workspace::channel));
        this.accounts =
                data.billingAccounts().stream().collect(Collectors.toMap(BillingAccount::id, Function.identity()));
        this.releases = new VendorReleases(data.vendorReleases());
    }

    static void check(List<Located<Binding>> bindings, ReferenceData data) {
        BindingRules rules = new BindingRules(bindings, data);
        data.bindings().stream()
                .collect(Collectors.groupingBy(Binding::workspace, LinkedHashMap::new, Collectors.toList()))
                .forEach((workspace, own) -> rules.check(workspace, new BindingHistory(own)));
        CloudAccountCurrencies.mixed(
                        data.bindings(), account -> rules.account(account).currency())
                .forEach(rules::refuseOtherCurrency);
    }

    private void check(WorkspaceId workspace, BindingHistory history) {
        Channel channel = channels.getOrDefault(workspace, Channel.WEBSITE);
        history.outsideChannel(channel, releases).forEach(binding -> refuseOutsideChannel(binding, channel));
        history.secondChangesOfAMonth().forEach(this::refuseSecondChange);
        history.swapsWithoutRelease(releases).forEach(this::refuseSwap);
        history.movesAcrossCertification(account -> account(account).certified())
                .forEach(this::refuseMove);
    }

    private void refuseOutsideChannel(Binding binding, Channel channel) {
        String vendor = channel.vendor().map(SettlementMethod::code).orElse(channel.code());
        refuse(
                binding,
                BindingsFile.SETTLEMENT,
                vendor + ", because the workspace was activated at that vendor's marketplace (billing rules 5.3),"
                        + " or wallet from the day on which a cloud account that it was bound to is released"
                        + " (billing rules 5.6)");
    }

    private void refuseSecondChange(BindingChange change) {
        refuse(
                change.later(),
                BindingsFile.FROM,
                "a day in another month than " + change.earlier().days().from() + " of line " + line(change)
                        + ", because the settlement changes at most once in a calendar month (billing rules 5.4)");
    }

    private void refuseSwap(BindingChange change) {
        refuse(
                change.later(),
                BindingsFile.VENDOR_ACCOUNT,
                change.earlier().cloudAccount().orElseThrow() + " as in line " + line(change)
                        + ", because a cloud account is not swapped unless it is released by "
                        + change.later().days().from() + " in " + VendorReleasesFile.FORMAT.file()
                        + " (billing rules 5.4)");
    }

    private void refuseMove(BindingChange change) {
        BillingAccount earlier = account(change.earlier().account());
        refuse(
                change.later(),
                BindingsFile.ACCOUNT_ID,
                "an account with certified " + earlier.certified() + " like " + earlier.id() + " of line "
                        + line(change) + ", because a binding moves between accounts of the same certification"
                        + " (billing rules 5.4)");
    }

    private void refuseOtherCurrency(BindingChange mixed) {
        BillingAccount first = account(mixed.earlier().account());
        refuse(
                mixed.later(),
                BindingsFile.ACCOUNT_ID,
                "an account in " + first.currency().getCurrencyCode() + " like " + first.id() + " of line "
                        + line(mixed) + ", because a cloud account settles one currency (billing rules 5.2,"
                        + " reading Q32)");
    }

    private void refuse(Binding binding, String column, String expected) {
        row(binding).refuse(column, expected);
    }

    private int line(BindingChange change) {
        return row(change.earlier()).line();
    }

    private CsvRow row(Binding binding) {
        return known(rows, binding);
    }

    private BillingAccount account(BillingAccountId account) {
        return known(accounts, account);
    }

    private static <K, V> V known(Map<K, V> map, K key) {
        V value = map.get(key);
        if (value == null) {
            throw new IllegalStateException(
                    "Expected good rows for everything that is referred to, found none for " + key);
        }
        return value;
    }
}
