package io.billingcenter.domain.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.billingcenter.domain.billing.PostingKind;
import io.billingcenter.domain.pricing.PackageKind;
import io.billingcenter.domain.pricing.PrivateScheme;
import io.billingcenter.domain.settlement.VoucherKind;
import io.billingcenter.domain.usage.Meter;
import io.billingcenter.domain.usage.RetentionData;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Codes are part of files and tables, so the test lists them a second time. */
class CodesTest {

    static Stream<Arguments> codes() {
        return Stream.of(
                codes(
                        Plan.values(),
                        Plan::code,
                        Plan::ofCode,
                        "free commercial commercial_ingest legacy_default legacy_series private"),
                codes(Channel.values(), Channel::code, Channel::ofCode, "website aliyun aliyun_intl aws huawei azure"),
                codes(
                        SettlementMethod.values(),
                        SettlementMethod::code,
                        SettlementMethod::ofCode,
                        "wallet aliyun aliyun_intl aws huawei azure"),
                codes(StorageType.values(), StorageType::code, StorageType::ofCode, "es sls exclusive"),
                codes(SiteGroup.values(), SiteGroup::code, SiteGroup::ofCode, "cn os"),
                codes(VoucherKind.values(), VoucherKind::code, VoucherKind::ofCode, "ordinary full_reduction"),
                codes(PackageKind.values(), PackageKind::code, PackageKind::ofCode, "starter growth enterprise"),
                codes(PrivateScheme.values(), PrivateScheme::code, PrivateScheme::ofCode, "payg subscription licence"),
                codes(
                        PostingKind.values(),
                        PostingKind::code,
                        PostingKind::ofCode,
                        "usage adjustment package pack subscription licence maintenance credit"),
                codes(
                        RetentionData.values(),
                        RetentionData::code,
                        RetentionData::ofCode,
                        "metric log trace profile rum forward"),
                codes(
                        Meter.values(),
                        Meter::code,
                        Meter::ofCode,
                        "series log log_bytes forward_external forward_stored network_host trace profile rum_pv"
                                + " session_replay synthetic trigger sms scan report pipeline datakit"));
    }

    private static <T> Arguments codes(
            T[] values, Function<T, String> code, Function<String, Optional<T>> ofCode, String expected) {
        return Arguments.of(List.of(values), code, ofCode, expected);
    }

    @ParameterizedTest
    @MethodSource("codes")
    <T> void leadThereAndBack(
            List<T> values, Function<T, String> code, Function<String, Optional<T>> ofCode, String expected) {
        assertThat(values).extracting(code).containsExactly(expected.split(" "));
        assertThat(values)
                .allSatisfy(value -> assertThat(ofCode.apply(code.apply(value))).contains(value));
        assertThat(ofCode.apply("FREE")).isEmpty();
    }

    @Test
    void aMarketplaceBelongsToTheVendorOfItsCode() {
        assertThat(Channel.WEBSITE.vendor()).isEmpty();
        assertThat(Channel.values())
                .filteredOn(channel -> channel != Channel.WEBSITE)
                .allSatisfy(channel ->
                        assertThat(channel.vendor().map(SettlementMethod::code)).contains(channel.code()));
        assertThat(SettlementMethod.values())
                .filteredOn(method -> !method.isVendor())
                .containsExactly(SettlementMethod.WALLET);
    }

    @Test
    void onlyTheCommercialAndLegacyPlansAreCharged() {
        assertThat(Plan.values())
                .filteredOn(Plan::charged)
                .containsExactly(Plan.COMMERCIAL, Plan.COMMERCIAL_INGEST, Plan.LEGACY_DEFAULT, Plan.LEGACY_SERIES);
        assertThat(Plan.values()).filteredOn(Plan::logsByIngest).containsExactly(Plan.COMMERCIAL_INGEST);
    }
}
