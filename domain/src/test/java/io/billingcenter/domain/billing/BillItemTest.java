package io.billingcenter.domain.billing;

import static org.assertj.core.api.Assertions.assertThat;

import io.billingcenter.domain.pricing.PackageKind;
import io.billingcenter.domain.usage.Meter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Names as in billing rules 1.2 and 2.6, cycles and categories as in 7.3. */
class BillItemTest {

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "USAGE, SESSION_REPLAY, -, 会话重放, Day, PAYG, session_replay",
                "USAGE, LOG, -, 日志类数据, Day, PAYG, log",
                "PACKAGE, -, STARTER, 初创加速包, Year, subscription, ''",
                "PACKAGE, -, -, 包年套餐, Year, subscription, ''",
                "PACK, TRACE, -, 流量包 应用性能 Trace, Day, subscription, trace",
                "SUBSCRIPTION, DATAKIT, -, DataKit, Year, subscription, datakit",
                "LICENCE, DATAKIT, -, DataKit, Single, subscription, datakit",
                "MAINTENANCE, DATAKIT, -, DataKit, Year, subscription, datakit",
            })
    void isToldInTheWordsOfThePublicInterface(
            PostingKind kind,
            Meter meter,
            PackageKind packageKind,
            String name,
            String cycle,
            String category,
            String key) {
        BillItem item = new BillItem(kind, meter, packageKind);
        assertThat(item.productDetail()).isEqualTo(name);
        assertThat(item.billingCycle()).isEqualTo(cycle);
        assertThat(item.commodityCategory()).isEqualTo(category);
        assertThat(item.key()).isEqualTo(key);
    }

    @ParameterizedTest
    @EnumSource(Meter.class)
    void everyMeterHasAName(Meter meter) {
        assertThat(new BillItem(PostingKind.USAGE, meter, null).productDetail()).isNotEqualTo(meter.code());
    }

    @Test
    void aPackageCountsByOne() {
        assertThat(new BillItem(PostingKind.PACKAGE, null, null).unit()).isEqualTo(1);
    }
}
