package io.billingcenter.domain.focus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.billingcenter.domain.account.SettlementMethod;
import io.billingcenter.domain.billing.BillItem;
import io.billingcenter.domain.billing.PostingKind;
import io.billingcenter.domain.focus.Charge.InvoicePlace;
import io.billingcenter.domain.pricing.PackageKind;
import io.billingcenter.domain.pricing.UnitsRule;
import io.billingcenter.domain.usage.Meter;
import io.billingcenter.domain.usage.MeterTier;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The cells of charges are those that the specification asks for. */
class CostAndUsageColumnTest {

    private static final FocusTerms TERMS = new FocusTerms(
            "Provider", "Service", Map.of(SettlementMethod.AWS, "AWS Marketplace"), ZoneId.of("Asia/Shanghai"));
    private static final InvoicePlace PLACE = new InvoicePlace("INV-1", "1-1");

    /** The charges in the order wallet, vendor, voucher, rounding without a workspace. */
    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "BilledCost, 3.75, 0, -1, 0.005",
                "BillingAccountId, cn:acct, cn:acct, cn:acct, os:acct",
                "BillingPeriodStart, 2026-09-30T16:00:00Z, 2026-09-30T16:00:00Z, 2026-09-30T16:00:00Z, 2026-09-30T16:00:00Z",
                "BillingPeriodEnd, 2026-10-31T16:00:00Z, 2026-10-31T16:00:00Z, 2026-10-31T16:00:00Z, 2026-10-31T16:00:00Z",
                "ChargeCategory, Usage, Usage, Credit, Adjustment",
                "ChargeClass, -, -, -, Correction",
                "ChargeFrequency, Usage-Based, Usage-Based, One-Time, Usage-Based",
                "ChargePeriodStart, 2026-10-04T16:00:00Z, 2026-10-04T16:00:00Z, 2026-10-04T16:00:00Z, 2026-10-04T16:00:00Z",
                "ConsumedQuantity, 1500000, 1500000, -, -",
                "ConsumedUnit, Logs, Logs, -, -",
                "ContractedUnitPrice, 2.5, 2.5, -, -",
                "InvoiceDetailId, 1-1, -, 1-1, 1-1",
                "InvoiceId, INV-1, -, INV-1, INV-1",
                "InvoiceIssuerName, Provider, AWS Marketplace, Provider, Provider",
                "PricingQuantity, 1.5, 1.5, -, -",
                "PricingUnit, 1000000 Logs, 1000000 Logs, -, -",
                "RegionId, cn-1, cn-1, cn-1, -",
                "SkuId, log, log, -, -",
                "SkuPriceId, log.r30, log.r30, -, -",
                "SkuPriceDetails, {\"x_RetentionDays\":30}, {\"x_RetentionDays\":30}, -, -",
                "SubAccountName, One, One, One, -",
                "x_BillingDay, 2026-10-05, 2026-10-05, 2026-10-05, -",
                "x_CloudAmount, -, 3.75, -, -",
                "x_CouponAmount, -, -, -1, -",
                "x_RetentionDays, 30, 30, -, -",
                "x_SettlementChannel, -, aws, -, -",
                "x_VendorAccountId, -, cloud-1, -, -"
            })
    void aCellIsThatOfTheCharge(
            String column,
            @Nullable String wallet,
            @Nullable String vendor,
            @Nullable String voucher,
            @Nullable String rounding) {
        CellWords words = new CellWords(TERMS, FocusLines.MONTH);
        CostAndUsageColumn of = CostAndUsageColumn.of(FocusVersion.V1_4).stream()
                .filter(each -> each.header().equals(column))
                .findFirst()
                .orElseThrow();

        assertThat(charges())
                .extracting(charge -> of.cell(charge, words))
                .containsExactly(wallet, vendor, voucher, rounding);
    }

    private static List<Charge> charges() {
        PostedLine wallet = FocusLines.line(SettlementMethod.WALLET, "2026-10-05", null, "1.5", "3.75", "V1=1");
        PostedLine vendor = FocusLines.line(SettlementMethod.AWS, "2026-10-05", null, "1.5", "3.75", "cloud=3.75");
        List<Charge> ofWallet = ChargeSplit.of(wallet, FocusLines.MONTH, PLACE).charges();
        Charge.Span day = ofWallet.get(0).span();
        ChargeOwner abroad = new ChargeOwner("acct", "Acme", Currency.getInstance("USD"), null);
        return List.of(
                ofWallet.get(0),
                ChargeSplit.of(vendor, FocusLines.MONTH, PLACE).charges().get(0),
                ofWallet.get(1),
                AccountCharges.rounding(
                        abroad,
                        PLACE,
                        true,
                        "log",
                        new Charge.Span(null, day.start(), day.end().plusDays(1)),
                        new BigDecimal("0.0050")));
    }

    @Test
    void versionsDifferInTheNamesOfProviders() {
        List<String> old = headers(FocusVersion.V1_2);
        List<String> recent = headers(FocusVersion.V1_4);

        assertThat(old).contains("ProviderName", "PublisherName").doesNotContain("HostProviderName");
        assertThat(recent)
                .contains("HostProviderName", "ServiceProviderName", "InvoiceDetailId")
                .doesNotContain("ProviderName", "PublisherName");
    }

    private static List<String> headers(FocusVersion version) {
        return CostAndUsageColumn.of(version).stream()
                .map(CostAndUsageColumn::header)
                .toList();
    }

    @Test
    void aMarketplaceWithoutANameIsNamedByItsCode() {
        assertThat(TERMS.issuer(SettlementMethod.AZURE)).isEqualTo("azure");
    }

    @ParameterizedTest
    @CsvSource({"0.000, 0", "1500, 1500", "1E+3, 1000", "2.500, 2.5", "-7.00, -7", "0.0000001, 0.0000001", "100.0, 100"
    })
    void aDecimalHasNoNeedlessZeros(BigDecimal number, String cell) {
        assertThat(Cells.decimal(number)).isEqualTo(cell);
    }

    @ParameterizedTest
    @EnumSource(FocusVersion.class)
    void aVersionIsWrittenByItsCode(FocusVersion version) {
        assertThat(FocusVersion.ofCode(version.code())).isEqualTo(version);
    }

    @Test
    void anUnknownVersionIsRefused() {
        assertThatThrownBy(() -> FocusVersion.ofCode("1.3")).hasMessageContaining("[1.2, 1.4], found '1.3'");
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "PACKAGE, -, GROWTH, package.growth, Packages, false",
                "PACKAGE, -, -, package, Packages, false",
                "PACK, LOG, -, traffic_pack.log, 1000000 Logs, true",
                "SUBSCRIPTION, DATAKIT, -, subscription.datakit, Collectors, false"
            })
    void aFeeIsAnItem(
            PostingKind kind,
            @Nullable Meter meter,
            @Nullable PackageKind packageKind,
            String priceId,
            String unit,
            boolean isPack) {
        ChargeSku sku =
                ChargeSku.fee(new BillItem(kind, meter, packageKind), meter == null ? null : MeterTier.flat(meter));

        assertThat(sku.priceId()).isEqualTo(priceId);
        assertThat(sku.unit()).isEqualTo(unit);
        assertThat(sku.isPack()).isEqualTo(isPack);
    }

    /** Moving the point is the same as dividing, for every size of a unit. */
    @ParameterizedTest
    @EnumSource(Meter.class)
    void aQuantityIsDividedByTheSizeOfTheUnit(Meter meter) {
        ChargeSku sku = ChargeSku.usage(MeterTier.flat(meter));
        BigDecimal measured = new BigDecimal("1234567");

        assertThat(sku.retentionDays()).isNull();
        for (UnitsRule rule : UnitsRule.values()) {
            assertThat(sku.units(measured, rule)).isEqualByComparingTo(rule.units(measured, meter.unit()));
        }
    }
}
