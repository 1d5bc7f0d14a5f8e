package io.billingcenter.domain.pricing;

import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.billingcenter.domain.account.BillingAccountId;
import io.billingcenter.domain.account.WorkspaceId;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.domain.usage.Meter;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PackagesTest {

    private static final WorkspaceId WORKSPACE = new WorkspaceId("ws-1");

    private static void usagePackage(List<WorkspaceId> workspaces) {
        BillingAccountId account = new BillingAccountId("acct-1");
        var unused =
                new UsagePackage("pkg-1", account, PackageKind.STARTER, BillingDay.parse("2026-01-05"), workspaces);
    }

    @Test
    void serveEachWorkspaceOnce() {
        assertThatNoException().isThrownBy(() -> usagePackage(List.of(WORKSPACE, new WorkspaceId("ws-2"))));
        assertThatThrownBy(() -> usagePackage(List.of()))
                .hasMessage("Expected at least one workspace and none twice in package pkg-1, found []");
        assertThatThrownBy(() -> usagePackage(List.of(WORKSPACE, WORKSPACE)))
                .hasMessage("Expected at least one workspace and none twice in package pkg-1, found [ws-1, ws-1]");
    }

    @ParameterizedTest
    @CsvSource({"1, 0", "1, 1", "2000000, 0.8"})
    void takePacksWithinTheirRanges(BigDecimal quantity, BigDecimal discount) {
        assertThatNoException().isThrownBy(() -> new TrafficPack("p-1", "pkg-1", Meter.LOG, quantity, discount));
    }

    @ParameterizedTest
    @CsvSource({"0, 0.8, a quantity above 0", "1, 1.01, a discount from 0 to 1", "1, -0.1, a discount from 0 to 1"})
    void refuseOtherPacks(BigDecimal quantity, BigDecimal discount, String expected) {
        assertThatThrownBy(() -> new TrafficPack("p-1", "pkg-1", Meter.LOG, quantity, discount))
                .hasMessageStartingWith("Expected " + expected + " in traffic pack p-1, found ");
    }
}
