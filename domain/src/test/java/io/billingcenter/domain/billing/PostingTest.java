package io.billingcenter.domain.billing;

import static org.assertj.core.api.Assertions.assertThat;

import io.billingcenter.domain.account.BillingAccountId;
import io.billingcenter.domain.account.SettlementMethod;
import io.billingcenter.domain.account.WorkspaceId;
import io.billingcenter.domain.money.Money;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.domain.usage.Meter;
import io.billingcenter.domain.usage.MeterTier;
import io.billingcenter.domain.usage.WorkspaceDay;
import java.math.BigDecimal;
import java.util.Currency;
import org.junit.jupiter.api.Test;

/** The expected ids were calculated with {@code printf | sha256sum}. */
class PostingTest {

    private static final BillingDay DAY = BillingDay.parse("2023-11-02");

    private static Posting posting(MeterTier tier, int ordinal, BillingDay postedDay, String amount) {
        Currency cny = Currency.getInstance("CNY");
        PostingKey key = new PostingKey(new BillingAccountId("acct-yu"), SettlementMethod.WALLET, cny, tier);
        return new Posting(
                postedDay,
                new WorkspaceDay(new WorkspaceId("ws-fine"), DAY),
                key,
                PostingKind.USAGE,
                ordinal,
                new BigDecimal("5"),
                BigDecimal.TEN,
                DAY,
                Money.of(cny, new BigDecimal(amount)));
    }

    @Test
    void hasAnIdThatAnyoneCanWorkOut() {
        assertThat(posting(MeterTier.flat(Meter.SESSION_REPLAY), 1, DAY, "0.05").id())
                .isEqualTo("p0ced8d2d75b9d0eb67be241a");
        assertThat(posting(new MeterTier(Meter.TRACE, 30), 2, DAY, "18").id()).isEqualTo("pe7befd088056472a24fb5200");
    }

    @Test
    void keepsItsIdWhateverItPosts() {
        MeterTier tier = new MeterTier(Meter.TRACE, 30);
        assertThat(posting(tier, 1, DAY.plusDays(9), "7").id())
                .isEqualTo(posting(tier, 1, DAY, "18").id());
    }
}
