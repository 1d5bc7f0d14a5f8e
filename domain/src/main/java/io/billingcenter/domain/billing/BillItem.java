package io.billingcenter.domain.billing;

import io.billingcenter.domain.pricing.PackageKind;
import io.billingcenter.domain.usage.Meter;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The item of a bill line in the terms of the public interface (billing rules 1.2, 2.6, 7.3).
 *
 * @param kind kind of the first posting: {@link PostingKind#USAGE} for usage, even if it was adjusted later
 * @param meter null for a package
 * @param packageKind kind of the package; null for everything else, and for a package that no longer exists
 */
public record BillItem(
        PostingKind kind, @Nullable Meter meter, @Nullable PackageKind packageKind) {

    private static final Map<Meter, String> ITEMS = Map.ofEntries(
            Map.entry(Meter.SERIES, "时间线"),
            Map.entry(Meter.LOG, "日志类数据"),
            Map.entry(Meter.LOG_BYTES, "日志写入流量"),
            Map.entry(Meter.FORWARD_EXTERNAL, "数据转发-外部"),
            Map.entry(Meter.FORWARD_STORED, "数据转发-观测云"),
            Map.entry(Meter.NETWORK_HOST, "网络(主机)"),
            Map.entry(Meter.TRACE, "应用性能 Trace"),
            Map.entry(Meter.PROFILE, "应用性能 Profile"),
            Map.entry(Meter.RUM_PV, "用户访问 PV"),
            Map.entry(Meter.SESSION_REPLAY, "会话重放"),
            Map.entry(Meter.SYNTHETIC, "可用性监测"),
            Map.entry(Meter.TRIGGER, "任务调用"),
            Map.entry(Meter.SMS, "短信"),
            Map.entry(Meter.SCAN, "敏感数据扫描流量"),
            Map.entry(Meter.REPORT, "定时报告"),
            Map.entry(Meter.PIPELINE, "中心 Pipeline"),
            Map.entry(Meter.DATAKIT, "DataKit"));

    private static final Map<PackageKind, String> PACKAGES = Map.of(
            PackageKind.STARTER, "初创加速包",
            PackageKind.GROWTH, "创业发展包",
            PackageKind.ENTERPRISE, "企业标准包");

    private static final String ANY_PACKAGE = "包年套餐";
    private static final String PACK = "流量包 ";

    /** Returns the name of the item as printed by the public interface. */
    public String productDetail() {
        if (meter == null) {
            return packageKind == null ? ANY_PACKAGE : PACKAGES.getOrDefault(packageKind, ANY_PACKAGE);
        }
        String item = ITEMS.getOrDefault(meter, meter.code());
        return kind == PostingKind.PACK ? PACK + item : item;
    }

    /** Returns the billing cycle that the line pays for. */
    public String billingCycle() {
        return switch (kind) {
            case USAGE, ADJUSTMENT, PACK, CREDIT -> "Day";
            case PACKAGE, SUBSCRIPTION, MAINTENANCE -> "Year";
            case LICENCE -> "Single";
        };
    }

    /** Returns whether the line is owed by usage or by agreement. */
    public String commodityCategory() {
        return kind == PostingKind.USAGE || kind == PostingKind.ADJUSTMENT ? "PAYG" : "subscription";
    }

    /** Returns the code of the meter; empty for a package. */
    public String key() {
        return meter == null ? "" : meter.code();
    }

    /** Returns the number of base units that a price is for; 1 for a package. */
    public long unit() {
        return meter == null ? 1 : meter.unit();
    }
}
