package io.billingcenter.domain.pricing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.billingcenter.domain.account.AccountDirectory;
import io.billingcenter.domain.account.BillingAccount;
import io.billingcenter.domain.account.BillingAccountId;
import io.billingcenter.domain.account.Binding;
import io.billingcenter.domain.account.Channel;
import io.billingcenter.domain.account.SettlementMethod;
import io.billingcenter.domain.account.Site;
import io.billingcenter.domain.account.SiteGroup;
import io.billingcenter.domain.account.StorageType;
import io.billingcenter.domain.account.Workspace;
import io.billingcenter.domain.account.WorkspaceId;
import io.billingcenter.domain.pricing.PriceBook.Position;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.domain.time.DayRange;
import io.billingcenter.domain.usage.Meter;
import io.billingcenter.domain.usage.MeterTier;
import io.billingcenter.domain.usage.WorkspaceDay;
import java.math.BigDecimal;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Two books, an overseas workspace paid in yuan from 2026-01-01 on, and a contract for October 2026. */
class PricesInForceTest {

    private static final Currency CNY = Currency.getInstance("CNY");
    private static final MeterTier LOG_14 = new MeterTier(Meter.LOG, 14);
    private static final MeterTier SMS = MeterTier.flat(Meter.SMS);
    private static final WorkspaceId WORKSPACE = new WorkspaceId("ws-1");
    private static final BillingAccountId ACCOUNT = new BillingAccountId("acct");

    private static final PriceBooks CATALOG = new PriceBooks(List.of(
            new PriceBook(
                    BillingDay.parse("2026-06-01"),
                    Map.of(
                            new Position(LOG_14, SiteGroup.OS, CNY), new BigDecimal("3"),
                            new Position(LOG_14, SiteGroup.CN, CNY), new BigDecimal("1.5")),
                    "a"),
            new PriceBook(
                    BillingDay.parse("2026-10-15"),
                    Map.of(new Position(LOG_14, SiteGroup.OS, CNY), new BigDecimal("2.5")),
                    "b")));

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            2026-05-31 | -          | ''
            2026-06-01 | 2026-06-01 | log/14d 3 null
            2026-10-01 | 2026-06-01 | log/14d 3 2, sms null 0
            2026-10-15 | 2026-10-15 | log/14d 2.5 2, sms null 0
            2026-11-01 | 2026-10-15 | log/14d 2.5 null
            """)
    void arePricesOfTheBookAndOfTheContractOfTheDay(String day, String version, String prices) {
        PricesInForce found = on(WORKSPACE, day);
        assertThat(found.book() == null ? null : found.book().version().toString())
                .isEqualTo(version);
        assertThat(found.prices().stream()
                        .map(price -> price.tier() + " " + price.listPrice() + " " + price.contractPrice())
                        .collect(Collectors.joining(", ")))
                .isEqualTo(prices);
    }

    @Test
    void nobodyKnowsTheWorkspaceOrPaysForIt() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> on(new WorkspaceId("ws-2"), "2026-10-15"))
                .withMessage("Expected a workspace that was imported, found ws-2; correct the id, or add it to"
                        + " workspaces.csv and import");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> on(WORKSPACE, "2025-12-31"))
                .withMessageStartingWith("Expected an account that pays for workspace ws-1 on 2025-12-31, found none");
    }

    private static PricesInForce on(WorkspaceId workspace, String day) {
        DayRange october = new DayRange(BillingDay.parse("2026-10-01"), BillingDay.parse("2026-11-01"));
        BillingDay january = BillingDay.parse("2026-01-01");
        AccountDirectory directory = new AccountDirectory(
                List.of(new Workspace(
                        WORKSPACE, "One", "us1", "o@example.com", StorageType.ES, Channel.WEBSITE, january)),
                List.of(new BillingAccount(ACCOUNT, "acct", "Account", CNY, true)),
                List.of(new Binding(WORKSPACE, ACCOUNT, SettlementMethod.WALLET, null, new DayRange(january, null))),
                List.of());
        ContractPrices contracts = new ContractPrices(List.of(
                new ContractPrice(ACCOUNT, LOG_14, new BigDecimal("2"), october),
                new ContractPrice(ACCOUNT, SMS, BigDecimal.ZERO, october)));
        return PricesInForce.of(
                new WorkspaceDay(workspace, BillingDay.parse(day)),
                directory,
                CATALOG,
                contracts,
                Map.of("us1", new Site("us1", SiteGroup.OS, ZoneOffset.UTC)));
    }
}
