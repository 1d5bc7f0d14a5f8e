package io.billingcenter.domain.account;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The rule that a cloud account settles bills of one currency only (billing rules 5.2, reading Q32). */
public final class CloudAccountCurrencies {

    private CloudAccountCurrencies() {}

    /**
     * Returns the bindings whose billing account has another currency than the first binding to the same cloud account,
     * each paired with that first binding.
     *
     * @param bindings bindings of all workspaces, in an order that makes the first one of a cloud account decisive
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
