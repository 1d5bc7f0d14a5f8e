package io.billingcenter.domain.guard;

import static org.assertj.core.api.Assertions.assertThat;

import io.billingcenter.domain.account.BillingAccountId;
import io.billingcenter.domain.account.SettlementMethod;
import io.billingcenter.domain.pricing.Hold;
import io.billingcenter.domain.pricing.HoldReason;
import io.billingcenter.domain.pricing.Rating;
import io.billingcenter.domain.time.BillingDay;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Verifies the holds of unusual account-days, and the messages of guards. */
class UnusualDaysTest {

    private static final BillingAccountId ACCOUNT = new BillingAccountId("acct");
    private static final BillingAccountId OTHER = new BillingAccountId("other");
    private static final BillingDay DAY = BillingDay.parse("2026-11-21");
    private static final UnusualDays UNUSUAL =
            new UnusualDays(Map.of(new UnusualDays.Key(ACCOUNT, DAY), "ten times as much"));

    private static Rating.Charged charged(BillingAccountId account) {
        return new Rating.Charged(account, SettlementMethod.WALLET, List.of());
    }

    @Test
    void aChargeOfAnUnusualAccountDayIsHeldAndKept() {
        Rating.Charged charged = charged(ACCOUNT);
        assertThat(UNUSUAL.applyTo(charged, DAY))
                .isEqualTo(new Rating.Held(List.of(new Hold(HoldReason.UNUSUAL, null, "ten times as much")), charged));
        assertThat(UNUSUAL.terms(ACCOUNT, DAY)).isEqualTo("|unusual=ten times as much");
    }

    @Test
    void everythingElseStaysAsItIs() {
        Rating free = new Rating.Free();
        Rating held = new Rating.Held(List.of(new Hold(HoldReason.NO_PRICE, null, "none")));
        assertThat(UNUSUAL.applyTo(charged(OTHER), DAY)).isEqualTo(charged(OTHER));
        assertThat(UNUSUAL.applyTo(charged(ACCOUNT), DAY.plusDays(1))).isEqualTo(charged(ACCOUNT));
        assertThat(UNUSUAL.applyTo(free, DAY)).isSameAs(free);
        assertThat(UNUSUAL.applyTo(held, DAY)).isSameAs(held);
        assertThat(UNUSUAL.terms(OTHER, DAY)).isEmpty();
        assertThat(UNUSUAL.isEmpty()).isFalse();
        assertThat(new UnusualDays(Map.of()).isEmpty()).isTrue();
    }

    private static GuardStop stop(int findings) {
        List<GuardFinding> list = new ArrayList<>();
        for (int number = 0; number < findings; number++) {
            list.add(new GuardFinding(
                    GuardReason.USAGE_CHARGES,
                    number == 0 ? "" : "acct-%03d".formatted(number),
                    "CNY",
                    BigDecimal.ONE,
                    "detail " + number));
        }
        return new GuardStop(GuardLevel.NIGHT, DAY, "", list);
    }

    @Test
    void aStopListsItsFindingsAndTheCommandOfAConsent() {
        GuardStop stop = stop(2);
        assertThat(new GuardStoppedException(stop))
                .hasMessageContaining("for 2026-11-21:")
                .hasMessageContaining("\n  usage_charges: detail 0")
                .hasMessageContaining("\n  usage_charges acct-001: detail 1")
                .hasMessageContaining("billing confirm " + stop.fingerprint() + " --reason TEXT")
                .hasMessageNotContaining("more");
    }

    @ParameterizedTest
    @ValueSource(ints = {50, 51, 120})
    void aLongListIsCutAfterFiftyFindings(int findings) {
        String message = new GuardStoppedException(stop(findings)).getMessage();
        assertThat(message.lines().filter(line -> line.contains("usage_charges")))
                .hasSize(50);
        assertThat(message.contains("and " + (findings - 50) + " more")).isEqualTo(findings > 50);
    }

    @ParameterizedTest
    @CsvSource({"unreadable, true", "vanished, true", "missing, false", "quarantined, false", "no_price, false"})
    void onlyFindingsAboutFilesAreOfFiles(String kind, boolean ofFiles) {
        assertThat(new AttentionItem(kind, "w", DAY, "text", true).ofFiles()).isEqualTo(ofFiles);
    }
}
