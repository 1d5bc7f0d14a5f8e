package io.billingcenter.domain.account;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The rule that a cloud account settles one currency (billing rules 5.2, reading Q32). */
public final class CloudAccountCurrencies {

    private CloudAccountCurrencies() {}

    /**
     * The bindings to a cloud account whose billing account has another currency than that of the first binding to it,
     * each with that one.
     *
     * @param bindings of all workspaces; the first of a cloud account decides
     */
    public static List<BindingChange> mixed(
            Collection<Binding> bindings, Function<BillingAccountId, Currency> currencyOf) {
        Map<CloudAccount, Binding> firsts = new HashMap<>();
        List<BindingChange> mixed = new ArrayList<>();
        for (Binding binding : bindings) {
            binding.cloudAccount()
                    .map(account -> firsts.computeIfAbsent(account, unused -> binding))
                    .filter(first -> !currencyOf.apply(first.account()).equals(currencyOf.apply(binding.account())))
                    .ifPresent(first -> mixed.add(new BindingChange(first, binding)));
        }
        return List.copyOf(mixed);
    }
}
