package io.billingcenter.domain.focus;

import io.billingcenter.domain.account.SettlementMethod;
import io.billingcenter.domain.focus.ChargeOwner.ChargeWorkspace;
import io.billingcenter.domain.time.BillingDay;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The columns of Cost and Usage, in the order of the header: those of FOCUS, then those of this suite, which begin with {@code
 * x_}. Columns of features that are not offered are left out.
 */
public enum CostAndUsageColumn {
    BILLED_COST("BilledCost", (c, w) -> Cells.decimal(c.costs().billed())),
    BILLING_ACCOUNT_ID("BillingAccountId", (c, w) -> w.accountId(c.owner())),
    BILLING_ACCOUNT_NAME("BillingAccountName", (c, w) -> c.owner().accountName()),
    BILLING_CURRENCY("BillingCurrency", (c, w) -> c.owner().currency().getCurrencyCode()),
    BILLING_PERIOD_END("BillingPeriodEnd", (c, w) -> w.periodEnd()),
    BILLING_PERIOD_START("BillingPeriodStart", (c, w) -> w.periodStart()),
    CHARGE_CATEGORY("ChargeCategory", (c, w) -> c.kind().category().text()),
    CHARGE_CLASS("ChargeClass", (c, w) -> c.kind().isCorrection() ? "Correction" : null),
    CHARGE_DESCRIPTION("ChargeDescription", (c, w) -> c.kind().description()),
    CHARGE_FREQUENCY("ChargeFrequency", (c, w) -> c.kind().frequency().text()),
    CHARGE_PERIOD_END("ChargePeriodEnd", (c, w) -> w.instant(c.span().end())),
    CHARGE_PERIOD_START("ChargePeriodStart", (c, w) -> w.instant(c.span().start())),
    CONSUMED_QUANTITY("ConsumedQuantity", priced(ChargePrice::consumed)),
    CONSUMED_UNIT(
            "ConsumedUnit",
            (c, w) -> c.price() == null || c.price().consumed() == null
                    ? null
                    : c.price().sku().measure()),
    CONTRACTED_COST("ContractedCost", (c, w) -> Cells.decimal(c.costs().contracted())),
    CONTRACTED_UNIT_PRICE("ContractedUnitPrice", priced(ChargePrice::price)),
    EFFECTIVE_COST("EffectiveCost", (c, w) -> Cells.decimal(c.costs().effective())),
    HOST_PROVIDER_NAME(
            "HostProviderName", FocusVersion.V1_4, (c, w) -> w.terms().provider()),
    INVOICE_DETAIL_ID("InvoiceDetailId", FocusVersion.V1_4, (c, w) -> c.place().detail()),
    INVOICE_ID("InvoiceId", (c, w) -> c.place().invoice()),
    INVOICE_ISSUER_NAME(
            "InvoiceIssuerName", (c, w) -> w.terms().issuer(c.origin().channel())),
    LIST_COST("ListCost", (c, w) -> Cells.decimal(c.costs().list())),
    LIST_UNIT_PRICE("ListUnitPrice", priced(ChargePrice::listPrice)),
    PRICING_QUANTITY("PricingQuantity", priced(ChargePrice::quantity)),
    PRICING_UNIT("PricingUnit", item(ChargeSku::unit)),
    PROVIDER_NAME("ProviderName", FocusVersion.V1_2, (c, w) -> w.terms().provider()),
    PUBLISHER_NAME("PublisherName", FocusVersion.V1_2, (c, w) -> w.terms().provider()),
    REGION_ID("RegionId", workspace(ChargeWorkspace::regionId)),
    REGION_NAME("RegionName", workspace(ChargeWorkspace::regionName)),
    SERVICE_CATEGORY("ServiceCategory", (c, w) -> "Management and Governance"),
    SERVICE_NAME("ServiceName", (c, w) -> w.terms().service()),
    SERVICE_PROVIDER_NAME(
            "ServiceProviderName", FocusVersion.V1_4, (c, w) -> w.terms().provider()),
    SERVICE_SUBCATEGORY("ServiceSubcategory", (c, w) -> "Observability"),
    SKU_ID("SkuId", item(ChargeSku::id)),
    SKU_METER("SkuMeter", item(ChargeSku::id)),
    SKU_PRICE_DETAILS("SkuPriceDetails", item(CostAndUsageColumn::details)),
    SKU_PRICE_ID("SkuPriceId", item(ChargeSku::priceId)),
    SUB_ACCOUNT_ID("SubAccountId", workspace(ChargeWorkspace::id)),
    SUB_ACCOUNT_NAME("SubAccountName", workspace(ChargeWorkspace::name)),
    X_BILLING_DAY("x_BillingDay", (c, w) -> day(c.span().billingDay())),
    X_CHARGE_ID("x_ChargeId", (c, w) -> c.id()),
    X_CLOUD_AMOUNT("x_CloudAmount", (c, w) -> money(c.origin().cloud())),
    X_CORRECTS_CHARGE_ID("x_CorrectsChargeId", (c, w) -> c.origin().corrects()),
    X_COUPON_AMOUNT("x_CouponAmount", (c, w) -> money(c.origin().coupon())),
    X_PREPAID_CARD_AMOUNT("x_PrepaidCardAmount", (c, w) -> money(c.origin().cardAmount())),
    X_PREPAID_CARD_ID("x_PrepaidCardId", (c, w) -> c.origin().card()),
    X_RETENTION_DAYS(
            "x_RetentionDays", item(sku -> sku.retentionDays() == null ? null : Integer.toString(sku.retentionDays()))),
    X_SETTLEMENT_CHANNEL("x_SettlementChannel", (c, w) -> channel(c.origin().channel())),
    X_VENDOR_ACCOUNT_ID("x_VendorAccountId", (c, w) -> c.origin().vendorAccount());

    /** The cell of a charge. */
    @FunctionalInterface
    interface Cell {
        @Nullable
        String of(Charge charge, CellWords words);
    }

    private final String header;
    private final Set<FocusVersion> versions;
    private final Cell cell;

    CostAndUsageColumn(String header, Cell cell) {
        this.header = header;
        this.versions = EnumSet.allOf(FocusVersion.class);
        this.cell = cell;
    }

    CostAndUsageColumn(String header, FocusVersion only, Cell cell) {
        this.header = header;
        this.versions = EnumSet.of(only);
        this.cell = cell;
    }

    /** Returns the columns that a version has, in their order. */
    public static List<CostAndUsageColumn> of(FocusVersion version) {
        return Arrays.stream(values())
                .filter(column -> column.versions.contains(version))
                .toList();
    }

    /** Returns the name in the header. */
    public String header() {
        return header;
    }

    /** Returns the cell of a charge; null for nothing. */
    public @Nullable String cell(Charge charge, CellWords words) {
        return cell.of(charge, words);
    }

    private static Cell priced(Function<ChargePrice, @Nullable BigDecimal> number) {
        return (charge, words) -> {
            ChargePrice price = charge.price();
            BigDecimal found = price == null ? null : number.apply(price);
            return found == null ? null : Cells.decimal(found);
        };
    }

    private static Cell item(Function<ChargeSku, @Nullable String> text) {
        return (charge, words) -> {
            ChargePrice price = charge.price();
            return price == null ? null : text.apply(price.sku());
        };
    }

    private static Cell workspace(Function<ChargeWorkspace, String> text) {
        return (charge, words) -> {
            ChargeWorkspace workspace = charge.owner().workspace();
            return workspace == null ? null : text.apply(workspace);
        };
    }

    private static String details(ChargeSku sku) {
        return sku.retentionDays() == null ? "{}" : "{\"x_RetentionDays\":" + sku.retentionDays() + "}";
    }

    private static @Nullable String day(@Nullable BillingDay day) {
        return day == null ? null : day.toString();
    }

    private static @Nullable String money(@Nullable BigDecimal amount) {
        return amount == null ? null : amount.toPlainString();
    }

    private static @Nullable String channel(@Nullable SettlementMethod channel) {
        return channel == null ? null : channel.code();
    }
}
