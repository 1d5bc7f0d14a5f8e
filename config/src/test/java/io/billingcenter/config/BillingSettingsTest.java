package io.billingcenter.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.billingcenter.domain.account.ReleaseRule;
import io.billingcenter.domain.account.SettlementMethod;
import io.billingcenter.domain.account.SiteGroup;
import io.billingcenter.domain.delivery.AccountFiles;
import io.billingcenter.domain.delivery.InvoiceLayout;
import io.billingcenter.domain.invoicing.Seller;
import io.billingcenter.domain.pricing.UnitsRule;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.domain.usage.OversizeRule;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Currency;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.io.ClassPathResource;

/** Binds the shipped {@code application.yml}, so that a renamed or misspelled setting is noticed. */
class BillingSettingsTest {

    @Test
    void shippedFileGivesTheDocumentedDefaults() throws Exception {
        BillingSettings settings = bind(Map.of());
        assertThat(settings.zone()).isEqualTo(ZoneId.of("Asia/Shanghai"));
        assertThat(settings.metering()).isEqualTo(new BillingSettings.Metering(62, 0, 500, 64, 0, -1, 0));
        assertThat(settings.rules())
                .isEqualTo(new BillingSettings.Rules(
                        OversizeRule.FLOOR_1024,
                        UnitsRule.EXACT,
                        "",
                        new BillingSettings.Locks(14, true),
                        Map.of(
                                SettlementMethod.ALIYUN,
                                ReleaseRule.SWITCH,
                                SettlementMethod.ALIYUN_INTL,
                                ReleaseRule.SWITCH,
                                SettlementMethod.AWS,
                                ReleaseRule.LOCK,
                                SettlementMethod.HUAWEI,
                                ReleaseRule.LOCK,
                                SettlementMethod.AZURE,
                                ReleaseRule.LOCK)));
        assertThat(settings.invoicing()).isEqualTo(new BillingSettings.Invoicing(500, "INV", 30, "CN"));
        assertThat(settings.sellers()).isEmpty();
        assertThat(settings.delivery())
                .isEqualTo(new MonthFileSettings(
                        0,
                        AccountFiles.PROFILED,
                        "",
                        new ShippingSettings.Retry(5, Duration.ofSeconds(1), Duration.ofSeconds(60)),
                        Map.of()));
        assertThat(settings.delivery().layout()).isEmpty();
        assertThat(settings.rules().firstDayWithoutSecurityChecks()).isEmpty();
        assertThat(settings.db()).isEqualTo("var/db/billing");
    }

    @Test
    void shippedSitesBelongToTheirPriceGroup() throws Exception {
        var sites = bind(Map.of()).siteDirectory();
        assertThat(sites).hasSize(11);
        assertThat(sites.get("cn1").group()).isEqualTo(SiteGroup.CN);
        assertThat(sites.get("cn6").group()).isEqualTo(SiteGroup.OS);
    }

    @Test
    void everySettingCanBeChanged() throws Exception {
        Map<String, Object> changes = new HashMap<>();
        changes.put("billing.metering.late-window-days", "3");
        changes.put("billing.metering.chunk-mb", "6");
        changes.put("billing.rules.locks.countdown-days", "7");
        changes.put("billing.rules.locks.ingest-during-countdown", "false");
        changes.put("billing.rules.released.aws", "switch");
        changes.put("billing.invoicing.terms-days", "0");
        changes.put("billing.seller.USD.name", "Billing Pte. Ltd.");
        changes.put("billing.seller.USD.address", "1 Raffles Place");
        changes.put("billing.seller.USD.tax-id", "M2-1");
        changes.put("billing.seller.USD.bank", "DBS 7");
        changes.put("billing.delivery.invoices", "1");
        changes.put("billing.delivery.account-files", "all");
        changes.putAll(Map.of(
                "billing.metering.threads", "5",
                "billing.metering.chunk-size", "7",
                "billing.metering.table-memory-mb", "8",
                "billing.metering.quarantine-limit-count", "9",
                "billing.metering.quarantine-limit-share", "11",
                "billing.rules.oversize", "ceil-1000",
                "billing.rules.units", "truncate-2",
                "billing.rules.security-check-until", "2025-03-01",
                "billing.invoicing.chunk-size", "13",
                "billing.invoicing.invoice-series", "X"));
        BillingSettings settings = bind(changes);
        assertThat(settings.metering()).isEqualTo(new BillingSettings.Metering(3, 5, 7, 6, 8, 9, 11));
        assertThat(settings.rules().oversize()).isEqualTo(OversizeRule.CEIL_1000);
        assertThat(settings.rules().units()).isEqualTo(UnitsRule.TRUNCATE_2);
        assertThat(settings.rules().locks()).isEqualTo(new BillingSettings.Locks(7, false));
        assertThat(settings.rules().released()).containsEntry(SettlementMethod.AWS, ReleaseRule.SWITCH);
        assertThat(settings.rules().firstDayWithoutSecurityChecks()).contains(BillingDay.parse("2025-03-01"));
        assertThat(settings.invoicing()).isEqualTo(new BillingSettings.Invoicing(13, "X", 0, "CN"));
        assertThat(settings.sellers())
                .isEqualTo(Map.of(
                        Currency.getInstance("USD"),
                        new Seller("Billing Pte. Ltd.", "1 Raffles Place", "M2-1", "DBS 7")));
        assertThat(settings.delivery().layout()).contains(InvoiceLayout.VERSION_1);
        assertThat(settings.delivery().accountFiles()).isEqualTo(AccountFiles.ALL);
    }

    @Test
    void refusesASellerWithoutNameOrCurrencyAndAnUnknownLayout() {
        assertThatThrownBy(() -> bind(Map.of("billing.seller.USD.tax-id", "1")))
                .hasRootCauseMessage("Expected billing.seller.<currency>.name to be set, found nothing");
        assertThatThrownBy(() -> bind(Map.of("billing.seller.XQQ.name", "A")))
                .hasStackTraceContaining("Expected billing.seller.<currency> to name a currency like CNY, found 'XQQ'");
        assertThatThrownBy(() -> bind(Map.of("billing.delivery.invoices", "3")))
                .hasRootCauseMessage("Expected billing.delivery.invoices to be 1 or 2, or 0 for the version of the last"
                        + " month, found 3");
        assertThatThrownBy(() -> bind(Map.of("billing.invoicing.terms-days", "-1")))
                .hasRootCauseMessage("Expected billing.invoicing.terms-days to be at least 0, found -1");
    }

    @Test
    void refusesAChunkOfNothing() {
        assertThatThrownBy(() -> new BillingSettings.Metering(62, 0, 0, 1, 0, -1, 0))
                .hasMessage("Expected billing.metering.chunk-size to be at least 1, found 0");
    }

    private static BillingSettings bind(Map<String, Object> changes) throws Exception {
        StandardEnvironment environment = new StandardEnvironment();
        new YamlPropertySourceLoader()
                .load("application", new ClassPathResource("application.yml"))
                .forEach(environment.getPropertySources()::addLast);
        environment.getPropertySources().addFirst(new MapPropertySource("changes", new HashMap<>(changes)));
        return new Binder(ConfigurationPropertySources.get(environment))
                .bind("billing", BillingSettings.class)
                .get();
    }
}
