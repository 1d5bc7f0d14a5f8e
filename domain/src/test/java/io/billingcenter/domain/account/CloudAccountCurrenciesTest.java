package io.billingcenter.domain.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.domain.time.DayRange;
import java.util.Currency;
import java.util.List;
import org.junit.jupiter.api.Test;

/** One currency per cloud account (billing rules 5.2, reading Q32). */
class CloudAccountCurrenciesTest {

    private static final DayRange OPEN = new DayRange(BillingDay.parse("2026-01-01"), null);

    private static Binding binding(
            String workspace, String account, SettlementMethod settlement, String vendorAccount) {
        return new Binding(new WorkspaceId(workspace), new BillingAccountId(account), settlement, vendorAccount, OPEN);
    }

    @Test
    void refuseTheCurrencyThatComesSecond() {
        Binding first = binding("ws-1", "CNY-1", SettlementMethod.ALIYUN, "1");
        Binding second = binding("ws-2", "USD-1", SettlementMethod.ALIYUN, "1");
        List<Binding> bindings = List.of(
                first,
                binding("ws-3", "CNY-2", SettlementMethod.ALIYUN, "1"),
                binding("ws-4", "USD-1", SettlementMethod.ALIYUN, "2"),
                binding("ws-5", "USD-1", SettlementMethod.AWS, "1"),
                binding("ws-6", "USD-1", SettlementMethod.WALLET, null),
                binding("ws-7", "CNY-1", SettlementMethod.WALLET, null),
                second);
        assertThat(CloudAccountCurrencies.mixed(
                        bindings,
                        account -> Currency.getInstance(account.value().substring(0, 3))))
                .containsExactly(new BindingChange(first, second));
    }
}
