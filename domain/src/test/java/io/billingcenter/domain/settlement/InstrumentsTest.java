package io.billingcenter.domain.settlement;

import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.billingcenter.domain.account.BillingAccountId;
import io.billingcenter.domain.time.BillingDay;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class InstrumentsTest {

    private static final BillingAccountId ACCOUNT = new BillingAccountId("acct-1");
    private static final BillingDay FIRST = BillingDay.parse("2026-01-05");
    private static final BigDecimal HUNDRED = new BigDecimal("100");

    @Test
    void liveAtLeastADay() {
        assertThatNoException().isThrownBy(() -> card(HUNDRED, FIRST.plusDays(1)));
        assertThatNoException().isThrownBy(() -> voucher(HUNDRED, FIRST.plusDays(1)));
    }

    @Test
    void refuseToExpireOnTheirFirstDay() {
        assertThatThrownBy(() -> card(HUNDRED, FIRST))
                .hasMessage("Expected prepaid card c-1 to expire after 2026-01-05, found 2026-01-05");
        assertThatThrownBy(() -> voucher(HUNDRED, FIRST.minusDays(1)))
                .hasMessage("Expected voucher v-1 to expire after 2026-01-05, found 2026-01-04");
    }

    @Test
    void refuseAnAmountOfNothing() {
        assertThatThrownBy(() -> card(BigDecimal.ZERO, FIRST.plusDays(1)))
                .hasMessage("Expected an amount above 0 for prepaid card c-1, found 0");
        assertThatThrownBy(() -> voucher(HUNDRED.negate(), FIRST.plusDays(1)))
                .hasMessage("Expected an amount above 0 for voucher v-1, found -100");
        assertThatThrownBy(() -> new Recharge("r-1", ACCOUNT, BigDecimal.ZERO, FIRST))
                .hasMessage("Expected an amount above 0 for recharge r-1, found 0");
    }

    private static PrepaidCard card(BigDecimal amount, BillingDay expires) {
        return new PrepaidCard("c-1", ACCOUNT, amount, FIRST, expires);
    }

    private static Voucher voucher(BigDecimal amount, BillingDay expires) {
        return new Voucher("v-1", ACCOUNT, VoucherKind.ORDINARY, amount, FIRST, expires);
    }
}
